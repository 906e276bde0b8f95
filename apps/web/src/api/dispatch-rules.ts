import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { DispatchRule } from './model.js';
import { queryClient } from './query-client.js';

/** The dispatch catalogue that rulings made: in force first. */
export function useDispatchRules(): UseQueryResult<DispatchRule[]> {
  return useQuery({
    queryKey: ['dispatch-rules'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/dispatch-rules', { signal })),
  });
}

/** Ends a rule now. */
export function useEndDispatchRule(): UseMutationResult<DispatchRule[], Error, string> {
  return useMutation({
    mutationFn: (id) => unwrap(client.DELETE('/api/v1/dispatch-rules/{id}', { params: { path: { id } } })),
    onSuccess: (rules) => queryClient.setQueryData(['dispatch-rules'], rules),
  });
}
