import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { SupervisionOrder } from './model.js';

/** Which orders a list shows. */
export type SupervisionFilter = 'open' | 'ended' | 'all';

interface SupervisionPage {
  items: SupervisionOrder[];
  next: string | null;
}

/** Supervision orders, the newest first. */
export function useSupervisions(
  filter: SupervisionFilter,
  unit: string | undefined,
): UseInfiniteQueryResult<InfiniteData<SupervisionPage>> {
  return useInfiniteQuery({
    queryKey: ['supervisions', filter, unit],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const state = filter === 'all' ? {} : { state: filter };
      const query = { limit: 30, ...state, ...(unit && { unit }), ...(pageParam && { after: pageParam }) };
      return unwrap(client.GET('/api/v1/supervisions', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}
