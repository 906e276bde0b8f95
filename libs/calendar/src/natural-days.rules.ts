import { DateTime } from 'luxon';
import { DAY_MS, type DayNumber } from './civil-day.js';
import { closingOf, closingsBetween, workingDayAfter, type Counted } from './counting.rules.js';
import type { OfficeTime } from './office-time.js';
import type { TermLength } from './term-length.js';
import type { TermRules } from './term-rules.js';

/**
 * Civil days, weeks, months and years: the day of receipt is not counted, and a last day that is off moves to the
 * next working day, at closing time (Civil Code Art. 201-203). Hours run on day and night.
 */
export function naturalDaysRules(office: OfficeTime): TermRules {
  return {
    add(from, length) {
      if (length.type === 'time') return { at: from + length.ms, provisional: false };
      return endOf(lastDay(office.zone.dayOf(from), length));
    },
    pause(dueAt, length, pause) {
      if (length.type === 'time') return { at: dueAt + pause.to - pause.from, provisional: false };
      const paused = closingsBetween(office, pause, () => true).at;
      if (paused === 0) return { at: dueAt, provisional: false };
      // A millisecond back: midnight as closing time still belongs to the day that it ends.
      return endOf(office.zone.dayOf(dueAt - 1) + paused);
    },
  };

  function endOf(day: DayNumber): Counted<number> {
    return closingOf(office, workingDayAfter(office, day - 1, 1));
  }
}

function lastDay(receipt: DayNumber, length: Exclude<TermLength, { type: 'time' }>): DayNumber {
  if (length.type === 'days') return receipt + length.days;
  return (
    DateTime.fromMillis(receipt * DAY_MS, { zone: 'utc' })
      .plus(length.duration)
      .toMillis() / DAY_MS
  );
}
