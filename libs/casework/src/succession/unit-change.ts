import { z } from 'zod';

const when = {
  day: z.iso.date('应为日期').describe('From the beginning of this day on; a day that has begun: at once'),
  reason: z.string().trim().min(1, '请填写依据或原因').max(500, '原因不能超过 500 字'),
};
const unit = z.string().max(64);

/** Changes a unit: its name or parent, or it ends, by itself or into another one. */
export const unitChangeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('renamed'), name: z.string().trim().min(1, '请填写名称').max(100), ...when }),
    z.object({ kind: z.literal('moved'), parent: unit.min(1, '请选择上级单位'), ...when }),
    z.object({
      kind: z.literal('closed'),
      successor: unit.optional().describe('Who goes on with what is open; absent: nothing may be'),
      ...when,
    }),
    z.object({ kind: z.literal('merged'), successor: unit.min(1, '请选择承接单位'), ...when }),
  ])
  .meta({ id: 'NewUnitChange' });

export type NewUnitChange = z.output<typeof unitChangeSchema>;
