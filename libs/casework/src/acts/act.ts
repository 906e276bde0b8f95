import { z } from 'zod';

const opinion = z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字');
const task = z.string().max(80).optional().describe('Which task, where one holds several of the case');

/** Stops the clock of a task. */
export const suspensionSchema = z
  .object({ reason: z.string().max(40).describe('Code of a pause reason'), opinion, task })
  .meta({ id: 'CaseSuspension' });

/** Lets the clock run again. */
export const resumptionSchema = z.object({ opinion, task }).meta({ id: 'CaseResumption' });

/** Gives a task more time. */
export const extensionSchema = z
  .object({
    days: z.int().min(1).max(10).describe('Working days'),
    opinion: opinion.describe('Why, as the resident is told'),
    task,
  })
  .meta({ id: 'CaseExtension' });

/** Presses for an answer. */
export const urgeSchema = z.object({ opinion }).meta({ id: 'CaseUrge' });

/** Asks to be rid of a case that belongs to another unit. */
export const returnSchema = z
  .object({
    legalBasis: z.string().trim().min(1, '请写明依据的法规或职责规定').max(500, '依据不能超过 500 字'),
    suggestedUnit: z.string().min(1, '请选择建议承办单位').max(64).describe('Id of the department that should have it'),
    evidence: z.string().trim().min(1, '请说明佐证材料').max(2_000, '佐证材料不能超过 2000 字'),
    opinion,
    task,
  })
  .meta({ id: 'CaseReturn' });

/** Takes a case back. */
export const withdrawalSchema = z.object({ opinion }).meta({ id: 'CaseWithdrawal' });

/** What a resident says, with the query code of the receipt. */
export const residentActSchema = z
  .object({ queryCode: z.string().min(1).max(16), opinion: opinion.max(1_000, '说明不能超过 1000 字') })
  .meta({ id: 'ResidentAct' });

export type ResidentAct = z.output<typeof residentActSchema>;
export type Suspension = z.output<typeof suspensionSchema>;
export type Resumption = z.output<typeof resumptionSchema>;
export type Extension = z.output<typeof extensionSchema>;
export type Return = z.output<typeof returnSchema>;
export type Urge = z.output<typeof urgeSchema>;
export type Withdrawal = z.output<typeof withdrawalSchema>;

/** An act of the past that bears on what may be done now. */
export interface PastAct {
  readonly kind: 'suspend' | 'extend' | 'urge' | 'return';
  readonly instanceId: string;
  readonly key: number;
  readonly day: string;
  readonly reasonCode: string | null;
  readonly ended: boolean;
}

/** A reason for which a clock may stand. */
export interface PauseReason {
  readonly code: string;
  readonly name: string;
  readonly capDays: number;
  readonly times: number;
}
