/** A reason for which a clock may stand, and for how long. */
export interface PauseReasonSeed {
  readonly code: string;
  readonly name: string;
  /** Natural days after which the clock runs again by itself. */
  readonly capDays: number;
  /** How often a case may stand for this reason. */
  readonly times: number;
}

/** The closed list; administrators change caps and names, not what a clock may stand for. */
export const pauseReasonSeeds: readonly PauseReasonSeed[] = [
  { code: 'papers', name: '等待诉求人补充材料', capDays: 30, times: 1 },
  { code: 'appraisal', name: '第三方鉴定评估', capDays: 30, times: 1 },
  { code: 'hearing', name: '听证', capDays: 30, times: 1 },
  { code: 'court', name: '诉讼或仲裁', capDays: 30, times: 1 },
  { code: 'force-majeure', name: '不可抗力', capDays: 30, times: 1 },
  { code: 'policy', name: '政策待明确', capDays: 30, times: 1 },
];
