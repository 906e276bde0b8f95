import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { Box, InboxLook, InboxView } from './model.js';
import { lookUpAnew } from './query-client.js';

const refresh = (): void => lookUpAnew('inbox-views');

/** The own views of a box, and those that colleagues share. */
export function useInboxViews(box: Box, enabled: boolean): UseQueryResult<InboxView[]> {
  return useQuery({
    queryKey: ['inbox-views', box],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/inbox-views', { params: { query: { box } }, signal })),
    enabled,
    staleTime: 60_000,
  });
}

/** Gives a look a name. */
export function useAddInboxView(): UseMutationResult<
  InboxView,
  Error,
  { readonly box: Box; readonly name: string; readonly look: InboxLook }
> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/inbox-views', { body, ...once })), { onSuccess: refresh });
}

/** Renames a view, or puts another look into it. */
export function useChangeInboxView(): UseMutationResult<
  InboxView,
  Error,
  { readonly id: string; readonly name?: string; readonly look?: InboxLook }
> {
  return useMutation({
    mutationFn: ({ id, ...body }) =>
      unwrap(client.PATCH('/api/v1/inbox-views/{id}', { params: { path: { id } }, body })),
    onSuccess: refresh,
  });
}

/** Forgets a view. */
export function useRemoveInboxView(): UseMutationResult<void, Error, string> {
  return useMutation({
    mutationFn: async (id) => {
      await unwrap(client.DELETE('/api/v1/inbox-views/{id}', { params: { path: { id } } }));
    },
    onSettled: refresh,
  });
}

/** Shows a view to all of a unit, or, without one, to nobody else any more. */
export function useShareInboxView(): UseMutationResult<
  InboxView,
  Error,
  { readonly id: string; readonly unit: string | undefined }
> {
  return useAct(
    ({ id, unit }, once) =>
      unit === undefined
        ? unwrap(client.DELETE('/api/v1/inbox-views/{id}/share', { params: { path: { id } } }))
        : unwrap(client.POST('/api/v1/inbox-views/{id}/share', { params: { path: { id } }, body: { unit }, ...once })),
    { onSettled: refresh },
  );
}
