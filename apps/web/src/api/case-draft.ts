import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { KeptCase } from './model.js';

/** The request that one was writing down at whatever machine; asked anew each time somebody begins to write. */
export function useKeptCase(enabled: boolean): UseQueryResult<KeptCase> {
  return useQuery({
    queryKey: ['case-draft'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/case-draft', { signal })),
    enabled,
    gcTime: 0,
    staleTime: Infinity,
  });
}

/** Keeps it, one change after the other; that it could not be kept is no reason to disturb who writes. */
export function useKeepCase(): UseMutationResult<KeptCase, Error, Record<string, unknown>> {
  return useMutation({
    scope: { id: 'case-draft' },
    mutationFn: (body) => unwrap(client.PUT('/api/v1/me/case-draft', { body })),
  });
}
