import { type UseMutationResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { Talk } from './model.js';
import type { OutcomeFilter } from './outcome-filter.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

interface TalkPage {
  items: Talk[];
  next: string | null;
}

/** Talks, the newest first. */
export function useTalks(filter: OutcomeFilter<Talk['state'] | 'late'>): Pages<TalkPage> {
  return usePages(['talks', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/talks', { params: { query: { limit: 30, ...filter, ...at } }, signal })),
  );
}

/** What is done to a talk. */
export type TalkAct =
  | {
      readonly kind: 'hold';
      readonly heldAt: string;
      readonly attended: string;
      readonly agreed: string;
      readonly mendBy: string;
    }
  | { readonly kind: 'drop' | 'mend' | 'acknowledge'; readonly opinion: string };

/** Does it. */
export function useTalkAct(id: string): UseMutationResult<unknown, Error, TalkAct> {
  return useAct((act, once) => send({ ...once, params: { path: { id } } }, act), {
    onSettled: () => lookUpAnew('talks'),
  });
}

async function send(at: Once & { params: { path: { id: string } } }, act: TalkAct): Promise<unknown> {
  if (act.kind === 'hold') {
    const { kind: _, ...body } = act;
    return await unwrap(client.POST('/api/v1/talks/{id}/hold', { ...at, body }));
  }
  return await unwrap(client.POST(`/api/v1/talks/{id}/${act.kind}`, { ...at, body: { opinion: act.opinion } }));
}
