import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import { isLive } from './live.js';
import type { AuditChain, Home } from './model.js';
import { ApiProblem } from './problem.js';

/** What waits for who looks; asked anew when the server tells of news, and now and then, as terms run on. */
export function useHome(): UseQueryResult<Home> {
  return useQuery({
    queryKey: ['home'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/desk/home', { signal })),
    refetchInterval: () => (isLive() ? 120_000 : 60_000),
    placeholderData: keepPreviousData,
  });
}

/** Every chain of the audit trail, computed anew: much work for the server, so only when it is asked for. */
export function useAuditChains(): UseQueryResult<AuditChain[]> {
  return useQuery({
    queryKey: ['audit-chains'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/audit/chains', { signal })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
}

/** Why the server cannot serve; null while it can. */
export function useServiceTrouble(): UseQueryResult<string | null> {
  return useQuery({
    queryKey: ['service-trouble'],
    queryFn: async ({ signal }) => {
      try {
        await unwrap(client.GET('/api/health/ready', { signal }));
        return null;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 503) return error.message;
        throw error;
      }
    },
    refetchInterval: 60_000,
  });
}
