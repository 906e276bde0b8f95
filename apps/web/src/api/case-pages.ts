import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { CaseTopic, LedgerTerm, RelatedCase } from './model.js';

/** Every term of a case with what happened to its clock. */
export function useCaseTerms(id: string): UseQueryResult<LedgerTerm[]> {
  return useQuery({
    queryKey: ['case', id, 'terms'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/cases/{id}/terms', { params: { path: { id } }, signal })),
  });
}

/** Cases of the same resident or place, and like ones. */
export function useRelatedCases(id: string): UseQueryResult<RelatedCase[]> {
  return useQuery({
    queryKey: ['case', id, 'related'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/cases/{id}/related', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  });
}

/** What joint meetings had to decide on a case, and did. */
export function useCaseTopics(id: string): UseQueryResult<CaseTopic[]> {
  return useQuery({
    queryKey: ['case', id, 'topics'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/cases/{id}/topics', { params: { path: { id } }, signal })),
  });
}
