import {
  QueryObserver,
  queryOptions,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { Batch, DeployResult, MigrationPreview, WorkflowFiles, WorkflowNames } from './model.js';
import { lookUpAnew, queryClient } from './query-client.js';

/** A file of a workflow: a diagram or its decision tables. */
export type StudioFile = WorkflowFiles['files'][number];

/** How often a batch that is under way is looked at, in milliseconds. */
const often = 2_000;

/** What diagrams may name in this installation. */
export function useWorkflowNames(): UseQueryResult<WorkflowNames> {
  return useQuery({
    queryKey: ['workflow-names'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/workflows/names', { signal })),
  });
}

/** Everything that was deployed together with a version; a version never changes. */
export function useWorkflowFiles(key: string, version: number): UseQueryResult<StudioFile[]> {
  return useQuery({
    queryKey: ['workflow-files', key, version],
    queryFn: ({ signal }) => findWorkflowFiles(key, version, signal),
    staleTime: Infinity,
    enabled: version > 0,
  });
}

/** The same, for what is looked up on the way. */
export async function findWorkflowFiles(key: string, version: number, signal?: AbortSignal): Promise<StudioFile[]> {
  const asked = { params: { path: { key, version } }, ...(signal && { signal }) };
  return (await unwrap(client.GET('/api/v1/workflows/{key}/versions/{version}/files', asked))).files;
}

/** Files, and of which version of their process the deployer knows; 0 for none. */
interface Deployment {
  readonly files: readonly StudioFile[];
  readonly bases: Readonly<Record<string, number>>;
}

/** Deploys files together; refused with `definition-moved` when somebody else has deployed meanwhile. */
export function useDeploy(): UseMutationResult<DeployResult, Error, Deployment> {
  return useAct(
    (deployment, once) =>
      // The document says only that the body is a text, as several kinds are taken.
      unwrap(client.POST('/api/v1/workflows', { body: deployment as never, ...once })),
    { onSuccess: () => lookUpAnew('workflows', 'workflow', 'workflow-drafts', 'decision-files') },
  );
}

/** What the going over of all running cases of a version would come to; the same version says how many there are. */
export function useMigrationPreview(key: string, version: number, to: number): UseQueryResult<MigrationPreview> {
  return useQuery({
    queryKey: ['migration-preview', key, version, to],
    queryFn: ({ signal }) =>
      unwrap(
        client.POST('/api/v1/workflows/{key}/versions/{version}/migrate/preview', {
          params: { path: { key, version } },
          body: { to },
          signal,
        }),
      ),
    staleTime: 0,
  });
}

/** Takes all running cases of a version over to another. */
export function useMigrate(key: string, version: number): UseMutationResult<Batch, Error, { readonly to: number }> {
  return useAct((body, once) =>
    unwrap(
      client.POST('/api/v1/workflows/{key}/versions/{version}/migrate', {
        params: { path: { key, version } },
        body,
        ...once,
      }),
    ),
  );
}

/** How far a batch is. */
export function useBatch(id: string | undefined): UseQueryResult<Batch> {
  return useQuery({ ...batchOf(id ?? ''), enabled: id !== undefined });
}

/** Tells when a batch has ended, also after the page that began it was left. */
export function followBatch(id: string, onEnd: (batch: Batch) => void): void {
  const stop = new QueryObserver(queryClient, batchOf(id)).subscribe(({ data, isError }) => {
    if (!isError && (!data || data.state === 'running')) return;
    stop();
    if (data && !isError) onEnd(data);
  });
}

function batchOf(id: string) {
  return queryOptions({
    queryKey: ['batch', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/batches/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'running' ? false : often),
  });
}
