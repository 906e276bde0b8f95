import { z } from 'zod';

/** Hands a task over, to a person or to a unit. */
export const transferSchema = z
  .object({
    person: z.uuid('请选择接收人').optional().describe('Account id of somebody who may claim the task'),
    unit: z.string().min(1).max(64).optional().describe('Id of a unit'),
    opinion: z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字'),
    task: z.string().max(80).optional().describe('Which task, where the case has several'),
  })
  .refine(({ person, unit }) => (person === undefined) !== (unit === undefined), {
    error: '请选择接收人或接收单位，二者选一',
    path: ['person'],
  })
  .meta({ id: 'CaseTransfer' });

/** Lets a unit know. */
export const copySchema = z
  .object({
    unit: z.string().min(1, '请选择单位').max(64).describe('Id of the unit'),
    opinion: z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字'),
  })
  .meta({ id: 'CaseCopy' });

export type Copying = z.output<typeof copySchema>;

export type Transfer = z.output<typeof transferSchema>;

/** A unit to which a task can be handed. */
export interface HandOverUnit {
  readonly id: string;
  readonly name: string;
}

/** Somebody to whom a task can be handed. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}
