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
  },
});

/** Has everything looked up anew whose key begins with one of these words; nobody waits for it. */
export function lookUpAnew(...subjects: readonly string[]): void {
  const stale = new Set<unknown>(subjects);
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => stale.has(queryKey[0]) });
}
