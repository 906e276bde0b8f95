import { z } from 'zod';
import type { DomainErrorInit } from '@lianban/platform';

const tasks = z
  .array(z.string().min(1).max(80))
  .min(1, '请选择办件')
  .max(100, '一次最多 100 件')
  .describe('Ids of tasks, as inboxes give them');
const reason = z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字');

/** To whom tasks go: a person or a unit. */
const receiver = z
  .object({
    person: z.uuid('请选择接收人').optional().describe('Account id of somebody who may claim the tasks'),
    unit: z.string().min(1).max(64).optional().describe('Id of a unit'),
  })
  .refine(({ person, unit }) => (person === undefined) !== (unit === undefined), {
    error: '请选择接收人或接收单位，二者选一',
  });

/** One act on many tasks. */
export const taskBatchSchema = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('claim').describe('签收'), tasks }),
    z.object({ act: z.literal('release').describe('释放'), tasks }),
    z.object({ act: z.literal('assign').describe('转办'), tasks, reason, to: receiver }),
    z.object({ act: z.literal('urge').describe('催办: presses whoever holds the cases'), tasks, reason }),
  ])
  .meta({ id: 'TaskBatch' });

export type TaskBatch = z.output<typeof taskBatchSchema>;

/** What became of one task of a batch. */
export interface TaskFate {
  readonly id: string;
  /** Code of its case; null where the person may know nothing of it. */
  readonly code: string | null;
  /** Why it was refused; null: it was done. */
  readonly refusal: DomainErrorInit | null;
}
