import type { Series } from './reception.js';

/** What a calendar says of a day. */
interface Day {
  readonly working: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'override';
}

const dayMs = 86_400_000;
/** How far ahead of its own day one is moved at most; no holiday is longer. */
const furthest = 15;
/** More are no plan but a slip of the pen. */
const most = 60;

/**
 * The days of a series: every week on the weekday of the first, or every month on its date, in short months on the last
 * one. One that falls on a day off is left out, or held on the next working day unless that is after the end. Who plans
 * every Saturday means Saturdays: there only holidays count as days off.
 *
 * @param kindOf what the calendar says of a day
 */
export function seriesDays(
  first: string,
  { every, until, dayOff }: Series,
  kindOf: (day: string) => Day,
): { readonly days: readonly string[]; readonly skipped: readonly string[] } {
  const isOff = ({ working, reason }: Day) => !working && (every === 'month' || reason !== 'weekend');
  const days = new Set<string>();
  const skipped: string[] = [];
  for (let index = 0; index < most; index += 1) {
    const planned = plannedDay(first, every, index);
    if (planned > until) break;
    const held = isOff(kindOf(planned)) ? (dayOff === 'move' ? nextWorking(planned, kindOf) : undefined) : planned;
    if (held === undefined || held > until || days.has(held)) skipped.push(planned);
    else days.add(held);
  }
  return { days: [...days].sort(), skipped };
}

/** Whether a series has more days than are planned at once. */
export function isTooLong(first: string, { every, until }: Series): boolean {
  return plannedDay(first, every, most) <= until;
}

function plannedDay(first: string, every: Series['every'], index: number): string {
  return every === 'week' ? plusDays(first, index * 7) : plusMonths(first, index);
}

function nextWorking(day: string, kindOf: (day: string) => Day): string | undefined {
  for (let ahead = 1; ahead <= furthest; ahead += 1) {
    const next = plusDays(day, ahead);
    if (kindOf(next).working) return next;
  }
  return undefined;
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate))).toISOString().slice(0, 10);
}
