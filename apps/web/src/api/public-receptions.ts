import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { BookingReceipt, PublicBooking, PublicBookingDraft, PublicReception, ReceivingUnit } from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

/** Units that receive soon, and their streets. */
export function useReceivingUnits(): UseQueryResult<ReceivingUnit[]> {
  return useQuery({
    queryKey: ['receiving-units'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/public/receiving-units', { signal })),
  });
}

/** Coming receptions, of a unit and those below it or of all. */
export function usePublicReceptions(unit: string): Pages<{ items: PublicReception[]; next: string | null }> {
  const of = unit === '' ? {} : { unit };
  return usePages(['public-receptions', unit], (at, signal) =>
    unwrap(client.GET('/api/v1/public/receptions', { params: { query: { limit: 20, ...of, ...at } }, signal })),
  );
}

/** A coming reception with its free slots. */
export function usePublicReception(id: string): UseQueryResult<PublicReception> {
  return useQuery({
    queryKey: ['public-reception', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/public/receptions/{id}', { params: { path: { id } }, signal })),
  });
}

/** Books a slot; the slots that are free are looked up anew whatever comes of it. */
export function useBookSlot(id: string): UseMutationResult<BookingReceipt, Error, PublicBookingDraft> {
  return useAct(
    (body, once) =>
      unwrap(client.POST('/api/v1/public/receptions/{id}/bookings', { params: { path: { id } }, body, ...once })),
    { onSettled: () => lookUpAnew('public-receptions', 'public-reception') },
  );
}

/** The number and the query code of a booking. */
interface Receipt {
  readonly code: string;
  readonly queryCode: string;
}

/** How a booking stands. */
export function useFindBooking(): UseMutationResult<PublicBooking, Error, Receipt> {
  return useMutation({
    mutationFn: ({ code, queryCode }) =>
      unwrap(client.GET('/api/v1/public/bookings/{code}', { params: { path: { code }, query: { queryCode } } })),
  });
}

/** Takes a booking back. */
export function useCancelBooking(): UseMutationResult<PublicBooking, Error, Receipt> {
  return useAct(({ code, queryCode }, once) =>
    unwrap(
      client.POST('/api/v1/public/bookings/{code}/cancel', {
        params: { path: { code } },
        body: { queryCode },
        ...once,
      }),
    ),
  );
}
