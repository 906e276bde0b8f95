import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { CaseLook, PersonalData, PersonalDataReading } from './model.js';
import { lookUpAnew } from './query-client.js';

/** Shows who the resident of a case is; every look is recorded, so it is kept in no cache. */
export function useReveal(caseId: string): UseMutationResult<PersonalData, Error, string> {
  return useMutation({
    gcTime: 0,
    mutationFn: (reason: string) =>
      unwrap(client.POST('/api/v1/cases/{id}/personal-data', { params: { path: { id: caseId } }, body: { reason } })),
    onSettled: () => lookUpAnew('personal-data'),
  });
}

/** Who looked, the newest first. */
export function useReadings(caseId: string): UseQueryResult<PersonalDataReading[]> {
  return useQuery({
    queryKey: ['personal-data', caseId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/cases/{id}/personal-data/readings', { params: { path: { id: caseId } }, signal })),
  });
}

/** Who opened the case or its files, the newest first. */
export function useLooks(caseId: string): UseQueryResult<CaseLook[]> {
  return useQuery({
    queryKey: ['personal-data', caseId, 'looks'],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/cases/{id}/looks', { params: { path: { id: caseId } }, signal })),
  });
}
