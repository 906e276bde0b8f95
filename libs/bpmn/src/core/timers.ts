import type { TimerDefinition } from '../model/trigger.js';
import type { Instant } from '../model/value.js';
import { addDuration, isDuration, parseInstant, parseRepetition, type Repetition } from '../time/iso-8601.js';
import type { Environment } from './environment.js';
import { Failure } from './failure.js';
import type { Run } from './run.js';
import type { Key, TimerState } from './state.js';
import { textAt } from './variables.js';

/** A timer's terms before it has an owner and a key. */
export type PlannedTimer = Omit<TimerState, 'key' | 'owner' | 'elementId'>;

/** Where timers take the time, the zone and the calendars from. */
export type TimeSource = Pick<Environment, 'now' | 'timeZone' | 'calendars'>;

/** When a timer event of the element will be due, reckoned from now. Throws `Failure` when its value is no time. */
export function plannedTimer(run: Run, key: Key, timer: TimerDefinition): PlannedTimer {
  const { kind, calendar: named } = timer;
  const calendar = typeof named === 'object' ? textAt(run, key, named) : named;
  return planTimer(run.env, { kind, calendar }, textAt(run, key, timer.value));
}

/** What of a timer is known when its value and its calendar have been computed. */
interface TimerTerms extends Pick<TimerDefinition, 'kind'> {
  readonly calendar?: string | undefined;
}

/** As `plannedTimer`, for what has been computed. */
export function planTimer(env: TimeSource, timer: TimerTerms, text: string): PlannedTimer {
  const startedAt = env.now;
  switch (timer.kind) {
    case 'date': {
      const dueAt = parseInstant(text, env.timeZone);
      if (!dueAt) throw invalid('date', text, 'an ISO-8601 date and time such as 2026-03-02T09:00:00+08:00');
      return { dueAt, startedAt };
    }
    case 'duration': {
      if (!isDuration(text)) throw invalid('duration', text, 'an ISO-8601 duration such as P3D or PT2H');
      return { dueAt: dueAfter(env, text, startedAt, timer.calendar), startedAt, duration: text, ...calendarOf(timer) };
    }
    case 'cycle': {
      const cycle = parseRepetition(text, env.timeZone);
      if (!cycle) throw invalid('cycle', text, 'an ISO-8601 repeating interval such as R3/PT10H or R/P1D');
      return { ...firstRound(env, cycle, timer), startedAt, ...calendarOf(timer) };
    }
  }
}

function firstRound(env: TimeSource, cycle: Repetition, timer: TimerTerms) {
  const dueAt = cycle.start ?? dueAfter(env, cycle.period, env.now, timer.calendar);
  return { dueAt, duration: cycle.period, repeat: cycle.times === null ? null : cycle.times - 1 };
}

/**
 * A timer has come due: records the firing and, for a cycle, sets the next round. The next due time is the previous
 * one plus the period, so the series does not drift; rounds missed while nothing ran are merged into this firing.
 */
export function fireTimer(run: Run, timer: TimerState): void {
  const { key, owner, elementId, dueAt } = timer;
  const role = timer.role ? { role: timer.role } : {};
  const next = nextRound(run.env, timer);
  run.emit({ type: 'timer-fired', key, owner, elementId, dueAt, ticks: next?.ticks ?? 1, ...role });
  if (next) run.emit({ type: 'timer-rearmed', timer: { ...timer, ...next.timer } });
}

/** The round of a cycle that follows the one that is due now, and how many that one stands for; none for the last. */
export function nextRound(
  env: TimeSource,
  { duration, repeat, dueAt, calendar }: PlannedTimer,
): { readonly ticks: number; readonly timer: Pick<PlannedTimer, 'startedAt' | 'dueAt' | 'repeat'> } | undefined {
  if (repeat === undefined || duration === undefined || repeat === 0) return undefined;
  let ticks = 1;
  let startedAt = dueAt;
  let next = dueAfter(env, duration, dueAt, calendar);
  while (next <= env.now) {
    ticks += 1;
    startedAt = next;
    next = dueAfter(env, duration, next, calendar);
  }
  return { ticks, timer: { startedAt, dueAt: next, repeat: repeat === null ? null : repeat - 1 } };
}

/** The instant at which the duration runs out, by the clock or by a working calendar. */
function dueAfter(env: TimeSource, duration: string, from: Instant, calendar: string | undefined): Instant {
  if (calendar === undefined) return addDuration(from, duration);
  if (!env.calendars.has(calendar)) {
    throw new Failure('timer-invalid', `calendar "${calendar}" is unknown; name one that the installation has`);
  }
  try {
    return env.calendars.addDuration(calendar, from, duration);
  } catch (error) {
    throw new Failure('timer-invalid', error instanceof Error ? error.message : String(error));
  }
}

function calendarOf(timer: TimerTerms): { readonly calendar?: string } {
  return timer.calendar === undefined ? {} : { calendar: timer.calendar };
}

function invalid(kind: string, text: string, expected: string): Failure {
  return new Failure('timer-invalid', `timer ${kind} "${text}" is not ${expected}`);
}
