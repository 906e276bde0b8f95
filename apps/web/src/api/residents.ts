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

/** What a resident does to a request: presses for an answer, or takes it back. */
export interface ResidentActRequest {
  readonly kind: 'urge' | 'withdraw';
  readonly code: string;
  readonly queryCode: string;
  readonly opinion: string;
  readonly key: string;
}

/** Urges or withdraws; answers with how the request stands then. */
export function useResidentAct(): UseMutationResult<PublicCase, Error, ResidentActRequest> {
  return useMutation({
    mutationFn: async ({ kind, code, queryCode, opinion, key }) => {
      const request = {
        params: { path: { code } },
        body: { queryCode, opinion },
        headers: { 'Idempotency-Key': key },
      };
      return kind === 'urge'
        ? await unwrap(client.POST('/api/v1/public/cases/{code}/urge', request))
        : await unwrap(client.POST('/api/v1/public/cases/{code}/withdraw', request));
    },
  });
}

/** How far a request has come, for whoever knows its number and query code. */
export function useTrackRequest(): UseMutationResult<PublicCase, Error, { code: string; queryCode: string }> {
  return useMutation({
    mutationFn: ({ code, queryCode }) =>
      unwrap(client.GET('/api/v1/public/cases/{code}', { params: { path: { code }, query: { queryCode } } })),
  });
}
