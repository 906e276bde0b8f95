import { DateTime } from 'luxon';
import type { TermRules } from './term-rules.js';

/** Time that runs day and night: a day later is the same local time of the next day, an hour is an hour. */
export function continuousRules(timeZone: string): TermRules {
  return {
    add(from, length) {
      if (length.type === 'time') return { at: from + length.ms, provisional: false };
      const duration = length.type === 'days' ? { days: length.days } : length.duration;
      return { at: DateTime.fromMillis(from, { zone: timeZone }).plus(duration).toMillis(), provisional: false };
    },
    pause: (dueAt, _length, pause) => ({ at: dueAt + pause.to - pause.from, provisional: false }),
  };
}
