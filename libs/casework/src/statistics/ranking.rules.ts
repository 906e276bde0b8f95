import type { StatisticsSettings } from '../settings/statistics-settings.js';
import { weighedRates } from '../settings/statistics-settings.js';
import type { RankedGroup, RankedUnit, Ranking } from './ranking.js';
import type { UnitFates } from './ranking.sql.js';
import { dueToClose, fourDigits, rateRules, ratesOf, type RateRule } from './rates.rules.js';
import type { Rate } from './statistics.js';

type RankingSettings = StatisticsSettings['ranking'];

interface Weighed {
  readonly rule: RateRule;
  readonly weight: number;
}

/**
 * Units beside others of their kind, by a composite of rates. Where ranks are not told, neither the composite nor the
 * order lets one guess them.
 */
export function rankingOf(fates: readonly UnitFates[], settings: RankingSettings, ranked: boolean): Ranking {
  const weighed = weighedOf(settings);
  const groups = settings.kinds.flatMap((kind): RankedGroup[] => {
    const units = fates.filter((each) => each.kind === kind).map((each) => unitOf(each, settings, ranked));
    if (units.length === 0) return [];
    return [{ kind, units: ranked ? inOrder(units) : units }];
  });
  return { ranked, formula: ranked ? formulaOf(weighed) : null, fewest: settings.fewest, groups };
}

function weighedOf({ weights }: RankingSettings): Weighed[] {
  return weighedRates.flatMap((code) => {
    const rule = rateRules.find((each) => each.code === code);
    const weight = weights[code] ?? 0;
    return rule && weight > 0 ? [{ rule, weight }] : [];
  });
}

function unitOf(fates: UnitFates, settings: RankingSettings, ranked: boolean): RankedUnit {
  const weighed = weighedOf(settings);
  // Repeats and tasks to claim are told of the whole, not of a unit.
  const counts = { ...fates, repeated: 0, toClaim: 0, claimedInTime: 0 };
  const rates = ratesOf(
    counts,
    weighed.map(({ rule }) => rule),
  );
  const cases = dueToClose(fates);
  const score = ranked && cases >= settings.fewest ? scoreOf(weighed, rates) : null;
  return { unitId: fates.unitId, unit: fates.unit, cases, rates, score, rank: null };
}

/**
 * The weighed mean of the rates that can be divided, in hundredths; what nobody answered weighs nothing. Who has closed
 * nothing is told no rate of closing in time, but does not gain by it.
 */
function scoreOf(weighed: readonly Weighed[], rates: readonly Rate[]): number | null {
  const told = weighed.flatMap(({ weight }, index) => {
    const { numerator, denominator } = rates[index] ?? { numerator: 0, denominator: 0 };
    return denominator === 0 ? [] : [{ weight, rate: fourDigits(numerator / denominator) }];
  });
  const total = told.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const score = told.reduce((sum, { weight, rate }) => sum + weight * rate, 0) / total;
  return Math.round(score * 10_000) / 100;
}

/** The best first, those that are not ranked at the end, each in the order of the tree. */
function inOrder(units: readonly RankedUnit[]): RankedUnit[] {
  const scored = units.filter(({ score }) => score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const ranked = scored.map((unit) => ({
    ...unit,
    rank: 1 + scored.findIndex(({ score }) => score === unit.score),
  }));
  return [...ranked, ...units.filter(({ score }) => score === null)];
}

function formulaOf(weighed: readonly Weighed[]): string {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const parts = weighed.map(({ rule, weight }) => `${rule.name} × ${Math.round((weight / total) * 1_000) / 10}%`);
  return `${parts.join(' + ')}；无法计算的指标不计，其余按比例；已剔除的诉求不计`;
}
