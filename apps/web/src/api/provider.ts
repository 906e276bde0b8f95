import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Session } from './model.js';
import { beginSession } from './session.js';

/** The provider of sign-in that is connected, if one is. */
export function useProvider(): UseQueryResult<{ name: string | null }> {
  return useQuery({
    queryKey: ['provider'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/auth/provider', { signal })),
    staleTime: Infinity,
  });
}

/** Gives the code that is asked for after the provider; opens the session. */
export function useCodeAfterProvider(): UseMutationResult<Session, Error, { code: string }> {
  return useMutation({
    mutationFn: (body) => unwrap(client.POST('/api/v1/auth/provider/code', { body })),
    onSuccess: beginSession,
  });
}
