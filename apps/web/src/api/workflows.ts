import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { client, unwrap } from './client.js';
import type { Workflow } from './model.js';

/** The latest version of every deployed workflow. */
export function useWorkflows(): UseQueryResult<Workflow[]> {
  return useQuery({
    queryKey: ['workflows'],
    queryFn: async ({ signal }) => {
      const query = { limit: 100 };
      return (await unwrap(client.GET('/api/v1/workflows', { params: { query }, signal }))).items;
    },
  });
}

/** The diagram of one version; a version never changes. */
export function useWorkflowXml(key: string, version: number): UseQueryResult<string> {
  return useQuery({
    queryKey: ['workflow', key, version],
    queryFn: async ({ signal }) => {
      const path = { key, version };
      return (await unwrap(client.GET('/api/v1/workflows/{key}/versions/{version}', { params: { path }, signal }))).xml;
    },
    staleTime: Infinity,
  });
}
