import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { FollowUpItem } from './model.js';
import { queryClient } from './query-client.js';

/** What became of the decisions of a meeting. */
export function useFollowUp(meeting: string): UseQueryResult<FollowUpItem[]> {
  return useQuery({
    queryKey: ['follow-up', meeting],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/joint-meetings/{id}/follow-up', { params: { path: { id: meeting } }, signal })),
  });
}

/** What is done about a decision: it is closed, or a unit is ordered to answer for its part. */
export type FollowUpAct = { readonly topic: string; readonly opinion: string } & (
  { readonly kind: 'close' } | { readonly kind: 'supervise'; readonly unit: string }
);

/** Does it. */
export function useFollowUpAct(meeting: string): UseMutationResult<FollowUpItem[], Error, FollowUpAct> {
  return useAct(
    ({ topic, opinion, ...act }, once) => {
      const at = { ...once, params: { path: { id: meeting, topic } } };
      return act.kind === 'close'
        ? unwrap(client.POST('/api/v1/joint-meetings/{id}/topics/{topic}/close', { ...at, body: { opinion } }))
        : unwrap(
            client.POST('/api/v1/joint-meetings/{id}/topics/{topic}/supervise', {
              ...at,
              body: { unit: act.unit, opinion },
            }),
          );
    },
    {
      onSuccess: (after) => queryClient.setQueryData(['follow-up', meeting], after),
      onSettled: () => void queryClient.invalidateQueries(),
    },
  );
}
