import type { TimerDefinition } from '../model/trigger.js';
import type { Instant } from '../model/value.js';
import { addDuration, isDuration, parseInstant, parseRepetition, type Repetition } from '../time/iso-8601.js';
import { Failure } from './failure.js';
import type { Run } from './run.js';
import type { Key, TimerState } from './state.js';
import { textAt } from './variables.js';

/** A timer's terms before it has an owner and a key. */
export type PlannedTimer = Omit<TimerState, 'key' | 'owner' | 'elementId'>;

/** When a timer event of the element will be due, reckoned from now. Throws `Failure` when its value is no time. */
export function plannedTimer(run: Run, key: Key, timer: TimerDefinition): PlannedTimer {
  const text = textAt(run, key, timer.value);
  const startedAt = run.env.now;
  switch (timer.kind) {
    case 'date': {
      const dueAt = parseInstant(text, run.env.timeZone);
      if (!dueAt) throw invalid('date', text, 'an ISO-8601 date and time such as 2026-03-02T09:00:00+08:00');
      return { dueAt, startedAt };
    }
    case 'duration': {
      if (!isDuration(text)) throw invalid('duration', text, 'an ISO-8601 duration such as P3D or PT2H');
      return { dueAt: dueAfter(run, text, startedAt, timer.calendar), startedAt, duration: text, ...calendarOf(timer) };
    }
    case 'cycle': {
      const cycle = parseRepetition(text, run.env.timeZone);
      if (!cycle) throw invalid('cycle', text, 'an ISO-8601 repeating interval such as R3/PT10H or R/P1D');
      return { ...firstRound(run, cycle, timer), startedAt, ...calendarOf(timer) };
    }
  }
}

function firstRound(run: Run, cycle: Repetition, timer: TimerDefinition) {
  const dueAt = cycle.start ?? dueAfter(run, cycle.period, run.env.now, timer.calendar);
  return { dueAt, duration: cycle.period, repeat: cycle.times === null ? null : cycle.times - 1 };
}

/**
 * A timer has come due: records the firing and, for a cycle, sets the next round. The next due time is the previous
 * one plus the period, so the series does not drift; rounds missed while nothing ran are merged into this firing.
 */
export function fireTimer(run: Run, timer: TimerState): void {
  const { key, owner, elementId, dueAt } = timer;
  const role = timer.role ? { role: timer.role } : {};
  const goesOn =
    timer.repeat !== undefined && timer.duration !== undefined && (timer.repeat === null || timer.repeat > 0);
  if (!goesOn) {
    run.emit({ type: 'timer-fired', key, owner, elementId, dueAt, ticks: 1, ...role });
    return;
  }
  const period = timer.duration ?? '';
  let ticks = 1;
  let startedAt = dueAt;
  let next = dueAfter(run, period, dueAt, timer.calendar);
  while (next <= run.env.now) {
    ticks += 1;
    startedAt = next;
    next = dueAfter(run, period, next, timer.calendar);
  }
  run.emit({ type: 'timer-fired', key, owner, elementId, dueAt, ticks, ...role });
  const repeat = typeof timer.repeat === 'number' ? timer.repeat - 1 : null;
  run.emit({ type: 'timer-rearmed', timer: { ...timer, startedAt, dueAt: next, repeat } });
}

/** The instant at which the duration runs out, by the clock or by a working calendar. */
function dueAfter(run: Run, duration: string, from: Instant, calendar: string | undefined): Instant {
  if (calendar === undefined) return addDuration(from, duration);
  if (!run.env.calendars.has(calendar)) {
    throw new Failure('timer-invalid', `calendar "${calendar}" is unknown; name one that the installation has`);
  }
  try {
    return run.env.calendars.addDuration(calendar, from, duration);
  } catch (error) {
    throw new Failure('timer-invalid', error instanceof Error ? error.message : String(error));
  }
}

function calendarOf(timer: TimerDefinition): { readonly calendar?: string } {
  return timer.calendar === undefined ? {} : { calendar: timer.calendar };
}

function invalid(kind: string, text: string, expected: string): Failure {
  return new Failure('timer-invalid', `timer ${kind} "${text}" is not ${expected}`);
}
