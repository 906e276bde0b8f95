import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { NewSignInSettings, SettledSignIn } from './model.js';
import { lookUpAnew } from './query-client.js';

/** What sign-in asks, and the last decisions about it. */
export function useSignInSettings(): UseQueryResult<SettledSignIn> {
  return useQuery({
    queryKey: ['sign-in-settings'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/sign-in-settings', { signal })),
  });
}

/** Decides it anew. */
export function useDecideSignIn(): UseMutationResult<unknown, Error, NewSignInSettings> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/sign-in-settings', { body, ...once })), {
    onSuccess: () => lookUpAnew('sign-in-settings'),
  });
}
