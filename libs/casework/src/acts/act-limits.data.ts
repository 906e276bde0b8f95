import { retentionSeed } from '../retention/retention.data.js';

/** A number by which acts are measured, which administrators change. */
export interface ActLimitSeed {
  readonly code:
    | 'urges'
    | 'countersign-days'
    | 'consult-days'
    | 'assist-days'
    | 'mediation-days'
    | 'pledge-review-days'
    | 'reveals-an-hour'
    | 'retention-months';
  readonly name: string;
  readonly most: number;
}

/** Limits of acts and usual terms of helpers, as a fresh installation has them. Days are working days, unless told. */
export const actLimitSeeds: readonly ActLimitSeed[] = [
  { code: 'urges', name: '催办：每件最多次数', most: 3 },
  { code: 'countersign-days', name: '会签：默认工作日', most: 2 },
  { code: 'consult-days', name: '派单会商：默认工作日', most: 1 },
  // With a term of the lead's own, a helper has as many days as the lead can spare.
  { code: 'assist-days', name: '协办：主办环节没有期限时的工作日', most: 5 },
  // Counted by the schema `outreach`; 31 is the last of January.
  { code: 'pledge-review-days', name: '年评诺：年度结束后最迟自然日', most: 31 },
  { code: 'mediation-days', name: '调解：默认工作日', most: 10 },
  { code: 'reveals-an-hour', name: '查看诉求人信息：每人每小时最多次数', most: 30 },
  retentionSeed,
];
