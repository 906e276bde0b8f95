import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { ServiceRecord } from './model.js';
import { queryClient } from './query-client.js';

/** Something to add to the service record of a case. */
export type ServiceEntry =
  | {
      readonly kind: 'contact';
      readonly way: string;
      readonly reached: boolean;
      readonly trip: boolean;
      readonly text: string;
    }
  | { readonly kind: 'tell'; readonly items: readonly string[]; readonly text: string }
  | { readonly kind: 'paper'; readonly name: string; readonly original: boolean }
  | { readonly kind: 'return'; readonly paper: string }
  | { readonly kind: 'proxy'; readonly mandate: string }
  | { readonly kind: 'end'; readonly result: string };

/** What was done with the resident of a case. */
export function useServiceRecord(caseId: string): UseQueryResult<ServiceRecord> {
  return useQuery({
    queryKey: ['service', caseId],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/cases/{id}/service', { params: { path: { id: caseId } }, signal })),
  });
}

/** Ways in which residents are spoken to. */
export function useContactWays(): UseQueryResult<{ code: string; name: string }[]> {
  return useQuery({
    queryKey: ['contact-ways'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/contact-ways', { signal })),
    staleTime: 3_600_000,
    refetchOnWindowFocus: false,
  });
}

/** Adds to it. */
export function useAddService(caseId: string): UseMutationResult<ServiceRecord, Error, ServiceEntry> {
  return useAct((entry, once) => send(caseId, entry, once), {
    onSuccess: (record) => {
      queryClient.setQueryData(['service', caseId], record);
      void queryClient.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
}

async function send(id: string, entry: ServiceEntry, once: Once): Promise<ServiceRecord> {
  const at = { ...once, params: { path: { id } } };
  switch (entry.kind) {
    case 'contact': {
      const { way, reached, trip, text } = entry;
      return await unwrap(client.POST('/api/v1/cases/{id}/contacts', { ...at, body: { way, reached, trip, text } }));
    }
    case 'tell': {
      const body = { items: [...entry.items], ...(entry.text !== '' && { text: entry.text }) };
      return await unwrap(client.POST('/api/v1/cases/{id}/paper-notices', { ...at, body }));
    }
    case 'paper': {
      const { name, original } = entry;
      return await unwrap(client.POST('/api/v1/cases/{id}/papers', { ...at, body: { name, original } }));
    }
    case 'return': {
      const params = { path: { id, paper: entry.paper } };
      return await unwrap(client.POST('/api/v1/cases/{id}/papers/{paper}/return', { ...at, params }));
    }
    case 'proxy':
      return await unwrap(client.POST('/api/v1/cases/{id}/proxies', { ...at, body: { mandate: entry.mandate } }));
    case 'end':
      return await unwrap(client.POST('/api/v1/cases/{id}/proxies/end', { ...at, body: { result: entry.result } }));
  }
}
