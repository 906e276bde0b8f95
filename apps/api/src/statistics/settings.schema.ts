import { z } from 'zod';
import { statisticsSettingsSchema } from '@lianban/casework';
import { instantSchema } from '../http/paging.js';

/** What statistics are counted by, as it was decided. */
export const settledStatisticsSchema = z
  .object({
    version: z.int(),
    value: statisticsSettingsSchema,
    note: z.string(),
    at: instantSchema,
    by: z.string(),
  })
  .meta({ id: 'SettledStatistics' });

/** What was decided last, the newest first. */
export const settledStatisticsListSchema = z.array(settledStatisticsSchema);
