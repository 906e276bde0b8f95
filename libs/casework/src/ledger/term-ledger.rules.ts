import type { InstanceJournal, JournalEntry } from '@lianban/engine';
import type { CountedTerm, TermAct, TermEntry, TermState } from './term-ledger.js';

/** A term with the key of the element whose timers carry it. */
export interface OwnedTerm extends CountedTerm {
  readonly owner: number;
}

interface Draft {
  readonly owner: number;
  readonly elementId: string;
  readonly duration: string | null;
  readonly calendarId: string | null;
  readonly startedAt: string;
  dueAt: string;
  state: TermState;
  endedAt: string | null;
  readonly entries: TermEntry[];
}

type Event = JournalEntry['events'][number];

/** Every term that a process instance set, in the order of its start: what its journal says of their timers. */
export function termsOf({ entries }: Pick<InstanceJournal, 'entries'>): OwnedTerm[] {
  const terms = new Map<number, Draft>();
  const warnings = new Map<number, { readonly owner: number; readonly dueAt: string }>();
  for (const entry of entries) {
    for (const event of entry.events) {
      if (event.type === 'timer-scheduled' && event.timer.role === 'due') {
        const { key, owner, elementId, dueAt, startedAt, duration = null, calendar = null } = event.timer;
        const draft = { owner, elementId, duration, calendarId: calendar, startedAt, dueAt, state: 'running' } as const;
        terms.set(key, { ...draft, endedAt: null, entries: [] });
        note(terms.get(key), entry, 'started');
      } else if (event.type === 'timer-scheduled' && event.timer.role === 'warning') {
        warnings.set(event.timer.key, event.timer);
      } else if (event.type === 'timer-fired' && warnings.has(event.key)) {
        note(openTermOf(terms, event.owner), entry, 'warned');
      } else if ('key' in event) {
        const term = terms.get(event.key);
        if (term) follow(term, entry, event);
      }
    }
  }
  const warnAt = (owner: number) => [...warnings.values()].find((warning) => warning.owner === owner)?.dueAt ?? null;
  return [...terms.values()].map((term) => ({ ...term, warnAt: warnAt(term.owner) }));
}

function openTermOf(terms: ReadonlyMap<number, Draft>, owner: number): Draft | undefined {
  return [...terms.values()].find((term) => term.owner === owner && term.endedAt === null);
}

/** What an event on the timer itself means for the term. */
function follow(term: Draft, entry: JournalEntry, event: Event): void {
  switch (event.type) {
    case 'timer-moved': {
      const act = event.recount ? 'recounted' : event.by === undefined ? 'moved' : 'extended';
      term.dueAt = event.dueAt;
      // What an extension is worth stands in `by`; its reason is what the person said.
      const reason = act === 'extended' ? null : event.reason;
      return note(term, entry, act, { reason, by: event.by ?? null, dueAtBefore: event.dueAtBefore });
    }
    case 'timer-suspended':
      term.state = 'paused';
      return note(term, entry, 'suspended');
    case 'timer-resumed':
      term.state = 'running';
      term.dueAt = event.dueAt;
      return note(term, entry, 'resumed', { dueAtBefore: event.dueAtBefore });
    case 'timer-fired':
      return end(term, entry, 'lapsed');
    case 'timer-cancelled':
      return end(term, entry, isFinished(entry, event.owner) ? 'met' : 'ended');
    default:
  }
}

function isFinished({ events }: JournalEntry, owner: number): boolean {
  return events.some((event) => event.type === 'element-completed' && event.key === owner);
}

function end(term: Draft, entry: JournalEntry, state: 'lapsed' | 'met' | 'ended'): void {
  term.state = state;
  term.endedAt = entry.at.toISOString();
  note(term, entry, state);
}

function note(
  term: Draft | undefined,
  { at, actor }: JournalEntry,
  act: TermAct,
  more: Partial<Pick<TermEntry, 'reason' | 'by' | 'dueAtBefore'>> = {},
): void {
  const person = actor === 'system' ? undefined : actor;
  const said = act === 'suspended' || act === 'resumed' || act === 'extended' ? person?.opinion : undefined;
  const reasons = [more.reason, said].filter((each) => each !== undefined && each !== null && each !== '');
  term?.entries.push({
    at: at.toISOString(),
    act,
    actor: person?.name ?? null,
    by: more.by ?? null,
    dueAtBefore: more.dueAtBefore ?? null,
    dueAt: term.dueAt,
    reason: reasons.length > 0 ? reasons.join('：') : null,
  });
}
