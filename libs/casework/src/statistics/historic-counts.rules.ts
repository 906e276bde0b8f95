import { yearsSince } from '../historic/historic.rules.js';
import type { HistoricCounts, HistoricRow } from './marked-cases.js';

/** An age by which matters are counted: from so many years on, up to the next age. */
export interface HistoricAge {
  readonly code: string;
  readonly name: string;
  readonly years: number;
}

/** How many open cases of a unit are about matters that stand since then. */
export interface SinceCount {
  readonly unitId: string;
  readonly unit: string;
  /** A year or a day. */
  readonly since: string;
  readonly count: number;
}

/** At which of the ages, the youngest first, a matter stands. One younger than the first age counts with that. */
export function ageOf(ages: readonly HistoricAge[], since: string, day: string): number {
  const years = yearsSince(since, day);
  return Math.max(
    ages.findLastIndex((age) => age.years <= years),
    0,
  );
}

/** Counts as a table of units by ages. @param day as of which */
export function historicCountsOf(
  listed: readonly HistoricAge[],
  counts: readonly SinceCount[],
  day: string,
): HistoricCounts {
  const ages = [...listed].sort((a, b) => a.years - b.years);
  const units = new Map<string, { readonly unit: string; readonly counts: number[] }>();
  for (const { unitId, unit, since, count } of counts) {
    const row = units.get(unitId) ?? { unit, counts: ages.map(() => 0) };
    const column = ageOf(ages, since, day);
    row.counts[column] = (row.counts[column] ?? 0) + count;
    units.set(unitId, row);
  }
  const rows = [...units].map(([unitId, row]): HistoricRow => {
    return { unitId, ...row, total: row.counts.reduce((sum, each) => sum + each, 0) };
  });
  return { ages: ages.map(({ code, name }) => ({ code, name })), units: rows };
}
