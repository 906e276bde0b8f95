import type { CampaignCount } from './marked-cases.js';
import { rateRules, ratesOf, totalOf } from './rates.rules.js';
import type { CaseCounts } from './statistics.js';

/** What became of the cases of one campaign, as it is counted. */
export interface CampaignFates extends CaseCounts, Omit<CampaignCount, 'rates' | keyof CaseCounts> {}

const told: ReadonlySet<string> = new Set(['closing', 'satisfaction']);
const rules = rateRules.filter(({ code }) => told.has(code));

/** A campaign's counts with the rates that they make, by the formulas that hold for all cases. */
export function campaignCountOf(fates: CampaignFates): CampaignCount {
  const { code, name, kind, from, to, received, closed, rated, satisfied } = fates;
  const rates = ratesOf(totalOf([{ ...fates, repeated: 0 }]), rules);
  return { code, name, kind, from, to, received, closed, rated, satisfied, rates };
}
