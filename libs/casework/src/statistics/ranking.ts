import type { UnitKind } from '@lianban/organisation';
import type { Rate } from './statistics.js';

/** A unit beside others of its kind. */
export interface RankedUnit {
  readonly unitId: string;
  readonly unit: string;
  /** Cases that it or a unit below it handled, due to be closed and not left out. */
  readonly cases: number;
  readonly rates: readonly Rate[];
  /** From 0 to 100; null: no ranks are told, too few cases, or none of the rates can be told. */
  readonly score: number | null;
  /** Units with the same score share one. */
  readonly rank: number | null;
}

/** Units of one kind: streets with streets, stations with stations. */
export interface RankedGroup {
  readonly kind: UnitKind;
  readonly units: readonly RankedUnit[];
}

/** Units beside each other; where ranks are told, the best first, else in the order of the tree. */
export interface Ranking {
  readonly ranked: boolean;
  /** How the composite is made; null: no ranks are told. */
  readonly formula: string | null;
  /** Units with fewer cases are not ranked. */
  readonly fewest: number;
  readonly groups: readonly RankedGroup[];
}
