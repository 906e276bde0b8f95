import type { SideKind } from '../sides/side-process.js';

/** A way in which matters are settled, as it is first written. */
export interface DispositionSeed {
  readonly code: string;
  readonly name: string;
  /** Key of the process that goes on beside the case from then on. */
  readonly followUp: SideKind | null;
}

/**
 * The four ways of settling a matter (处置四类: 依法按政策解决、抓紧研究制定完善、解释说明并适时解决、说服教育引导), as a fresh
 * installation has them. The first is taken where nobody says otherwise.
 */
export const dispositionSeeds: readonly DispositionSeed[] = [
  { code: 'by-law', name: '依法按政策解决', followUp: null },
  { code: 'policy', name: '研究制定完善政策', followUp: 'policy' },
  { code: 'explain', name: '解释说明、适时解决', followUp: 'revisit' },
  { code: 'persuade', name: '说服教育引导', followUp: null },
];
