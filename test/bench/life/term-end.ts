const day = 24 * 3_600_000; // milliseconds
const hour = 3_600_000;
/** China has one time zone, and no summer time in the years of the letters. */
const offset = 8 * hour;
/** 17:30, from midnight. */
const closing = 17.5 * hour;

/** How long somebody has: working days, civil days, or hours of day and night. */
export interface Term {
  readonly unit: 'working-days' | 'civil-days' | 'hours';
  readonly amount: number;
}

/** What happened to a running term: days were added, or its clock stood. Instants are milliseconds since 1970. */
export type TermChange = { readonly days: number } | { readonly from: number; readonly to: number };

/**
 * A second calculation of terms, from the closing times of all days in a row. It shares nothing with the product's
 * calendars but the table of days off.
 */
export class TermEnds {
  /** Closing times of the working days. */
  readonly #worked: number[] = [];

  /** @param isWorkingDay of a date `YYYY-MM-DD` @param years the first and the last whole year to know */
  constructor(isWorkingDay: (date: string) => boolean, years: { readonly first: number; readonly last: number }) {
    for (let at = Date.UTC(years.first, 0, 1); at <= Date.UTC(years.last, 11, 31); at += day)
      if (isWorkingDay(new Date(at).toISOString().slice(0, 10))) this.#worked.push(at + closing - offset);
  }

  /** When a term ends that began at an instant. @throws RangeError outside of the known years */
  endOf(term: Term, from: number, changes: readonly TermChange[]): number {
    const begun = term.unit === 'hours' ? from + term.amount * hour : this.#later(term.unit, from, term.amount);
    return changes.reduce((end, change) => this.#changed(term.unit, end, change), begun);
  }

  /** How many working days close after one instant and not after another. */
  between(after: number, until: number): number {
    return this.#before(until + 1) - this.#before(after + 1);
  }

  #changed(unit: Term['unit'], end: number, change: TermChange): number {
    if ('days' in change) return this.#later(unit, end, change.days);
    const { from, to } = change;
    if (unit === 'hours') return end + to - from;
    const stood = unit === 'working-days' ? this.between(from, to) : dayOf(to - closing) - dayOf(from - closing);
    return stood === 0 ? end : this.#later(unit, end, stood);
  }

  /** So many days later; the day of the instant does not count. A last civil day that is off moves to a worked one. */
  #later(unit: Term['unit'], instant: number, days: number): number {
    if (unit === 'hours') return instant + days * day;
    const counted = unit === 'working-days' ? days : 1;
    const begin = (dayOf(instant) + (unit === 'working-days' ? 1 : days)) * day - offset;
    const end = this.#worked[this.#before(begin) + counted - 1];
    if (end === undefined) throw new RangeError('expected a term within the known years');
    return end;
  }

  /** How many working days close before an instant. */
  #before(instant: number): number {
    let low = 0;
    let high = this.#worked.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#worked[middle] ?? Infinity) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The local day, as a number. */
function dayOf(instant: number): number {
  return Math.floor((instant + offset) / day);
}
