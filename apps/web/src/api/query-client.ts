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
