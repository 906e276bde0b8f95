import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Bulletin } from './model.js';
import type { OutcomeFilter } from './outcome-filter.js';

interface BulletinPage {
  items: Bulletin[];
  next: string | null;
}

/** Bulletins, the newest first. */
export function useBulletins(
  filter: OutcomeFilter<Bulletin['state']>,
): UseInfiniteQueryResult<InfiniteData<BulletinPage>> {
  return useInfiniteQuery({
    queryKey: ['bulletins', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 30, ...filter, ...(pageParam && { after: pageParam }) };
      return unwrap(client.GET('/api/v1/bulletins', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

/** What is done to a bulletin. */
export type BulletinAct =
  | { readonly kind: 'issue'; readonly title: string; readonly text: string }
  | { readonly kind: 'drop' | 'acknowledge'; readonly opinion: string };

/** Does it. */
export function useBulletinAct(id: string): UseMutationResult<unknown, Error, BulletinAct> {
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  return useMutation({
    mutationFn: async (act) => {
      switch (act.kind) {
        case 'issue': {
          const { title, text } = act;
          return await unwrap(client.POST('/api/v1/bulletins/{id}/issue', { ...path, body: { title, text } }));
        }
        case 'drop':
          return await unwrap(client.POST('/api/v1/bulletins/{id}/drop', { ...path, body: { opinion: act.opinion } }));
        case 'acknowledge': {
          const body = { opinion: act.opinion };
          return await unwrap(client.POST('/api/v1/bulletins/{id}/acknowledge', { ...path, body }));
        }
      }
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['bulletins'] }),
  });
}
