import { z } from 'zod';

const since = z
  .string()
  .trim()
  .refine(
    (text) => /^\d{4}$/u.test(text) || z.iso.date().safeParse(text).success,
    '应为年份或日期，如 2015 或 2015-06-30',
  )
  .describe('Year or day, as YYYY or YYYY-MM-DD');
const reason = z.string().trim().min(1, '请说明情况').max(1_000, '说明不能超过 1000 字');

/** That a new case is about a long-standing matter. */
export const historicSchema = z.object({ since, reason }).meta({ id: 'Historic' });

/** Marks an open case as being about a long-standing matter (历史遗留), or takes the mark off. */
export const historicMarkSchema = z
  .object({ since: since.nullable().describe('Null: the mark is taken off'), opinion: reason.describe('Why') })
  .meta({ id: 'HistoricMark' });

export type Historic = z.output<typeof historicSchema>;
export type HistoricMark = z.output<typeof historicMarkSchema>;
