import {
  closingOf,
  closingsBetween,
  officeTimeAfter,
  officeTimeBetween,
  workingDayAfter,
  type Counted,
} from './counting.rules.js';
import type { OfficeTime } from './office-time.js';
import type { TermRules } from './term-rules.js';

/**
 * Working days and working hours. A term of days ends at closing time of the n-th working day after the day of
 * receipt; a pause moves it by the working days that closed in the pause. A term of hours consumes office time.
 */
export function workingRules(office: OfficeTime): TermRules {
  return {
    add(from, length) {
      if (length.type === 'civil') throw new Error('expected days or time, weeks and longer are refused when read');
      if (length.type === 'time') return officeTimeAfter(office, from, length.ms);
      return closingOf(office, workingDayAfter(office, office.zone.dayOf(from), length.days));
    },
    pause(dueAt, length, pause) {
      if (length.type === 'time') {
        const paused = officeTimeBetween(office, pause.from, pause.to);
        return paused.at === 0
          ? { ...paused, at: dueAt }
          : withDoubt(paused, officeTimeAfter(office, dueAt, paused.at));
      }
      const paused = closingsBetween(office, pause, (day) => office.kind(day).working);
      if (paused.at === 0) return { ...paused, at: dueAt };
      // A millisecond back: midnight as closing time still belongs to the day that it ends.
      return withDoubt(paused, closingOf(office, workingDayAfter(office, office.zone.dayOf(dueAt - 1), paused.at)));
    },
  };
}

function withDoubt<T>(first: Counted<unknown>, second: Counted<T>): Counted<T> {
  return { at: second.at, provisional: first.provisional || second.provisional };
}
