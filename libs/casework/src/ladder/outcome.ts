import { z } from 'zod';

const day = z.iso.date('日期格式为 YYYY-MM-DD');

/** Lists of bulletins and talks: of a unit, of a period, page by page. */
export const outcomeListQuery = z.object({
  unit: z.string().min(1).max(64).optional().describe('Id of a unit'),
  from: day.optional().describe('First day, of being drafted or planned'),
  to: day.optional().describe('Last day'),
  limit: z.coerce.number().int().min(1).max(200).default(20),
  after: z.string().min(1).max(1_000).optional().describe('The value of `next` from the page before'),
});

/** The head of a unit has read it, and what they say to it. */
export const acknowledgementSchema = z
  .object({ opinion: z.string().trim().max(4_000, '说明不能超过 4000 字').default('') })
  .meta({ id: 'Acknowledgement' });

/** A bulletin or a talk is left out, for a reason. */
export const droppingSchema = z
  .object({ opinion: z.string().trim().min(1, '请填写理由').max(4_000, '理由不能超过 4000 字') })
  .meta({ id: 'Dropping' });

export type OutcomeQuery = z.output<typeof outcomeListQuery>;
export type Acknowledgement = z.output<typeof acknowledgementSchema>;
export type Dropping = z.output<typeof droppingSchema>;
