import type { CaseCounts } from './statistics.js';
import { rateRules, ratesOf } from './rates.rules.js';
import type { Trend } from './trend.js';

const dayMs = 86_400_000;
/** A longer period is told by months: more points than that nobody reads. Days. */
const mostDays = 92;
const told = ['closing', 'closing-in-time', 'response', 'satisfaction'];
const rules = rateRules.filter(({ code }) => told.includes(code));

/** What was counted of a day or a month. */
export interface TrendCounts extends CaseCounts {
  readonly day: string;
  readonly endings: number;
}

/** By what a period is told. */
export function stretchOf(from: string, to: string): Trend['by'] {
  return (Date.parse(to) - Date.parse(from)) / dayMs < mostDays ? 'day' : 'month';
}

/** Counts with the rates that change from day to day. */
export function trendOf(by: Trend['by'], counts: readonly TrendCounts[]): Trend {
  return {
    by,
    rates: rules.map(({ code, name, formula }) => ({ code, name, formula })),
    items: counts.map((row) => ({
      day: row.day,
      received: row.received,
      endings: row.endings,
      values: ratesOf({ ...row, repeated: 0, toClaim: 0, claimedInTime: 0 }, rules).map(
        ({ numerator, denominator, rate }) => ({ numerator, denominator, rate }),
      ),
    })),
  };
}
