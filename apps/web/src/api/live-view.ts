import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { Batch, Incident, IncidentPage, LiveView } from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

/** How often what goes on is looked at, in milliseconds. */
const often = 30_000;
/** How soon what a batch has done is looked at, in milliseconds. */
const soon = 2_000;

/** Where the cases of a version are, and how long they stayed since a day. */
export function useLiveView(key: string, version: number, since: string): UseQueryResult<LiveView> {
  return useQuery({
    queryKey: ['workflow-live', key, version, since],
    queryFn: ({ signal }) =>
      unwrap(
        client.GET('/api/v1/workflows/{key}/versions/{version}/live', {
          params: { path: { key, version }, query: { since: `${since}T00:00:00Z` } },
          signal,
        }),
      ),
    refetchInterval: often,
    placeholderData: keepPreviousData, // a choice of another period leaves the diagram where it is
  });
}

/** Of which workflow incidents are listed; of all where nothing is said. */
export interface IncidentsAsked {
  readonly processKey?: string;
  readonly version?: number;
}

/** Open incidents, the oldest first. */
export function useIncidents(asked: IncidentsAsked): Pages<IncidentPage> {
  return usePages(['incidents', asked], (at, signal) =>
    unwrap(client.GET('/api/v1/incidents', { params: { query: { limit: 20, ...asked, ...at } }, signal })),
  );
}

/** Tries the incidents of an instance again; tells how many are still open. */
export function useRetry(): UseMutationResult<number, Error, Pick<Incident, 'instanceId'>> {
  return useAct(
    async ({ instanceId }, once) => {
      const path = { id: instanceId };
      const body = { type: 'retry-incidents' } as const;
      const call = client.POST('/api/v1/instances/{id}/operations', { params: { path }, body, ...once });
      return (await unwrap(call)).openIncidents.length;
    },
    { onSettled: () => lookUpAnew('incidents', 'workflow-live') },
  );
}

/** Tries all instances again that stand at an element by an incident, as a batch. */
export function useRetryAll(): UseMutationResult<Batch, Error, Pick<Incident, 'processKey' | 'version' | 'elementId'>> {
  return useAct(
    ({ processKey, version, elementId }, once) => {
      const filter = { processKey, version, elementId, withIncident: true };
      const body = { operation: { type: 'retry-incidents' as const }, filter };
      return unwrap(client.POST('/api/v1/batches', { body, ...once }));
    },
    { onSettled: () => setTimeout(() => lookUpAnew('incidents', 'workflow-live'), soon) },
  );
}
