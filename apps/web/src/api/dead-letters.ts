import type { UseMutationResult } from '@tanstack/react-query';
import { useAct } from './act.js';
import { client, unwrap } from './client.js';
import type { DeadLetter } from './model.js';
import { usePages, type Pages } from './pages.js';
import { queryClient } from './query-client.js';

const key = ['dead-letters'];
const again = { onSuccess: () => void queryClient.invalidateQueries({ queryKey: key }) };

interface Done {
  readonly done: number;
}

/** What is tried no more by itself, the latest first. */
export function useDeadLetters(): Pages<{ items: DeadLetter[]; next: string | null }> {
  return usePages(key, (at, signal) =>
    unwrap(client.GET('/api/v1/dead-letters', { params: { query: { limit: 50, ...at } }, signal })),
  );
}

/** Has some of them tried again, or without ids all. */
export function useRetryLetters(): UseMutationResult<Done, Error, { readonly ids?: string[] }> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/dead-letters/retry', { body, ...once })), again);
}

/** Removes some for good. */
export function useDropLetters(): UseMutationResult<Done, Error, { readonly ids: string[]; readonly reason: string }> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/dead-letters/drop', { body, ...once })), again);
}
