import type { DayNumber } from './civil-day.js';
import type { OfficeTime } from './office-time.js';

/** Where a count ended, and whether it went over a day without a governing notice. */
export interface Counted<T> {
  readonly at: T;
  readonly provisional: boolean;
}

/** The closing time of a counted day. */
export function closingOf(office: OfficeTime, day: Counted<DayNumber>): Counted<number> {
  return { at: office.closing(day.at), provisional: day.provisional };
}

/** The n-th working day after a day; the day itself is not counted (Civil Code Art. 201). */
export function workingDayAfter(office: OfficeTime, from: DayNumber, n: number): Counted<DayNumber> {
  let day = from;
  let provisional = false;
  for (let left = n; left > 0;) {
    const kind = office.kind(++day);
    provisional ||= kind.provisional;
    if (kind.working) left--;
  }
  return { at: day, provisional };
}

/** The instant at which a length of office time has passed after an instant. */
export function officeTimeAfter(office: OfficeTime, from: number, ms: number): Counted<number> {
  let provisional = false;
  let left = ms;
  for (let day = office.zone.dayOf(from); ; day++) {
    provisional ||= office.kind(day).provisional;
    for (const shift of office.shifts(day)) {
      const start = Math.max(shift.from, from);
      const length = Math.max(0, shift.to - start);
      if (length >= left) return { at: start + left, provisional };
      left -= length;
    }
  }
}

/** The office time between two instants, in milliseconds; 0 where they are out of order. */
export function officeTimeBetween(office: OfficeTime, from: number, to: number): Counted<number> {
  let provisional = false;
  let sum = 0;
  const last = office.zone.dayOf(to);
  for (let day = office.zone.dayOf(from); day <= last; day++) {
    provisional ||= office.kind(day).provisional;
    for (const shift of office.shifts(day)) {
      sum += Math.max(0, Math.min(shift.to, to) - Math.max(shift.from, from));
    }
  }
  return { at: sum, provisional };
}

/** How many days of a sort closed after `from` and not later than `to`: the days that a term of days consumed. */
export function closingsBetween(
  office: OfficeTime,
  span: { readonly from: number; readonly to: number },
  counts: (day: DayNumber) => boolean,
): Counted<number> {
  let provisional = false;
  let sum = 0;
  const last = office.zone.dayOf(span.to);
  for (let day = office.zone.dayOf(span.from); day <= last; day++) {
    provisional ||= office.kind(day).provisional;
    const closing = office.closing(day);
    if (closing > span.from && closing <= span.to && counts(day)) sum++;
  }
  return { at: sum, provisional };
}
