import type { CaseState } from '../cases/case.js';

/** Another case that may have to do with one; its resident is told by the mask alone. */
export interface RelatedCase {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: CaseState;
  readonly stateName: string;
  readonly address: string | null;
  /** The unit that is responsible. */
  readonly unit: string;
  readonly receivedAt: string;
  /** From 0 to 1: how much of the words they share. */
  readonly similarity: number;
  /** It has the telephone number of the same resident; null to who may not see both residents. */
  readonly samePerson: boolean | null;
  readonly sameAddress: boolean;
}
