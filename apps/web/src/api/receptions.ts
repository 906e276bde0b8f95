import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type {
  BookingDraft,
  BookingReceipt,
  OverdueUnit,
  PlannedReceptions,
  Reception,
  ReceptionEdit,
  ReceptionPlan,
  ReceptionSummary,
  RegisteredCase,
  SpotCase,
} from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew, queryClient } from './query-client.js';

/** Which days are shown; without an end all that are to come. */
interface Days {
  readonly from: string;
  readonly to?: string;
}

/** Receptions in the order of their days. */
export function useReceptions(days: Days): Pages<{ items: ReceptionSummary[]; next: string | null }> {
  return usePages(['receptions', days.from, days.to], (at, signal) =>
    unwrap(client.GET('/api/v1/receptions', { params: { query: { limit: 100, ...days, ...at } }, signal })),
  );
}

/** A reception with its bookings. */
export function useReception(id: string): UseQueryResult<Reception> {
  return useQuery({
    queryKey: ['reception', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/receptions/{id}', { params: { path: { id } }, signal })),
  });
}

/** Kinds of receptions. */
export function useReceptionKinds(): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['reception-kinds'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/reception-kinds', { signal })),
  });
}

/** Units that have not received for too long. */
export function useOverdueUnits(): Pages<{ items: OverdueUnit[]; next: string | null }> {
  return usePages(['reception-duties'], (at, signal) =>
    unwrap(client.GET('/api/v1/reception-duties', { params: { query: { limit: 50, ...at } }, signal })),
  );
}

/** Plans receptions. */
export function usePlanReceptions(): UseMutationResult<PlannedReceptions, Error, ReceptionPlan> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/receptions', { body, ...once })), {
    onSuccess: () => lookUpAnew('receptions'),
  });
}

/** What is done with a reception as a whole or with one of its bookings. */
export type ReceptionAct =
  | { readonly act: 'publish'; readonly following: boolean }
  | { readonly act: 'cancel'; readonly following: boolean; readonly reason: string }
  | { readonly act: 'hold' }
  | ({ readonly act: 'edit' } & ReceptionEdit)
  | { readonly act: 'mark'; readonly booking: string; readonly as: 'came' | 'absent' }
  | { readonly act: 'cancel-booking'; readonly booking: string; readonly reason: string };

/** Does it. */
export function useReceptionAct(id: string): UseMutationResult<Reception, Error, ReceptionAct> {
  return useAct((said, once) => send(id, said, once), {
    onSuccess: (after) => queryClient.setQueryData(['reception', id], after),
    onSettled: () => lookUpAnew('receptions', 'reception', 'reception-duties'),
  });
}

async function send(id: string, said: ReceptionAct, once: Once): Promise<Reception> {
  const at = { params: { path: { id } } };
  switch (said.act) {
    case 'publish': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/receptions/{id}/publish', { ...at, ...once, body }));
    }
    case 'cancel': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/receptions/{id}/cancel', { ...at, ...once, body }));
    }
    case 'hold':
      return await unwrap(client.POST('/api/v1/receptions/{id}/hold', { ...at, ...once }));
    case 'edit': {
      const { act: _, ...body } = said;
      return await unwrap(client.PUT('/api/v1/receptions/{id}', { ...at, body }));
    }
    case 'mark': {
      const of = { params: { path: { id: said.booking } } };
      return await unwrap(client.POST('/api/v1/bookings/{id}/mark', { ...of, ...once, body: { as: said.as } }));
    }
    case 'cancel-booking': {
      const of = { params: { path: { id: said.booking } } };
      const body = { reason: said.reason };
      return await unwrap(client.POST('/api/v1/bookings/{id}/cancel', { ...of, ...once, body }));
    }
  }
}

/** Books for a resident, or enters who has come without an appointment. */
export function useEnterBooking(id: string): UseMutationResult<BookingReceipt, Error, BookingDraft> {
  return useAct(
    (body, once) =>
      unwrap(client.POST('/api/v1/receptions/{id}/bookings', { params: { path: { id } }, body, ...once })),
    { onSettled: () => lookUpAnew('receptions', 'reception') },
  );
}

/** Opens a case on the spot. */
export function useOpenSpotCase(booking: string): UseMutationResult<RegisteredCase, Error, SpotCase> {
  return useAct(
    (body, once) =>
      unwrap(client.POST('/api/v1/bookings/{id}/cases', { params: { path: { id: booking } }, body, ...once })),
    { onSuccess: () => lookUpAnew('receptions', 'reception', 'cases', 'tasks') },
  );
}
