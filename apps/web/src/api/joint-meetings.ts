import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { QueueItem } from './model.js';

interface QueuePage {
  items: QueueItem[];
  next: string | null;
  total: number;
}

/** What waits for the joint meeting, longest first. */
export function useJointMeetingQueue(): UseInfiniteQueryResult<InfiniteData<QueuePage>> {
  return useInfiniteQuery({
    queryKey: ['joint-meeting-queue'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 30, ...(pageParam && { after: pageParam }) };
      return unwrap(client.GET('/api/v1/joint-meetings/queue', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}
