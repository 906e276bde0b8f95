import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { DistrictMap, MapFigures, NewDistrictMap, Trend } from './model.js';
import { lookUpAnew } from './query-client.js';
import type { Period } from './statistics.js';

/** Days of receipt. */
type Days = Pick<Period, 'from' | 'to'>;

/** The outline of the district. */
export function useDistrictMap(): UseQueryResult<DistrictMap> {
  return useQuery({
    queryKey: ['district-map'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/district-map', { signal })),
    staleTime: 600_000,
  });
}

/** Puts another outline in. */
export function usePutDistrictMap(): UseMutationResult<DistrictMap, Error, NewDistrictMap> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/district-map', { body, ...once })), {
    onSuccess: () => lookUpAnew('district-map'),
  });
}

/** Where units are and what they have to do. */
export function useMapFigures({ from, to }: Days): UseQueryResult<MapFigures> {
  return useQuery({
    queryKey: ['map-figures', from, to],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/map', { params: { query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Where the same stands as an .xlsx file. */
export function mapWorkbookAddress({ from, to }: Days): string {
  return `/api/v1/statistics/map/workbook?${new URLSearchParams({ from, to })}`;
}

/** How a period went, day by day or month by month. */
export function useTrend(query: Period): UseQueryResult<Trend> {
  return useQuery({
    queryKey: ['statistics', 'trend', query],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics/trend', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}
