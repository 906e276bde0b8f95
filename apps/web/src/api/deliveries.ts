import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Delivery } from './model.js';

/** Which lines of the log are shown; absent: all. */
export interface DeliveryFilter {
  readonly channel?: Delivery['channel'];
  readonly state?: Delivery['state'];
}

/** What was sent, the newest first. */
export function useDeliveries(
  filter: DeliveryFilter,
): UseInfiniteQueryResult<InfiniteData<{ items: Delivery[]; next: string | null }>> {
  return useInfiniteQuery({
    queryKey: ['deliveries', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...filter, ...(pageParam && { after: pageParam }) };
      return unwrap(client.GET('/api/v1/deliveries', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}
