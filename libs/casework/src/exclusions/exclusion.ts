import { z } from 'zod';

const opinion = z.string().trim().min(1, '请填写说明').max(4_000, '说明不能超过 4000 字');

/** Asks that a case be left out of adjusted rates. */
export const exclusionSchema = z
  .object({ reason: z.string().max(40).describe('Code of one of `GET exclusion-reasons`'), opinion })
  .meta({ id: 'CaseExclusion' });

/** Grants or refuses it. */
export const exclusionDecisionSchema = z.object({ granted: z.boolean(), opinion }).meta({ id: 'ExclusionDecision' });

export type Exclusion = z.output<typeof exclusionSchema>;
export type ExclusionDecision = z.output<typeof exclusionDecisionSchema>;

/** A request to leave a case out, with what came of it. */
export interface ExclusionItem {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly unit: string;
  readonly reason: string;
  readonly opinion: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly state: 'asked' | 'granted' | 'refused';
  readonly decidedBy: string | null;
  readonly decision: string | null;
  /** Whether the asker may decide it. */
  readonly canDecide: boolean;
}
