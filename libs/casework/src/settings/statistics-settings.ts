import { z } from 'zod';
import { unitKinds } from '@lianban/organisation';

/** Rates that may make up the composite by which units are ranked. */
export const weighedRates = ['closing', 'closing-in-time', 'satisfaction', 'solution', 'first-time'] as const;

const weight = z.int('权重为 0 到 100 的整数').min(0).max(100);
const fewest = z.int().min(1).max(10_000);

/** What statistics are counted by, as administrators decide it. */
export const statisticsSettingsSchema = z
  .object({
    calendar: z.string().min(1).max(40).describe('Id of the calendar in which hours and days are counted'),
    ranking: z.object({
      shown: z.boolean().describe('False: no rank is told anywhere'),
      kinds: z
        .array(z.enum(unitKinds))
        .max(unitKinds.length)
        .describe('Kinds of units that are ranked, each by itself'),
      weights: z
        .partialRecord(z.enum(weighedRates), weight)
        .refine((weights) => Object.values(weights).some((each) => each > 0), '至少一项指标的权重要大于 0'),
      fewest: fewest.describe('A unit with fewer cases is not ranked'),
    }),
    weakTopics: z.object({ fewest: fewest.describe('A topic with a smaller denominator is not looked at') }),
    signing: z.object({ days: z.int().min(1).max(10).describe('Working days within which a task is claimed') }),
    hotMatters: z.object({
      days: z.int().min(1).max(90).describe('How far back cases are compared'),
      fewest: z.int().min(2).max(1_000).describe('How many similar cases make a hot matter'),
      likeness: z
        .number()
        .min(0.1)
        .max(1)
        .describe('From which share of common words on two cases are alike, also while one is written'),
    }),
  })
  .meta({ id: 'StatisticsSettings' });

/** A change of them, with the grounds. */
export const statisticsSettingsChangeSchema = z
  .object({
    version: z.int().min(0).describe('Of the latest decision, from which this one starts'),
    value: statisticsSettingsSchema,
    note: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 字'),
  })
  .meta({ id: 'NewStatisticsSettings' });

export type StatisticsSettings = z.output<typeof statisticsSettingsSchema>;
export type StatisticsSettingsChange = z.output<typeof statisticsSettingsChangeSchema>;

/** What was decided when, by whom, on what grounds; with its own version. */
export interface SettledStatistics extends StatisticsSettingsChange {
  readonly at: string;
  /** Empty: as installed. */
  readonly by: string;
}
