import type { Lane } from '../mutual-aid/lane.sql.js';

/** What became of the cases of the period in one of the three ways of handling. */
export interface LaneCounts {
  readonly lane: Lane;
  readonly received: number;
  readonly closed: number;
  /** Of all that were closed; null: nothing was. */
  readonly share: number | null;
  /** Mean natural hours from receipt to closing; null: nothing was closed. */
  readonly hours: number | null;
}

/** The three ways of handling, in their order, and how a case is told to be in one. */
export interface LaneTable {
  readonly formula: string;
  readonly items: readonly LaneCounts[];
}
