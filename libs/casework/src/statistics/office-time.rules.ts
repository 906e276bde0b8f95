import type { WorkingCalendar } from '@lianban/calendar';

/** Working time of some days, as SQL counts it: dates, and the parts of each day, local. */
export interface OfficeTime {
  /** Name of the calendar. */
  readonly calendar: string;
  readonly days: readonly string[];
  readonly opens: readonly string[];
  readonly closes: readonly string[];
}

const dayMs = 86_400_000;

/** The working time between two local days, both included. A calendar that does not rest has whole days. */
export function officeTimeOf(
  calendar: Pick<WorkingCalendar, 'definition' | 'day'>,
  from: string,
  to: string,
): OfficeTime {
  const [first, last] = [Date.parse(from), Date.parse(to)];
  const count = Math.max(0, Math.floor((last - first) / dayMs) + 1);
  const dates = Array.from({ length: count }, (_, index) => new Date(first + index * dayMs).toISOString().slice(0, 10));
  const { name, kind, hours } = calendar.definition;
  if (kind !== 'working') return { calendar: name, days: dates, opens: ['00:00'], closes: ['24:00'] };
  const breaks = hours.breaks ?? [];
  return {
    calendar: name,
    days: dates.filter((date) => calendar.day(date).working),
    opens: [hours.opens, ...breaks.map((each) => each.to)],
    closes: [...breaks.map((each) => each.from), hours.closes],
  };
}
