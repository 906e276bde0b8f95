import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Category, Disposition } from './model.js';

/** Code lists change rarely; one question in five minutes is enough. */
const lasting = { staleTime: 300_000, refetchOnWindowFocus: false };

/** The channels through which requests arrive. */
export function useChannels(): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['channels'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/channels', { signal })),
    ...lasting,
  });
}

/** What residents come with. */
export function useKinds(): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['case-kinds'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/case-kinds', { signal })),
    ...lasting,
  });
}

/** The ways in which matters are settled; the first is the usual one. */
export function useDispositions(): UseQueryResult<Disposition[]> {
  return useQuery({
    queryKey: ['dispositions'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/dispositions', { signal })),
    ...lasting,
  });
}

/** One category with the names of everything above it. */
export interface CategoryOption {
  readonly code: string;
  readonly path: string;
}

/** The category tree as a flat list of paths, leaves and branches alike. */
export function useCategories(): UseQueryResult<CategoryOption[]> {
  return useQuery({
    queryKey: ['categories'],
    queryFn: async ({ signal }) => flatten(await unwrap(client.GET('/api/v1/categories', { signal })), ''),
    ...lasting,
  });
}

/** What kinds of units people choose from. */
export type ChosenKind = 'station' | 'street' | 'department' | 'office';

/** Units of these kinds, kind after kind. */
export function useUnits(kinds: readonly ChosenKind[]): { readonly units: UnitOption[]; readonly isPending: boolean } {
  return useQueries({
    queries: kinds.map((kind) => ({
      queryKey: ['units', kind],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        unwrap(client.GET('/api/v1/units', { params: { query: { kind } }, signal })),
      ...lasting,
    })),
    combine: (answers) => ({
      units: answers.flatMap(({ data }) => data ?? []),
      isPending: answers.some(({ isPending }) => isPending),
    }),
  });
}

/** Who works in a unit; nobody is asked for without one. */
export function usePeopleOfUnit(
  unit: string | undefined,
): UseQueryResult<{ id: string; name: string; post: string }[]> {
  return useQuery({
    queryKey: ['people-of-unit', unit],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/units/{id}/people', { params: { path: { id: unit ?? '' } }, signal })),
    enabled: unit !== undefined,
  });
}

interface UnitOption {
  readonly id: string;
  readonly name: string;
}

function flatten(categories: readonly Category[], above: string): CategoryOption[] {
  return categories.flatMap(({ code, name, children }) => {
    const path = above ? `${above} / ${name}` : name;
    return [{ code, path }, ...flatten(children ?? [], path)];
  });
}
