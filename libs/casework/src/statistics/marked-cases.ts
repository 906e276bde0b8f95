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

/** Open cases about long-standing matters that a unit holds, by how long the matters have stood. */
export interface HistoricRow {
  readonly unitId: string;
  readonly unit: string;
  readonly total: number;
  /** In the order of the ages. */
  readonly counts: readonly number[];
}

/** Open cases about long-standing matters as of a day, whenever they were received. */
export interface HistoricCounts {
  readonly ages: readonly { readonly code: string; readonly name: string }[];
  readonly units: readonly HistoricRow[];
}
