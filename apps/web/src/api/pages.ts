import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';

/** A list as `useInfiniteQuery` gives it, read as far as somebody asked. */
export type Pages<Page> = UseInfiniteQueryResult<InfiniteData<Page>>;

/** Where a page starts; the first one has nothing before it. */
interface At {
  readonly after?: string;
}

/** Reads a keyset-paged list page after page. */
export function usePages<Page extends { readonly next: string | null }>(
  queryKey: readonly unknown[],
  read: (at: At, signal: AbortSignal) => Promise<Page>,
): Pages<Page> {
  return useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => read(pageParam ? { after: pageParam } : {}, signal),
    getNextPageParam: (page) => page.next,
  });
}
