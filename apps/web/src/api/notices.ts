import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import { isLive } from './live.js';
import type { NewNoticeAddress, Notice, NoticeAddress } from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew, queryClient } from './query-client.js';

interface NoticePage {
  items: Notice[];
  next: string | null;
  unread: number;
}

/** How often the number of unread notices is asked for, in milliseconds; less often while the server tells of them. */
const often = (): number => (isLive() ? 300_000 : 30_000);

/** How many notices are unread, 100 at most. */
export function useUnreadNotices(): UseQueryResult<number> {
  return useQuery({
    queryKey: ['notices', 'unread'],
    queryFn: async ({ signal }) => {
      const { unread } = await unwrap(client.GET('/api/v1/notices', { params: { query: { limit: 1 } }, signal }));
      return unread;
    },
    refetchInterval: often,
  });
}

/** Own notices, the newest first. */
export function useNotices(): Pages<NoticePage> {
  return usePages(['notices', 'list'], (at, signal) =>
    unwrap(client.GET('/api/v1/notices', { params: { query: { limit: 30, ...at } }, signal })),
  );
}

/** Marks notices as read: those named, or all. */
export function useReadNotices(): UseMutationResult<{ unread: number }, Error, readonly string[] | undefined> {
  return useMutation({
    mutationFn: (ids) =>
      unwrap(client.POST('/api/v1/notices/read', { body: ids === undefined ? {} : { ids: [...ids] } })),
    onSuccess: () => lookUpAnew('notices'),
  });
}

/** Where notices go beside the product. */
export function useNoticeAddress(): UseQueryResult<NoticeAddress> {
  return useQuery({
    queryKey: ['notice-address'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/me/notice-address', { signal })),
  });
}

/** Changes where they go. */
export function useSetNoticeAddress(): UseMutationResult<NoticeAddress, Error, NewNoticeAddress> {
  return useMutation({
    mutationFn: (body) => unwrap(client.PUT('/api/v1/me/notice-address', { body })),
    onSuccess: (address) => queryClient.setQueryData(['notice-address'], address),
  });
}

/** Whether residents can be told of their request by SMS; not until it is known. */
export function useSmsToResidents(): boolean {
  const channels = useQuery({
    queryKey: ['resident-channels'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/public/notice-channels', { signal })),
    staleTime: Infinity,
  });
  return channels.data?.sms ?? false;
}
