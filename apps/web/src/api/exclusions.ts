import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { ExclusionRequest } from './model.js';
import { lookUpAnew } from './query-client.js';

/** Requests to leave cases out that wait for a decision, the newest first. */
export function useExclusions(): UseQueryResult<ExclusionRequest[]> {
  return useQuery({
    queryKey: ['exclusions'],
    queryFn: async ({ signal }) => {
      const query = { state: 'asked', limit: 50 } as const;
      return (await unwrap(client.GET('/api/v1/exclusions', { params: { query }, signal }))).items;
    },
  });
}

interface Decision {
  readonly id: string;
  readonly granted: boolean;
  readonly opinion: string;
}

/** Grants or refuses one. */
export function useDecideExclusion(): UseMutationResult<unknown, Error, Decision> {
  return useAct(
    ({ id, ...body }, once) =>
      unwrap(client.POST('/api/v1/exclusions/{id}/decide', { params: { path: { id } }, body, ...once })),
    {
      onSuccess: () => lookUpAnew('exclusions', 'statistics'),
    },
  );
}
