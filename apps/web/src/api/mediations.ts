import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { MediationAgreement, TaskRef } from './model.js';
import { startRefresh } from './tasks.js';

/** Ends a mediation of a case by an agreement. */
export function useAgree(caseId: string): UseMutationResult<{ tasks: TaskRef[] }, Error, MediationAgreement> {
  return useAct(
    (body, once) =>
      unwrap(client.POST('/api/v1/cases/{id}/agreement', { ...once, params: { path: { id: caseId } }, body })),
    { onSuccess: startRefresh },
  );
}
