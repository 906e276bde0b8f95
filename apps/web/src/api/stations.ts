import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Station, StationItem } from './model.js';
import { usePages, type Pages } from './pages.js';

/** Stations by a part of their name or address, page after page. */
export function useStations(q: string): Pages<{ items: StationItem[]; next: string | null }> {
  const asked = q === '' ? {} : { q };
  return usePages(['stations', q], (at, signal) =>
    unwrap(client.GET('/api/v1/public/stations', { params: { query: { limit: 20, ...asked, ...at } }, signal })),
  );
}

/** A station with its hours as they fall now; `wanted` false: it is not asked for. */
export function useStation(id: string, wanted = true): UseQueryResult<Station> {
  return useQuery({
    queryKey: ['station', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/public/stations/{id}', { params: { path: { id } }, signal })),
    refetchInterval: 60_000,
    enabled: wanted,
  });
}
