import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, newUuid, unwrap } from './client.js';
import type { ApiToken, MadeApiToken, NewApiToken, NewOwnApiToken } from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

const onSuccess = () => lookUpAnew('own-api-tokens', 'api-tokens');

/** One's own tokens for programs. */
export function useOwnApiTokens(): UseQueryResult<ApiToken[]> {
  return useQuery({
    queryKey: ['own-api-tokens'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/api-tokens', { signal })),
  });
}

/** Everybody's, page after page. */
export function useApiTokens(): Pages<{ items: ApiToken[]; next: string | null }> {
  return usePages(['api-tokens'], (at, signal) =>
    unwrap(client.GET('/api/v1/api-tokens', { params: { query: { limit: 30, ...at } }, signal })),
  );
}

/** Makes one that acts as oneself. */
export function useMakeOwnApiToken(): UseMutationResult<MadeApiToken, Error, NewOwnApiToken> {
  return useMutation({
    mutationFn: (body) =>
      unwrap(client.PUT('/api/v1/me/api-tokens/{id}', { params: { path: { id: newUuid() } }, body })),
    onSuccess,
  });
}

/** Makes one of an account that only programs use. */
export function useMakeApiToken(id: string): UseMutationResult<MadeApiToken, Error, NewApiToken> {
  return useMutation({
    mutationFn: (body) =>
      unwrap(
        client.PUT('/api/v1/people/{id}/api-tokens/{token}', { params: { path: { id, token: newUuid() } }, body }),
      ),
    onSuccess,
  });
}

/** Takes one back: one's own, or anybody's. */
export function useRevokeApiToken(whose: 'own' | 'any'): UseMutationResult<unknown, Error, string> {
  return useMutation({
    mutationFn: (id) =>
      whose === 'own'
        ? unwrap(client.DELETE('/api/v1/me/api-tokens/{id}', { params: { path: { id } } }))
        : unwrap(client.DELETE('/api/v1/api-tokens/{id}', { params: { path: { id } } })),
    onSuccess,
  });
}
