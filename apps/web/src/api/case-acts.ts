import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { TaskRef } from './model.js';
import { startRefresh } from './tasks.js';

/** What is done to a case beside its tasks. */
export type CaseActKind = 'suspend' | 'resume' | 'extend' | 'urge' | 'withdraw';

/** An act as its dialog asks for it; `key` makes a repeated click harmless. */
export interface CaseActRequest {
  readonly caseId: string;
  readonly kind: CaseActKind;
  readonly task: string;
  readonly opinion: string;
  /** Of a suspension. */
  readonly reason: string;
  /** Of an extension, in working days. */
  readonly days: number;
  readonly key: string;
}

/** Suspends, resumes, extends, urges or withdraws. */
export function useCaseAct(): UseMutationResult<{ tasks: TaskRef[] }, Error, CaseActRequest> {
  return useMutation({ mutationFn: send, onSuccess: startRefresh });
}

/** Reasons for which a clock may stand. */
export function usePauseReasons(enabled: boolean): UseQueryResult<{ code: string; name: string; capDays: number }[]> {
  return useQuery({
    queryKey: ['pause-reasons'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/pause-reasons', { signal })),
    enabled,
    staleTime: 3_600_000,
    refetchOnWindowFocus: false,
  });
}

async function send({ caseId, kind, task, opinion, reason, days, key }: CaseActRequest): Promise<{ tasks: TaskRef[] }> {
  const at = { params: { path: { id: caseId } }, headers: { 'Idempotency-Key': key } };
  switch (kind) {
    case 'suspend':
      return await unwrap(client.POST('/api/v1/cases/{id}/suspend', { ...at, body: { reason, opinion, task } }));
    case 'resume':
      return await unwrap(client.POST('/api/v1/cases/{id}/resume', { ...at, body: { opinion, task } }));
    case 'extend':
      return await unwrap(client.POST('/api/v1/cases/{id}/extend', { ...at, body: { days, opinion, task } }));
    case 'urge':
      return await unwrap(client.POST('/api/v1/cases/{id}/urge', { ...at, body: { opinion } }));
    case 'withdraw':
      return await unwrap(client.POST('/api/v1/cases/{id}/withdraw', { ...at, body: { opinion } }));
  }
}
