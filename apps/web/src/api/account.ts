import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Confirmation, NewTotp, OwnSession, PasswordChange, SecondFactor } from './model.js';
import { withPasskey } from './passkeys.js';
import { lookUpAnew } from './query-client.js';

/** What one has beside the password. */
export function useSecondFactor(): UseQueryResult<SecondFactor> {
  return useQuery({
    queryKey: ['second-factor'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/second-factor', { signal })),
  });
}

/** Browsers in which one is signed in. */
export function useOwnSessions(): UseQueryResult<OwnSession[]> {
  return useQuery({
    queryKey: ['own-sessions'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/sessions', { signal })),
    staleTime: 0,
  });
}

/** Changes the own password; all other sessions end. */
export function useChangePassword(): UseMutationResult<unknown, Error, PasswordChange> {
  return useMutation({
    mutationFn: (body) => unwrap(client.PUT('/api/v1/me/password', { body })),
    onSuccess: () => lookUpAnew('own-sessions'),
  });
}

/** A new secret for an authenticator app. */
export function useBeginTotp(): UseMutationResult<NewTotp, Error, Confirmation> {
  return useMutation({
    mutationFn: async (given) =>
      await unwrap(client.PUT('/api/v1/me/second-factor/totp', { body: await withPasskey(given) })),
  });
}

/** Puts the new secret in force; gives recovery codes. */
export function useConfirmTotp(): UseMutationResult<{ codes: string[] }, Error, { code: string }> {
  return useMutation({
    mutationFn: (body) => unwrap(client.PUT('/api/v1/me/second-factor/totp/confirmation', { body })),
    onSuccess: () => lookUpAnew('second-factor'),
  });
}

/** New recovery codes. */
export function useRenewRecoveryCodes(): UseMutationResult<{ codes: string[] }, Error, Confirmation> {
  return useMutation({
    mutationFn: async (given) =>
      await unwrap(client.PUT('/api/v1/me/second-factor/recovery-codes', { body: await withPasskey(given) })),
    onSuccess: () => lookUpAnew('second-factor'),
  });
}

/** Gives the second factor up. */
export function useRemoveSecondFactor(): UseMutationResult<unknown, Error, Confirmation> {
  return useMutation({
    mutationFn: async (given) =>
      await unwrap(client.PUT('/api/v1/me/second-factor/removal', { body: await withPasskey(given) })),
    onSuccess: () => lookUpAnew('second-factor'),
  });
}

/** Ends one of one's own sessions, or all others. */
export function useEndSession(): UseMutationResult<unknown, Error, { readonly id: string } | 'others'> {
  return useMutation({
    mutationFn: (which) =>
      which === 'others'
        ? unwrap(client.DELETE('/api/v1/me/sessions'))
        : unwrap(client.DELETE('/api/v1/me/sessions/{id}', { params: { path: which } })),
    onSettled: () => lookUpAnew('own-sessions'),
  });
}
