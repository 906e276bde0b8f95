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

/** Presses for an answer, adds facts, takes the request back. */
export type ResidentActKind = 'urge' | 'supplement' | 'withdraw';

/** What a resident does to an open request. */
export interface ResidentActRequest {
  readonly kind: ResidentActKind;
  readonly code: string;
  readonly queryCode: string;
  readonly opinion: string;
  readonly key: string;
}

/** Does it; answers with how the request stands then. */
export function useResidentAct(): UseMutationResult<PublicCase, Error, ResidentActRequest> {
  return useMutation({
    mutationFn: async ({ kind, code, queryCode, opinion, key }) => {
      const request = {
        params: { path: { code } },
        body: { queryCode, opinion },
        headers: { 'Idempotency-Key': key },
      };
      return await unwrap(client.POST(residentPaths[kind], request));
    },
  });
}

const residentPaths = {
  urge: '/api/v1/public/cases/{code}/urge',
  supplement: '/api/v1/public/cases/{code}/supplement',
  withdraw: '/api/v1/public/cases/{code}/withdraw',
} as const;

/** How a resident found the handling of a closed request. */
export interface ResidentRatingRequest {
  readonly code: string;
  readonly queryCode: string;
  /** 5 is best. */
  readonly grade: number;
  readonly opinion: string;
  readonly key: string;
}

/** Rates; who is not satisfied gets a second handling, as the answer shows. */
export function useResidentRating(): UseMutationResult<PublicCase, Error, ResidentRatingRequest> {
  return useMutation({
    mutationFn: async ({ code, queryCode, grade, opinion, key }) =>
      await unwrap(
        client.POST('/api/v1/public/cases/{code}/rate', {
          params: { path: { code } },
          body: { queryCode, grade, ...(opinion !== '' && { opinion }) },
          headers: { 'Idempotency-Key': key },
        }),
      ),
  });
}

/** How far a request has come, for whoever knows its number and query code. */
export function useTrackRequest(): UseMutationResult<PublicCase, Error, { code: string; queryCode: string }> {
  return useMutation({
    mutationFn: ({ code, queryCode }) =>
      unwrap(client.GET('/api/v1/public/cases/{code}', { params: { path: { code }, query: { queryCode } } })),
  });
}
