import { CalendarError } from './calendar.errors.js';
import type { ClockAct, ClockDeed, ClockEntry, ClockLedger } from './clock-ledger.js';
import { parseInstant, type Instant } from './instant.js';
import type { Term } from './term.js';
import type { WorkingCalendar } from './working-calendar.js';

/** A running clock with its first entry; throws `duration-invalid` where the calendar cannot count the term. */
export function startClock(calendar: WorkingCalendar, term: string, deed: ClockDeed): ClockLedger {
  const { dueAt, provisional } = calendar.addDuration(deed.at, term);
  return {
    term,
    calendarId: calendar.id,
    startedAt: deed.at,
    dueAt,
    provisional,
    state: 'running',
    entries: [{ ...lineOf(deed), kind: 'start', dueAtBefore: null, dueAtAfter: dueAt }],
  };
}

/** Stops the count until `resumeClock`; only a running clock. */
export function suspendClock(ledger: ClockLedger, deed: ClockDeed): ClockLedger {
  check(ledger, 'suspend', deed, ['running']);
  return append({ ...ledger, state: 'paused' }, { ...lineOf(deed), kind: 'suspend', ...unmoved(ledger) });
}

/** Counts on; the due time moves by the units that really passed in the pause. Only a paused clock. */
export function resumeClock(calendar: WorkingCalendar, ledger: ClockLedger, deed: ClockDeed): ClockLedger {
  check(ledger, 'resume', deed, ['paused']);
  checkCalendar(calendar, ledger, 'resume');
  const from = ledger.entries.findLast((entry) => entry.kind === 'suspend')?.at ?? deed.at;
  const moved = calendar.addPause(ledger.dueAt, ledger.term, from, deed.at);
  return move({ ...ledger, state: 'running' }, moved, { ...lineOf(deed), kind: 'resume', from, to: deed.at });
}

/** Gives more time: a further term, counted from the due time. A running or paused clock that is not overdue. */
export function extendClock(
  calendar: WorkingCalendar,
  ledger: ClockLedger,
  deed: ClockDeed & { readonly by: string },
): ClockLedger {
  check(ledger, 'extend', deed, ['running', 'paused']);
  checkCalendar(calendar, ledger, 'extend');
  if (ledger.state === 'running' && parseInstant(deed.at) > parseInstant(ledger.dueAt)) {
    throw refusal('extend', `was due at ${ledger.dueAt}, before ${deed.at}: an extension is asked for in time`);
  }
  const moved = calendar.addDuration(ledger.dueAt, deed.by);
  return move(ledger, moved, { ...lineOf(deed), kind: 'extend', by: deed.by });
}

/** Notes that the work went back to an earlier holder; the clock runs on as it was. */
export function returnClock(ledger: ClockLedger, deed: ClockDeed): ClockLedger {
  check(ledger, 'return', deed, ['running', 'paused']);
  return append(ledger, { ...lineOf(deed), kind: 'return', ...unmoved(ledger) });
}

/** Ends the count for good, because the work is done or withdrawn. */
export function stopClock(ledger: ClockLedger, deed: ClockDeed): ClockLedger {
  check(ledger, 'stop', deed, ['running', 'paused']);
  return append({ ...ledger, state: 'stopped' }, { ...lineOf(deed), kind: 'stop', ...unmoved(ledger) });
}

/**
 * Counts an open clock again under a changed calendar (a new holiday notice, a new override): start, pauses and
 * extensions in their order. Returns the same ledger where nothing changes, so that nothing needs to be stored.
 */
export function recomputeClock(calendar: WorkingCalendar, ledger: ClockLedger, deed: ClockDeed): ClockLedger {
  check(ledger, 'recompute', deed, ['running', 'paused']);
  checkCalendar(calendar, ledger, 'recompute');
  let term = calendar.addDuration(ledger.startedAt, ledger.term);
  for (const entry of ledger.entries) {
    const next = replayEntry(calendar, ledger.term, term.dueAt, entry);
    if (next) term = { dueAt: next.dueAt, provisional: term.provisional || next.provisional };
  }
  if (term.dueAt === ledger.dueAt && term.provisional === ledger.provisional) return ledger;
  const entry = { ...lineOf(deed), kind: 'recompute', ...unmoved(ledger), dueAtAfter: term.dueAt } as const;
  return append({ ...ledger, ...term }, entry);
}

function replayEntry(calendar: WorkingCalendar, term: string, dueAt: Instant, entry: ClockEntry): Term | undefined {
  if (entry.from !== undefined && entry.to !== undefined) return calendar.addPause(dueAt, term, entry.from, entry.to);
  if (entry.by !== undefined) return calendar.addDuration(dueAt, entry.by);
  return undefined;
}

function move(
  ledger: ClockLedger,
  { dueAt, provisional }: Term,
  entry: Omit<ClockEntry, 'dueAtBefore' | 'dueAtAfter'>,
): ClockLedger {
  const moved = { ...ledger, dueAt, provisional: ledger.provisional || provisional };
  return append(moved, { ...entry, dueAtBefore: ledger.dueAt, dueAtAfter: dueAt });
}

function append(ledger: ClockLedger, entry: ClockEntry): ClockLedger {
  return { ...ledger, entries: [...ledger.entries, entry] };
}

function unmoved(ledger: ClockLedger): { dueAtBefore: Instant; dueAtAfter: Instant } {
  return { dueAtBefore: ledger.dueAt, dueAtAfter: ledger.dueAt };
}

function lineOf({ at, reason, actor }: ClockDeed): ClockDeed {
  return { at, reason, actor };
}

function check(ledger: ClockLedger, act: ClockAct, deed: ClockDeed, states: readonly ClockLedger['state'][]): void {
  if (!states.includes(ledger.state)) {
    throw refusal(act, `is ${ledger.state}: expected a clock that is ${states.join(' or ')}`);
  }
  const last = ledger.entries.at(-1)?.at;
  if (last !== undefined && parseInstant(deed.at) < parseInstant(last)) {
    throw refusal(act, `has a last entry at ${last}: expected an act that is not earlier, but it was at ${deed.at}`);
  }
}

function checkCalendar(calendar: WorkingCalendar, ledger: ClockLedger, act: ClockAct): void {
  if (calendar.id === ledger.calendarId) return;
  throw refusal(act, `counts by calendar "${ledger.calendarId}", but "${calendar.id}" was given`);
}

function refusal(act: ClockAct, problem: string): CalendarError {
  return new CalendarError('clock-act-refused', `cannot ${act} the clock: it ${problem}`);
}
