import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { NewUnitContact, UnitContact } from './model.js';
import { lookUpAnew } from './query-client.js';

/** Where a unit is and when it is open, the newest decision first. */
export function useUnitContacts(id: string): UseQueryResult<UnitContact[]> {
  return useQuery({
    queryKey: ['unit-contact', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/units/{id}/contact', { params: { path: { id } }, signal })),
  });
}

/** Decides it anew. */
export function useSetUnitContact(id: string): UseMutationResult<unknown, Error, NewUnitContact> {
  return useAct(
    (body, once) => unwrap(client.POST('/api/v1/units/{id}/contact', { params: { path: { id } }, body, ...once })),
    { onSuccess: () => lookUpAnew('unit-contact', 'stations', 'station', 'map-figures') },
  );
}
