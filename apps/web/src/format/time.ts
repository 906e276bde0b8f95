import { messages } from '../messages/messages.js';
import { zone } from './zone.js';

const dayMs = 86_400_000;
const writers = new Map<string, Intl.DateTimeFormat>();

/** `11-23 17:30` or `23 Nov 17:30`, with the year where it is not the current one. */
export function shortTime(instant: string): string {
  const [day, clock] = onDistrictClocks(new Date(instant));
  const thisYear = day.slice(0, 4) === districtToday().slice(0, 4);
  return thisYear ? messages.time.short(day, clock) : messages.time.long(day, clock);
}

/** `2026-11-23 17:30` or `23 Nov 2026 17:30`. */
export function longTime(instant: string): string {
  return messages.time.long(...onDistrictClocks(new Date(instant)));
}

/** The same in full, for residents. */
export function spokenTime(instant: string): string {
  return messages.time.spoken(...onDistrictClocks(new Date(instant)));
}

/** `17:30`. */
export function clockTime(instant: string): string {
  return onDistrictClocks(new Date(instant))[1];
}

/** A day given as `YYYY-MM-DD`, as it is shown: `2026-11-23` or `23 Nov 2026`. */
export function dayText(day: string): string {
  return messages.time.day(day);
}

/** The same where the year is known: `11-23` or `23 Nov`. */
export function shortDay(day: string): string {
  return messages.time.shortDay(day);
}

/** The month of a day: `2026-11` or `Nov 2026`. */
export function monthText(day: string): string {
  return messages.time.month(day);
}

/** The day that it is in the district, as `YYYY-MM-DD`. */
export function districtToday(): string {
  return onDistrictClocks(new Date())[0];
}

/** The day before it, for what is new since yesterday. */
export function districtYesterday(): string {
  return new Date(Date.parse(districtToday()) - dayMs).toISOString().slice(0, 10);
}

/** The day as `YYYY-MM-DD` and the time as `HH:mm`, as Swedes happen to write them. */
function onDistrictClocks(instant: Date): [day: string, clock: string] {
  const [day = '', clock = ''] = writerFor(zone).format(instant).split(' ');
  return [day, clock];
}

/** Making one costs much more than asking it. */
function writerFor(timeZone: string): Intl.DateTimeFormat {
  const known = writers.get(timeZone);
  if (known) return known;
  const twoDigits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', ...twoDigits, hourCycle: 'h23' });
  writers.set(timeZone, made);
  return made;
}
