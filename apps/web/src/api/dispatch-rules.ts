import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { DispatchRule } from './model.js';

/** The dispatch catalogue that rulings made: in force first. */
export function useDispatchRules(): UseQueryResult<DispatchRule[]> {
  return useQuery({
    queryKey: ['dispatch-rules'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/dispatch-rules', { signal })),
  });
}

/** Ends a rule now. */
export function useEndDispatchRule(): UseMutationResult<DispatchRule[], Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id) => unwrap(client.DELETE('/api/v1/dispatch-rules/{id}', { params: { path: { id } } })),
    onSuccess: (rules) => queries.setQueryData(['dispatch-rules'], rules),
  });
}
