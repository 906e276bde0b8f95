import { useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type {
  NewWhistle,
  Whistle,
  WhistleArrival,
  WhistleEnd,
  WhistleKind,
  WhistleScoring,
  WhistleSummary,
} from './model.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew, queryClient } from './query-client.js';

interface WhistlePage {
  items: WhistleSummary[];
  next: string | null;
}

/** What a whistle may be blown for. */
export function useWhistleKinds(): UseQueryResult<WhistleKind[]> {
  return useQuery({
    queryKey: ['whistle-kinds'],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/whistle-kinds', { signal })),
  });
}

/** Whistles, the latest first. */
export function useWhistles(): Pages<WhistlePage> {
  return usePages(['whistles'], (at, signal) =>
    unwrap(client.GET('/api/v1/whistles', { params: { query: { limit: 30, ...at } }, signal })),
  );
}

/** A whistle with the units that it called. */
export function useWhistle(id: string): UseQueryResult<Whistle> {
  return useQuery({
    queryKey: ['whistle', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/whistles/{id}', { params: { path: { id } }, signal })),
  });
}

/** Blows a whistle. */
export function useBlowWhistle(): UseMutationResult<Whistle, Error, NewWhistle> {
  return useAct((body, once) => unwrap(client.POST('/api/v1/whistles', { body, ...once })), {
    onSuccess: () => void queryClient.invalidateQueries(),
  });
}

/** What is done in the course of a whistle. */
export type WhistleAct =
  | ({ readonly act: 'arrive' } & WhistleArrival)
  | ({ readonly act: 'end' } & WhistleEnd)
  | ({ readonly act: 'score' } & WhistleScoring);

/** Does it. */
export function useWhistleAct(id: string): UseMutationResult<Whistle, Error, WhistleAct> {
  return useAct((said, once) => send({ ...once, params: { path: { id } } }, said), {
    onSuccess: (after) => queryClient.setQueryData(['whistle', id], after),
    onSettled: () => lookUpAnew('whistles'),
  });
}

async function send(at: Once & { params: { path: { id: string } } }, said: WhistleAct): Promise<Whistle> {
  switch (said.act) {
    case 'arrive': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/whistles/{id}/arrive', { ...at, body }));
    }
    case 'end': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/whistles/{id}/end', { ...at, body }));
    }
    case 'score': {
      const { act: _, ...body } = said;
      return await unwrap(client.POST('/api/v1/whistles/{id}/score', { ...at, body }));
    }
  }
}
