import type { SignedRecord, UnitDay, UnitWork } from './unit-record.js';

/** A day may be signed so many days after it; a default of the product. */
const signableDays = 7;
const day = 86_400_000; // milliseconds

const none: UnitWork = { registered: 0, handled: 0, lapsed: 0 };

/** The days of a month, `YYYY-MM-DD`. */
export function daysOf(month: string): string[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const count = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

/** Whether a record of the day may be signed or changed on another day. */
export function isSignable(of: string, today: string): boolean {
  const age = (Date.parse(today) - Date.parse(of)) / day;
  return age >= 0 && age <= signableDays;
}

/** The days with what was done and what was signed; a working day that is over without a record is missing. */
export function dayLines(
  days: readonly { readonly day: string; readonly working: boolean }[],
  known: {
    readonly work: ReadonlyMap<string, UnitWork>;
    readonly records: ReadonlyMap<string, SignedRecord>;
    readonly today: string;
    readonly maySign: boolean;
  },
): UnitDay[] {
  return days.map(({ day: of, working }) => {
    const record = known.records.get(of) ?? null;
    return {
      day: of,
      working,
      work: known.work.get(of) ?? none,
      record,
      missing: working && record === null && of < known.today,
      canSign: known.maySign && isSignable(of, known.today),
    };
  });
}

/** The work of several days together. */
export function totalWork(days: readonly Pick<UnitDay, 'work'>[]): UnitWork {
  return days.reduce(
    (sum, { work }) => ({
      registered: sum.registered + work.registered,
      handled: sum.handled + work.handled,
      lapsed: sum.lapsed + work.lapsed,
    }),
    none,
  );
}
