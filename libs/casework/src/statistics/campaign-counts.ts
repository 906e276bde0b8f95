import type { CaseCounts, Rate } from './statistics.js';

/** What became of the cases of a period that were registered for one campaign. */
export interface CampaignCount extends Pick<CaseCounts, 'received' | 'closed' | 'rated' | 'satisfied'> {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  /** First day, as YYYY-MM-DD. */
  readonly from: string;
  readonly to: string;
  /** Of closing and of satisfaction, as for all cases. */
  readonly rates: readonly Rate[];
}

/** Campaigns for which cases were registered, the latest first. */
export interface CampaignCounts {
  readonly items: readonly CampaignCount[];
}
