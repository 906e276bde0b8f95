import { keepPreviousData, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type {
  NewPledge,
  Pledge,
  PledgeChange,
  PledgeDiscussion,
  PledgeDropping,
  PledgeEnd,
  PledgeProgress,
  PledgeSummary,
  PublicPledges,
} from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew, queryClient } from './query-client.js';

interface PledgePage {
  items: PledgeSummary[];
  next: string | null;
}

/** Which pledges are listed. */
export interface PledgeFilter {
  readonly unit?: string;
  readonly year?: number;
  readonly state?: Pledge['state'];
}

/** Pledges, the latest first. */
export function usePledges(filter: PledgeFilter): Pages<PledgePage> {
  return usePages(['pledges', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/pledges', { params: { query: { limit: 30, ...filter, ...at } }, signal })),
  );
}

/** A pledge with its course. */
export function usePledge(id: string): UseQueryResult<Pledge> {
  return useQuery({
    queryKey: ['pledge', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/pledges/{id}', { params: { path: { id } }, signal })),
  });
}

/** Drafts a pledge. */
export function useDraftPledge(): UseMutationResult<Pledge, Error, NewPledge> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/pledges', { body, ...once })), {
    onSuccess: () => lookUpAnew('pledges'),
  });
}

/** What is done in the course of a pledge. */
export type PledgeAct =
  | ({ readonly act: 'change' } & PledgeChange)
  | ({ readonly act: 'discuss' } & PledgeDiscussion)
  | ({ readonly act: 'drop' } & PledgeDropping)
  | { readonly act: 'publish' }
  | ({ readonly act: 'progress' } & PledgeProgress)
  | ({ readonly act: 'finish' } & PledgeEnd);

/** Does it. */
export function usePledgeAct(id: string): UseMutationResult<Pledge, Error, PledgeAct> {
  return useAct((said, once) => send({ ...once, params: { path: { id } } }, said), {
    onSuccess: (after) => queryClient.setQueryData(['pledge', id], after),
    onSettled: () => lookUpAnew('pledges', 'pledge-years'),
  });
}

async function send(at: Once & { params: { path: { id: string } } }, said: PledgeAct): Promise<Pledge> {
  switch (said.act) {
    case 'change': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledges/{id}/change', { ...at, body }));
    }
    case 'discuss': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledges/{id}/discuss', { ...at, body }));
    }
    case 'drop': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledges/{id}/drop', { ...at, body }));
    }
    case 'publish':
      return await unwrap(client.POST('/api/v1/pledges/{id}/publish', { ...at }));
    case 'progress': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledges/{id}/progress', { ...at, body }));
    }
    case 'finish': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/pledges/{id}/finish', { ...at, body }));
    }
  }
}

/** Units with public pledges by a part of their name, for residents; none are looked for before somebody asks. */
export function usePublicPledgeUnits(name: string | undefined): UseQueryResult<{ id: string; name: string }[]> {
  return useQuery({
    queryKey: ['public-pledge-units', name],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/public/pledge-units', { params: { query: { name: name ?? '' } }, signal })),
    placeholderData: keepPreviousData,
    enabled: name !== undefined,
  });
}

/** The public pledges of a unit, of its latest year unless told. */
export function usePublicPledges(unit: string, year: number | undefined): Pages<PublicPledges> {
  const query = { unit, ...(year !== undefined && { year }), limit: 30 };
  return usePages(['public-pledges', query], (at, signal) =>
    unwrap(client.GET('/api/v1/public/pledges', { params: { query: { ...query, ...at } }, signal })),
  );
}
