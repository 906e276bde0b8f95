import type { Calendars } from '@lianban/calendar';
import type { Command, EngineEvent, InstanceState, Instant, Key } from '@lianban/bpmn';

type Timer = InstanceState['timers'][Key];

/** A line of an instance's journal, as far as it tells of timers. */
export interface TimerHistory {
  readonly at: Date;
  readonly events: readonly EngineEvent[];
}

/** What a changed calendar means for one timer. */
export interface Recount {
  readonly key: Key;
  readonly before: Instant;
  readonly after: Instant;
  /** It would be over already: it stays as it is. */
  readonly kept: boolean;
}

/**
 * The timers that end at another instant when their terms are counted anew by the calendar: the term from its start,
 * then its pauses and extensions in their order. Cycles are left alone, their next round is counted anew by itself.
 */
export function recountTimers(
  calendars: Calendars,
  calendarId: string,
  {
    state,
    history,
    now,
  }: { readonly state: InstanceState; readonly history: readonly TimerHistory[]; readonly now: Date },
): Recount[] {
  return Object.values(state.timers).flatMap((timer) => {
    const after = recounted(calendars, calendarId, timer, history);
    const before = timer.dueAt;
    if (after === undefined || Date.parse(after) === Date.parse(before)) return [];
    const kept = Date.parse(after) <= now.getTime();
    return [{ key: timer.key, before, after, kept }];
  });
}

/** The commands by which an instance follows a changed calendar. */
export function recountCommands(recounts: readonly Recount[], reason: string): Command[] {
  return recounts
    .filter(({ kept }) => !kept)
    .map(({ key, after }) => ({ type: 'move-timer', key, dueAt: after, reason, recount: true }));
}

function recounted(
  calendars: Calendars,
  calendarId: string,
  { key, calendar, duration, repeat, startedAt }: Timer,
  history: readonly TimerHistory[],
): Instant | undefined {
  if (calendar !== calendarId || duration === undefined || repeat !== undefined) return undefined;
  let dueAt = calendars.addDuration(calendar, startedAt, duration);
  let pausedFrom: Instant | undefined;
  for (const { at, event } of eventsOf(key, history)) {
    if (event.type === 'timer-suspended') pausedFrom = event.at;
    if (event.type === 'timer-resumed' && pausedFrom !== undefined)
      dueAt = calendars.addPause(calendar, dueAt, duration, pausedFrom, at.toISOString());
    if (event.type === 'timer-moved') dueAt = moved(calendars, calendar, dueAt, event);
  }
  return dueAt;
}

/** An extension is counted again; an instant that somebody set stays; what was counted anew before is counted now. */
function moved(
  calendars: Calendars,
  calendar: string,
  dueAt: Instant,
  event: Extract<EngineEvent, { type: 'timer-moved' }>,
): Instant {
  if (event.recount) return dueAt;
  return event.by === undefined ? event.dueAt : calendars.addDuration(calendar, dueAt, event.by);
}

function eventsOf(key: Key, history: readonly TimerHistory[]): { at: Date; event: EngineEvent }[] {
  return history.flatMap(({ at, events }) =>
    events.filter((event) => 'key' in event && event.key === key).map((event) => ({ at, event })),
  );
}
