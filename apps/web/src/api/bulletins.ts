import { type UseMutationResult } from '@tanstack/react-query';
import { useAct, type Once } from './act.js';
import { client, unwrap } from './client.js';
import type { Bulletin } from './model.js';
import type { OutcomeFilter } from './outcome-filter.js';
import { usePages, type Pages } from './pages.js';
import { lookUpAnew } from './query-client.js';

interface BulletinPage {
  items: Bulletin[];
  next: string | null;
}

/** Bulletins, the newest first. */
export function useBulletins(filter: OutcomeFilter<Bulletin['state']>): Pages<BulletinPage> {
  return usePages(['bulletins', filter], (at, signal) =>
    unwrap(client.GET('/api/v1/bulletins', { params: { query: { limit: 30, ...filter, ...at } }, signal })),
  );
}

/** Where a bulletin stands as a file. */
export function bulletinAddress(id: string): string {
  return `/api/v1/bulletins/${encodeURIComponent(id)}/document`;
}

/** What is done to a bulletin. */
export type BulletinAct =
  | { readonly kind: 'issue'; readonly title: string; readonly text: string }
  | { readonly kind: 'drop' | 'acknowledge'; readonly opinion: string };

/** Does it. */
export function useBulletinAct(id: string): UseMutationResult<unknown, Error, BulletinAct> {
  return useAct((act, once) => send({ ...once, params: { path: { id } } }, act), {
    onSettled: () => lookUpAnew('bulletins'),
  });
}

async function send(at: Once & { params: { path: { id: string } } }, act: BulletinAct): Promise<unknown> {
  if (act.kind === 'issue') {
    const { kind: _, ...body } = act;
    return await unwrap(client.POST('/api/v1/bulletins/{id}/issue', { ...at, body }));
  }
  return await unwrap(client.POST(`/api/v1/bulletins/{id}/${act.kind}`, { ...at, body: { opinion: act.opinion } }));
}
