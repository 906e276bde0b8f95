/**
 * A second calculation of who held a letter when it was answered, to compare `cases replay` with. It shares nothing
 * with the product: `Date` arithmetic in the fixed offset of China, a table of days off, and a CSV reader of its own.
 */

/** What became of one letter: the level that answered, and each lapse with its instant (ISO 8601 UTC). */
export interface ReplayedRow {
  readonly id: string;
  readonly level: string;
  readonly lapses: readonly { readonly level: string; readonly at: string }[];
}

/** Dates that are not as their weekday says: true is a day off, false a working weekend. */
export type DaysOff = Readonly<Record<string, boolean>>;

const day = 24 * 60 * 60 * 1000;
/** China has one time zone and, in the years of the files, no summer time. */
const offset = 8 * 60 * 60 * 1000;
/** 17:30, from midnight. */
const closing = 17.5 * 60 * 60 * 1000;

/** Working days that each level has; the last one keeps the letter. */
const terms: readonly (readonly [level: string, workingDays: number])[] = [
  ['station', 3],
  ['street', 2],
  ['department', 15],
  ['joint-meeting', 15],
];

/** Every letter of a CSV file with the columns id, filed_at and replied_at, in the order of the file. */
export function replayIndependently(csv: string, daysOff: DaysOff): ReplayedRow[] {
  return recordsOf(csv).map(({ id = '', filed_at = '', replied_at = '' }) => {
    const lapses: { level: string; at: string }[] = [];
    const answered = Date.parse(replied_at);
    let from = Date.parse(filed_at);
    for (const [level, workingDays] of terms) {
      const end = endOfTerm(from, workingDays, daysOff);
      // An answer at the very instant is in time.
      if (answered <= end) return { id, level, lapses };
      lapses.push({ level, at: new Date(end).toISOString() });
      from = end;
    }
    return { id, level: 'district', lapses };
  });
}

/** Closing time of the n-th working day after the local day of `from`, which is not counted. */
function endOfTerm(from: number, workingDays: number, daysOff: DaysOff): number {
  // Local midnight, as if it were UTC.
  let midnight = Math.floor((from + offset) / day) * day;
  for (let counted = 0; counted < workingDays;) {
    midnight += day;
    if (isWorkingDay(midnight, daysOff)) counted += 1;
  }
  return midnight + closing - offset;
}

function isWorkingDay(midnight: number, daysOff: DaysOff): boolean {
  const date = new Date(midnight);
  const off = daysOff[date.toISOString().slice(0, 10)];
  return off === undefined ? date.getUTCDay() !== 0 && date.getUTCDay() !== 6 : !off;
}

/** Spreads the compact fixture, runs of days off and single make-up days, into a table. */
export function daysOffOf(compact: {
  off: readonly (readonly [string, string])[];
  makeUp: readonly string[];
}): DaysOff {
  const table: Record<string, boolean> = {};
  for (const [first, last] of compact.off) {
    for (let at = Date.parse(first); at <= Date.parse(last); at += day)
      table[new Date(at).toISOString().slice(0, 10)] = true;
  }
  for (const date of compact.makeUp) table[date] = false;
  return table;
}

/** The records of an RFC 4180 file by column name. */
function recordsOf(csv: string): Record<string, string>[] {
  const [header = [], ...rows] = rowsOf(csv.replace(/^\uFEFF/u, ''));
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ''])));
}

function rowsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  return rows;
}
