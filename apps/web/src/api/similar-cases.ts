import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Similar } from './model.js';

/** A request as far as it is written. */
export interface Matter {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly phone: string;
}

/** Fewer characters are like everything. */
const fewest = 8;

/** What earlier cases tell of a request that is being written. */
export function useSimilarCases({ title, text, address, phone }: Matter): UseQueryResult<Similar> {
  return useQuery({
    queryKey: ['similar-cases', title, text, address, phone],
    queryFn: ({ signal }) =>
      unwrap(client.POST('/api/v1/similar-cases', { body: { title, text, address, phone }, signal })),
    enabled: `${title}${text}`.trim().length >= fewest,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    gcTime: 60_000,
  });
}
