import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { UnitRecords } from './model.js';
import { queryClient } from './query-client.js';

/** What is signed: a day, the monthly meeting, the situation report; or a report that was read. */
export type RecordAct =
  | {
      readonly kind: 'day' | 'meeting' | 'report';
      readonly unit: string;
      readonly period: string;
      readonly remark: string;
    }
  | { readonly kind: 'receive'; readonly unit: string; readonly period: string };

/** The records of a unit in a month. */
export function useUnitRecords(unit: string, month: string): UseQueryResult<UnitRecords> {
  return useQuery({
    queryKey: ['unit-records', unit, month],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/unit-records', { params: { query: { unit, month } }, signal })),
    enabled: unit !== '',
  });
}

/** The units whose records the user may look at: their own and those right below. */
export function useUnitsBelow(own: readonly string[]): UseQueryResult<{ id: string; name: string }[]> {
  return useQuery({
    queryKey: ['units-below', own],
    queryFn: async ({ signal }) => {
      const units = await unwrap(client.GET('/api/v1/units', { signal }));
      return units.filter(({ id, parentId }) => own.includes(id) || own.includes(parentId ?? ''));
    },
    staleTime: 3_600_000,
  });
}

/** Signs a record. */
export function useRecordAct(): UseMutationResult<UnitRecords, Error, RecordAct> {
  return useAct(
    (act, once) =>
      act.kind === 'receive'
        ? unwrap(client.POST('/api/v1/unit-records/receive', { body: { unit: act.unit, month: act.period }, ...once }))
        : unwrap(client.POST('/api/v1/unit-records', { body: act, ...once })),
    { onSuccess: (records) => queryClient.setQueryData(['unit-records', records.unit.id, records.month], records) },
  );
}
