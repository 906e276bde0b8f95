import { parseDate } from './civil-day.js';
import { CalendarError } from './calendar.errors.js';

/** A point in time as ISO 8601 text; results are always UTC in the form of `Date.toISOString()`. */
export type Instant = string;

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** Milliseconds since 1970 of an instant; throws `instant-invalid` for text without offset or with an impossible date. */
export function parseInstant(instant: Instant): number {
  const match = INSTANT.exec(instant);
  if (!match?.[1] || parseDate(match[1]) === undefined) {
    throw new CalendarError(
      'instant-invalid',
      `instant "${instant}" is not valid: expected ISO 8601 with an offset, such as 2019-03-05T09:30:00Z`,
    );
  }
  return Date.parse(instant);
}

/** The instant of a number of milliseconds since 1970. */
export function formatInstant(ms: number): Instant {
  return new Date(ms).toISOString();
}
