import chineseDays from 'chinese-days';
import { DAY_MS, formatDate, isWeekend, type DayNumber } from './civil-day.js';

/** What the State Council's notices say about a day; without a name no notice mentions it and its weekday decides. */
export interface ChinaDay {
  readonly working: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'make-up';
  readonly name?: string;
}

/**
 * New Year's holiday of the next year's notice can take days off, or make days up, in the last week of December
 * (2007-12-29, 2011-12-31, 2012-12-29, 2018-12-29 …); no other holiday lies close enough to the turn of the year.
 */
const LAST_WEEK_OF_DECEMBER = 25;

const days = new Map<DayNumber, ChinaDay>();
const notices = new Map<number, boolean>();

/** The kind of a day by the statutory notices; remembered, because a replay asks for the same days again and again. */
export function chinaDay(day: DayNumber): ChinaDay {
  const known = days.get(day);
  if (known) return known;
  const found = readDay(day);
  days.set(day, found);
  return found;
}

/**
 * Whether the data hold the notice for a year. Asked of National Day, which every notice names and which no
 * neighbouring year's notice can touch; so a newer release of the data needs no change here.
 */
export function hasNotice(year: number): boolean {
  const known = notices.get(year);
  if (known !== undefined) return known;
  const found = readDay(Date.UTC(year, 9, 1) / DAY_MS).name !== undefined;
  notices.set(year, found);
  return found;
}

/** Whether every notice that could change this day is there; in the last week of December next year's counts too. */
export function isGoverned(day: DayNumber, noticed: (year: number) => boolean): boolean {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const nearNextYear = date.getUTCMonth() === 11 && date.getUTCDate() >= LAST_WEEK_OF_DECEMBER;
  return noticed(year) && (!nearNextYear || noticed(year + 1));
}

/**
 * Days of a notice are named "National Day,国庆节,3", others by their weekday. On a machine west of Greenwich the library
 * shifts its tables and what it is asked, given as text, by the same day; so the name and `work` of a named day are
 * right everywhere, while its `date` and its weekday are not and are left unread.
 */
function readDay(day: DayNumber): ChinaDay {
  const { name: names, work } = chineseDays.getDayDetail(formatDate(day));
  const name = names.split(',')[1];
  if (name !== undefined) return { working: work, reason: work ? 'make-up' : 'holiday', name };
  const weekend = isWeekend(day);
  return { working: !weekend, reason: weekend ? 'weekend' : 'weekday' };
}
