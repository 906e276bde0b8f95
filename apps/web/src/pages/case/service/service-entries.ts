import type { ServiceRecord } from '../../../api/model.js';
import { longTime } from '../../../format/time.js';
import { messages } from '../../../messages/messages.js';

const words = messages.service;

/** One thing that was done, as it is shown. */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly title: string;
  readonly who: string;
  readonly text: string;
  /** A paper that can be given back. */
  readonly paper?: { readonly id: string; readonly name: string };
}

/** Everything of a service record in one list, the latest first. */
export function entriesOf({ contacts, notices, papers, proxies }: ServiceRecord): Entry[] {
  const entries: Entry[] = [
    ...contacts.map(({ id, at, way, reached, trip, text, by, unit }) => ({
      id,
      at,
      title: [words.contacted(way, reached), trip && words.byTrip].filter(Boolean).join(messages.marks.phrase),
      who: whoOf(by, unit),
      text,
    })),
    ...notices.map(({ id, at, items, text, by, unit }) => ({
      id,
      at,
      title: words.told,
      who: whoOf(by, unit),
      text: [items.join(messages.marks.list), text].filter(Boolean).join('\n'),
    })),
    ...papers.map(({ id, name, original, receivedAt, receivedBy, returnedAt, returnedBy }) => ({
      id,
      at: receivedAt,
      title: words.received(name, original),
      who: receivedBy,
      text: returnedAt ? words.returned(longTime(returnedAt), returnedBy ?? '') : '',
      ...(returnedAt === null && { paper: { id, name } }),
    })),
    ...proxies.map(({ id, agent, unit, mandate, beganAt, result }) => ({
      id,
      at: beganAt,
      title: words.errand(agent),
      who: unit ?? '',
      text: `${mandate}\n${result ?? words.running}`,
    })),
  ];
  return entries.sort((a, b) => (a.at < b.at ? 1 : -1));
}

function whoOf(by: string, unit: string | null): string {
  return unit ? `${unit} ${by}` : by;
}
