import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Talk } from './model.js';
import type { OutcomeFilter } from './outcome-filter.js';

interface TalkPage {
  items: Talk[];
  next: string | null;
}

/** Talks, the newest first. */
export function useTalks(
  filter: OutcomeFilter<Talk['state'] | 'late'>,
): UseInfiniteQueryResult<InfiniteData<TalkPage>> {
  return useInfiniteQuery({
    queryKey: ['talks', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 30, ...filter, ...(pageParam && { after: pageParam }) };
      return unwrap(client.GET('/api/v1/talks', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

/** What is done to a talk. */
export type TalkAct =
  | {
      readonly kind: 'hold';
      readonly heldAt: string;
      readonly attended: string;
      readonly agreed: string;
      readonly mendBy: string;
    }
  | { readonly kind: 'drop' | 'mend' | 'acknowledge'; readonly opinion: string };

/** Does it. */
export function useTalkAct(id: string): UseMutationResult<unknown, Error, TalkAct> {
  const queries = useQueryClient();
  const path = { params: { path: { id } } };
  return useMutation({
    mutationFn: async (act) => {
      switch (act.kind) {
        case 'hold': {
          const { kind: _, ...body } = act;
          return await unwrap(client.POST('/api/v1/talks/{id}/hold', { ...path, body }));
        }
        case 'drop':
          return await unwrap(client.POST('/api/v1/talks/{id}/drop', { ...path, body: { opinion: act.opinion } }));
        case 'mend':
          return await unwrap(client.POST('/api/v1/talks/{id}/mend', { ...path, body: { opinion: act.opinion } }));
        case 'acknowledge': {
          const body = { opinion: act.opinion };
          return await unwrap(client.POST('/api/v1/talks/{id}/acknowledge', { ...path, body }));
        }
      }
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['talks'] }),
  });
}
