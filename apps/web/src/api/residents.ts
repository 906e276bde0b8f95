import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { PublicCase, PublicRequest } from './model.js';

/** A resident's request without an account; the key makes a repeated submission harmless. */
export function useFileRequest(): UseMutationResult<
  { code: string; queryCode: string; state: string },
  Error,
  { body: PublicRequest; key: string }
> {
  return useMutation({
    mutationFn: ({ body, key }) =>
      unwrap(client.POST('/api/v1/public/cases', { body, headers: { 'Idempotency-Key': key } })),
  });
}

/** How far a request has come, for whoever knows its number and query code. */
export function useTrackRequest(): UseMutationResult<PublicCase, Error, { code: string; queryCode: string }> {
  return useMutation({
    mutationFn: ({ code, queryCode }) =>
      unwrap(client.GET('/api/v1/public/cases/{code}', { params: { path: { code }, query: { queryCode } } })),
  });
}
