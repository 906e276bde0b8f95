import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { NewUnit, NewUnitChange, UnitDetail, UnitOfTree, UnitThings } from './model.js';
import { lookUpAnew } from './query-client.js';

/** Every unit that stands or did, parents first; `wanted` false: they are not asked for. */
export function useUnitTree(wanted = true): UseQueryResult<UnitOfTree[]> {
  return useQuery({
    queryKey: ['unit-tree'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/units/tree', { signal })),
    enabled: wanted,
  });
}

/** A unit with what became of it; null: none is asked for. */
export function useUnit(id: string | null): UseQueryResult<UnitDetail> {
  return useQuery({
    queryKey: ['unit', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/units/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}

/** What is with a unit and would follow it. */
export function useUnitThings(id: string): UseQueryResult<UnitThings> {
  return useQuery({
    queryKey: ['unit-things', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/units/{id}/things', { params: { path: { id } }, signal })),
    staleTime: 0,
  });
}

interface UnitChangeRequest {
  readonly id: string;
  readonly change: NewUnitChange;
}

/** Renames, moves, closes or merges a unit. */
export function useChangeUnit(): UseMutationResult<unknown, Error, UnitChangeRequest> {
  return useChange(({ id, change }, once) =>
    unwrap(client.POST('/api/v1/units/{id}/changes', { params: { path: { id } }, body: change, ...once })),
  );
}

/** Takes back a change that is still to come. */
export function useCancelChange(): UseMutationResult<unknown, Error, string> {
  return useChange((id) => unwrap(client.DELETE('/api/v1/units/{id}/changes', { params: { path: { id } } })));
}

/** Puts a unit into the tree. */
export function useAddUnit(): UseMutationResult<unknown, Error, NewUnit> {
  return useChange((body, once) => unwrap(client.POST('/api/v1/units', { body, ...once })));
}

/** Everything that shows units is looked up anew. */
function useChange<T>(send: (given: T, once: Once) => Promise<unknown>): UseMutationResult<unknown, Error, T> {
  return useAct(send, {
    onSuccess: () => lookUpAnew('unit-tree', 'unit', 'unit-things', 'units', 'people-of-unit', 'people'),
  });
}
