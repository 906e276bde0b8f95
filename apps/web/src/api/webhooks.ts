import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { NewWebhook, Webhook } from './model.js';
import { queryClient } from './query-client.js';

const key = ['webhooks'];
/** How often what became of the latest calls is looked at, in milliseconds. */
const often = 5_000;

/** Webhooks in use. */
export function useWebhooks(): UseQueryResult<Webhook[]> {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/webhooks', { signal })),
    refetchInterval: often,
  });
}

/** Adds one. */
export function useAddWebhook(): UseMutationResult<Webhook, Error, NewWebhook> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/webhooks', { body, ...once })), {
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: key }),
  });
}

/** Calls one to see whether it answers. */
export function useTestWebhook(): UseMutationResult<Webhook[], Error, string> {
  return useAct((id, once) => unwrap(client.POST('/api/v1/webhooks/{id}/test', { params: { path: { id } }, ...once })));
}

/** Ends one for good. */
export function useEndWebhook(): UseMutationResult<Webhook[], Error, string> {
  return useMutation({
    mutationFn: (id) => unwrap(client.DELETE('/api/v1/webhooks/{id}', { params: { path: { id } } })),
    onSuccess: (hooks) => queryClient.setQueryData(key, hooks),
  });
}
