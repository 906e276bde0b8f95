import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { PublicCase, PublicRequest } from './model.js';

/** A resident's request without an account. */
export function useFileRequest(): UseMutationResult<
  { code: string; queryCode: string; state: string },
  Error,
  PublicRequest
> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/public/cases', { body, ...once })));
}

/** Presses for an answer, adds facts, takes the request back. */
export type ResidentActKind = 'urge' | 'supplement' | 'withdraw';

/** What a resident does to an open request. */
export interface ResidentActRequest {
  readonly kind: ResidentActKind;
  readonly code: string;
  readonly queryCode: string;
  readonly opinion: string;
}

/** Does it; answers with how the request stands then. */
export function useResidentAct(): UseMutationResult<PublicCase, Error, ResidentActRequest> {
  return useAct(({ kind, code, queryCode, opinion }, once) =>
    unwrap(client.POST(residentPaths[kind], { params: { path: { code } }, body: { queryCode, opinion }, ...once })),
  );
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
}

/** Rates; who is not satisfied gets a second handling, as the answer shows. */
export function useResidentRating(): UseMutationResult<PublicCase, Error, ResidentRatingRequest> {
  return useAct(({ code, queryCode, grade, opinion }, once) =>
    unwrap(
      client.POST('/api/v1/public/cases/{code}/rate', {
        params: { path: { code } },
        body: { queryCode, grade, ...(opinion !== '' && { opinion }) },
        ...once,
      }),
    ),
  );
}

/** How far a request has come, for whoever knows its number and query code. */
export function useTrackRequest(): UseMutationResult<PublicCase, Error, { code: string; queryCode: string }> {
  return useMutation({
    mutationFn: ({ code, queryCode }) =>
      unwrap(client.GET('/api/v1/public/cases/{code}', { params: { path: { code }, query: { queryCode } } })),
  });
}
