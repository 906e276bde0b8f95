/**
 * The replay rule of letters, calculated a second time and on purpose in another way than the product does it: by dates
 * as text, from a plain list of days, without the calendar library and without the workflow engine. What it and
 * `lianban cases replay` say about the same letters must be equal.
 */

/** A day on which the weekday rule does not hold, as public holiday lists write it. */
export interface HolidayFact {
  readonly date: string;
  readonly isOffDay: boolean;
}

/** When a letter was filed and answered, ISO 8601 with any offset. */
export interface ReplayLetter {
  readonly id: string;
  readonly filedAt: string;
  readonly repliedAt: string;
}

/** The level that answered, and each level whose term ran out before, with the instant in China's time. */
export interface IndependentRow {
  readonly id: string;
  readonly level: string;
  readonly escalations: readonly (readonly [level: string, at: string])[];
}

/** The same sums as `cases replay --json`. */
export interface IndependentTotals {
  readonly cases: number;
  readonly answeredAt: Record<string, number>;
  readonly escalations: number;
}

const TERMS = [
  { level: 'station', workingDays: 3 },
  { level: 'street', workingDays: 2 },
  { level: 'department', workingDays: 15 },
  { level: 'joint-meeting', workingDays: 15 },
] as const;

const HOUR = 3_600_000;

/** Replays letters under the default terms: who holds the letter answers it at `repliedAt`, at the latest the district. */
export function replayIndependently(
  letters: readonly ReplayLetter[],
  facts: readonly HolidayFact[],
): { totals: IndependentTotals; rows: IndependentRow[] } {
  const offDays = new Map(facts.map(({ date, isOffDay }) => [date, isOffDay]));
  const rows = letters.map((letter) => replayOne(letter, offDays));
  const answeredAt: Record<string, number> = {};
  for (const level of [...TERMS.map((term) => term.level), 'district']) {
    answeredAt[level] = rows.filter((row) => row.level === level).length;
  }
  const escalations = rows.reduce((sum, row) => sum + row.escalations.length, 0);
  return { totals: { cases: rows.length, answeredAt, escalations }, rows };
}

function replayOne({ id, filedAt, repliedAt }: ReplayLetter, offDays: ReadonlyMap<string, boolean>): IndependentRow {
  const escalations: [string, string][] = [];
  let receipt = chinaDate(filedAt);
  for (const { level, workingDays } of TERMS) {
    const last = nthWorkingDate(receipt, workingDays, offDays);
    const lapse = `${last}T17:30:00+08:00`;
    if (Date.parse(repliedAt) <= Date.parse(lapse)) return { id, level, escalations };
    escalations.push([level, lapse]);
    receipt = last;
  }
  return { id, level: 'district', escalations };
}

/** China has had one offset and no summer time since 1991. */
function chinaDate(instant: string): string {
  return new Date(Date.parse(instant) + 8 * HOUR).toISOString().slice(0, 10);
}

function nthWorkingDate(receipt: string, n: number, offDays: ReadonlyMap<string, boolean>): string {
  const date = new Date(`${receipt}T00:00:00Z`);
  let counted = 0;
  while (counted < n) {
    date.setUTCDate(date.getUTCDate() + 1);
    const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
    if (!(offDays.get(date.toISOString().slice(0, 10)) ?? weekend)) counted++;
  }
  return date.toISOString().slice(0, 10);
}
