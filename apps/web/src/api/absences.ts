import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { Absence, Peer } from './model.js';
import { lookUpAnew, queryClient } from './query-client.js';

/** Absences that are or are to come. */
export function useAbsences(): UseQueryResult<Absence[]> {
  return useQuery({
    queryKey: ['absences'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/absences', { signal })),
  });
}

/** Who could stand in. */
export function usePeers(): UseQueryResult<Peer[]> {
  return useQuery({
    queryKey: ['absence-peers'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/absences/peers', { signal })),
  });
}

interface NewAbsence {
  readonly person?: string;
  readonly substitute: string;
  readonly from: string;
  readonly until: string;
}

/** Sets an absence. */
export function useSetAbsence(): UseMutationResult<Absence, Error, NewAbsence> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/absences', { body, ...once })), {
    onSuccess: () => lookUpAnew('absences'),
  });
}

/** Ends an absence now. */
export function useEndAbsence(): UseMutationResult<Absence[], Error, string> {
  return useMutation({
    mutationFn: (id) => unwrap(client.DELETE('/api/v1/absences/{id}', { params: { path: { id } } })),
    onSuccess: (absences) => queryClient.setQueryData(['absences'], absences),
  });
}
