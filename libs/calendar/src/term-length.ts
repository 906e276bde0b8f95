import { Duration } from 'luxon';
import { CalendarError } from './calendar.errors.js';
import type { CalendarDefinition } from './calendar-definition.js';

/** A parsed length: whole days, time in milliseconds, or civil units (months …) that depend on where they are added. */
export type TermLength =
  | { readonly type: 'days'; readonly days: number }
  | { readonly type: 'time'; readonly ms: number }
  | { readonly type: 'civil'; readonly duration: Duration };

/** A hundred years of days, and about eleven years of office hours: more is a slip of the pen, not a term. */
const MAX_DAYS = 36_600;
const MAX_WORKING_HOURS = 20_000;
const HOUR_MS = 3_600_000;

const ACCEPTED: Record<CalendarDefinition['kind'], string> = {
  working:
    'expected working days (P3D) or working hours (PT4H, PT90M); weeks, months and years have no fixed number of working days',
  'natural-days': 'expected civil days, weeks, months or years (P15D, P1M) or hours (PT24H)',
  continuous: 'expected an ISO 8601 duration (PT24H, P3D, P1M)',
};

/** Reads an ISO 8601 duration as a calendar counts it; throws `duration-invalid` naming calendar and what is accepted. */
export function parseTermLength(definition: CalendarDefinition, iso: string): TermLength {
  const refuse = (problem: string): CalendarError =>
    new CalendarError(
      'duration-invalid',
      `calendar "${definition.id}": duration "${iso}" ${problem}: ${ACCEPTED[definition.kind]}`,
    );

  const duration = Duration.fromISO(iso);
  if (!duration.isValid) throw refuse('is not ISO 8601');
  if (Object.values(duration.toObject()).some((value) => value < 0)) throw refuse('is negative');
  if (duration.toMillis() === 0) throw refuse('is zero');
  if (duration.as('days') > MAX_DAYS) throw refuse(`is longer than ${MAX_DAYS} days`);

  const { years, months, weeks, days } = duration;
  const ms = duration.minus({ years, months, weeks, days }).toMillis();
  if (years + months + weeks + days === 0) {
    if (definition.kind === 'working' && ms > MAX_WORKING_HOURS * HOUR_MS) {
      throw refuse(`is longer than ${MAX_WORKING_HOURS} working hours`);
    }
    return { type: 'time', ms };
  }
  if (definition.kind === 'continuous') return { type: 'civil', duration };
  if (ms > 0) throw refuse('mixes days and hours');
  if (![years, months, weeks, days].every(Number.isInteger)) throw refuse('is not a whole number of days');
  if (years + months + weeks === 0) return { type: 'days', days };
  if (definition.kind === 'working') throw refuse('is not countable in working days');
  return { type: 'civil', duration };
}
