import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Statistics } from './model.js';

/** Days of receipt, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Counts and rates of the cases received in a period, as they are now. */
export function useStatistics({ from, to }: Period): UseQueryResult<Statistics> {
  return useQuery({
    queryKey: ['statistics', from, to],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/statistics', { params: { query: { from, to } }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Where the same stands as an .xlsx file. */
export function workbookAddress({ from, to }: Period): string {
  return `/api/v1/statistics/workbook?${new URLSearchParams({ from, to })}`;
}
