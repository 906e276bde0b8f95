import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.js';

/** The cache of server answers; only a lost connection or a busy server is worth a second try. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 1 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
    },
    // An act without a network is told to have failed: nobody expects it to be done later by itself.
    mutations: { networkMode: 'always' },
  },
});

/** Pages of a list that are asked for again without being asked for; more are many questions at once. */
const mostPages = 5;

/** Whether somebody has read a list so far down that asking for all of it again costs too much. */
export function isDeep<T extends { readonly pages: readonly unknown[] }>(data: T | undefined): data is T {
  return data !== undefined && data.pages.length > mostPages;
}

/** Has everything looked up anew whose key begins with one of these words; nobody waits for it. */
export function lookUpAnew(...subjects: readonly string[]): void {
  const stale = new Set<unknown>(subjects);
  const isLong = (data: unknown) => isPaged(data) && isDeep(data);
  void queryClient.invalidateQueries({
    predicate: ({ queryKey, state }) => stale.has(queryKey[0]) && !isLong(state.data),
  });
}

function isPaged(data: unknown): data is { readonly pages: readonly unknown[] } {
  return typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages);
}
