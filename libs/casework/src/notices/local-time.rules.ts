import { localDay } from '../cases/case.rules.js';

/** Hours of the day in which nothing is sent, as `21:00-08:00`: from the first up to before the second. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
}

/** The local time of day as `HH:MM`. */
export function localTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  );
}

/** Whether a time of day lies in the quiet hours, which may go over midnight. */
export function isQuiet(time: string, { from, until }: QuietHours): boolean {
  return from <= until ? time >= from && time < until : time >= from || time < until;
}

/** The local date and time as `2026-03-05 17:30`. */
export function localMinute(instant: Date, timeZone: string): string {
  return `${localDay(instant, timeZone)} ${localTime(instant, timeZone)}`;
}
