import type { CalendarDefinition } from './calendar-definition.js';
import { DAY_MS } from './civil-day.js';
import { officeTimeBetween } from './counting.rules.js';
import type { OfficeTime } from './office-time.js';
import type { Remaining } from './remaining.js';

/**
 * What is left at `now` of a term that ends at `dueAt`, both in milliseconds. The due instant itself is in time.
 * Whole days: days after today that close before the end. Below a day a working calendar shows office time; once
 * overdue it shows the wall clock until a whole day has passed, because a delay must not read as nothing overnight.
 */
export function remainingTime(
  kind: CalendarDefinition['kind'],
  office: OfficeTime,
  { now, dueAt }: { readonly now: number; readonly dueAt: number },
): Remaining {
  const overdue = now > dueAt;
  const from = Math.min(now, dueAt);
  const to = Math.max(now, dueAt);
  const days = kind === 'continuous' ? Math.floor((to - from) / DAY_MS) : wholeDays(kind, office, { from, to });
  const minutes = days > 0 ? 0 : Math.floor(belowADay() / 60_000);
  return {
    overdue,
    workingDays: days,
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    dayUnit: kind === 'working' ? 'working-day' : 'day',
  };

  function belowADay(): number {
    return kind === 'working' && !overdue ? officeTimeBetween(office, from, to).at : to - from;
  }
}

function wholeDays(
  kind: CalendarDefinition['kind'],
  office: OfficeTime,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let days = 0;
  const last = office.zone.dayOf(to);
  for (let day = office.zone.dayOf(from) + 1; day <= last; day++) {
    if (office.closing(day) <= to && (kind === 'natural-days' || office.kind(day).working)) days++;
  }
  return days;
}
