import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client, unwrap } from './client.js';
import type {
  DecisionFile,
  KeptWorkflowDraft,
  SavedWorkflowDraft,
  WorkflowDraft,
  WorkflowDraftSummary,
  WorkflowPresence,
} from './model.js';

/** How often one says that a workflow is still open, in milliseconds. */
const often = 20_000;

/** The own draft of a workflow, asked anew each time its editor is opened. */
export function useWorkflowDraft(key: string): UseQueryResult<KeptWorkflowDraft> {
  return useQuery({
    queryKey: ['workflow-draft', key],
    queryFn: () => findWorkflowDraft(key),
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** The same, for what is looked up on the way. */
export async function findWorkflowDraft(key: string): Promise<KeptWorkflowDraft> {
  return await unwrap(client.GET('/api/v1/workflows/{key}/draft', { params: { path: { key } } }));
}

/** Keeps a draft; refused with `workflow-draft-moved` when one went on with it elsewhere. */
export async function saveWorkflowDraft(key: string, body: WorkflowDraft): Promise<SavedWorkflowDraft> {
  return await unwrap(client.PUT('/api/v1/workflows/{key}/draft', { params: { path: { key } }, body }));
}

/** Gives a draft up. */
export async function dropWorkflowDraft(key: string): Promise<void> {
  await unwrap(client.DELETE('/api/v1/workflows/{key}/draft', { params: { path: { key } } }));
}

/** The own drafts. */
export function useWorkflowDrafts(enabled: boolean): UseQueryResult<WorkflowDraftSummary[]> {
  return useQuery({
    queryKey: ['workflow-drafts'],
    queryFn: async ({ signal }) => {
      const query = { limit: 100 };
      return (await unwrap(client.GET('/api/v1/workflow-drafts', { params: { query }, signal }))).items;
    },
    enabled,
  });
}

/** Decision tables of all workflows, with the versions that changed them. */
export function useDecisionFiles(): UseQueryResult<DecisionFile[]> {
  return useQuery({
    queryKey: ['decision-files'],
    queryFn: async ({ signal }) => {
      const query = { limit: 100 };
      return (await unwrap(client.GET('/api/v1/workflows/decisions', { params: { query }, signal }))).items;
    },
  });
}

/** Says that one has a workflow open as long as this is shown, and tells who else is at it. */
export function useWorkflowPresence(key: string): UseQueryResult<WorkflowPresence> {
  useEffect(() => {
    const leave = () => {
      // A page that is being closed waits for nothing.
      const asked = { params: { path: { key } }, keepalive: true };
      void client.DELETE('/api/v1/workflows/{key}/presence', asked).catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [key]);
  return useQuery({
    queryKey: ['workflow-presence', key],
    queryFn: () => unwrap(client.PUT('/api/v1/workflows/{key}/presence', { params: { path: { key } } })),
    refetchInterval: often,
    refetchIntervalInBackground: true,
    staleTime: 0,
    gcTime: 0,
  });
}
