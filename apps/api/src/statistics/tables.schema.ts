import { z } from 'zod';
import { unitKinds } from '@lianban/organisation';
import { laneSchema } from '../cases/case.schema.js';
import { rateSchema } from './statistics.schema.js';

const count = z.int();

/** Units beside others of their kind. */
export const rankingSchema = z
  .object({
    ranked: z.boolean().describe('False: an administrator decided that no ranks are told'),
    formula: z.string().nullable().describe('How the composite is made'),
    fewest: count.describe('Units with fewer cases are not ranked'),
    groups: z.array(
      z
        .object({
          kind: z.enum(unitKinds),
          units: z.array(
            z
              .object({
                unitId: z.string(),
                unit: z.string(),
                cases: count,
                rates: z.array(rateSchema),
                score: z.number().nullable().describe('From 0 to 100; null: not ranked'),
                rank: count.nullable(),
              })
              .meta({ id: 'RankedUnit' }),
          ),
        })
        .meta({ id: 'RankedGroup' }),
    ),
  })
  .meta({ id: 'Ranking' });

const dispositionRowsSchema = z.array(
  z
    .object({
      code: z.string(),
      name: z.string(),
      total: count,
      counts: z.array(count).describe('In the order of the kinds'),
    })
    .meta({ id: 'DispositionRow' }),
);

/** In which ways closed cases were settled. */
export const dispositionsSchema = z
  .object({
    kinds: z.array(z.object({ code: z.string(), name: z.string() })),
    topics: dispositionRowsSchema,
    units: dispositionRowsSchema,
  })
  .meta({ id: 'DispositionCounts' });

/** Cases by the way in which they were handled. */
export const lanesSchema = z
  .object({
    formula: z.string().describe('How a case is told to be in one of them'),
    items: z.array(
      z
        .object({
          lane: laneSchema,
          received: count,
          closed: count,
          share: z.number().nullable().describe('Of all that were closed, from 0 to 1'),
          hours: z.number().nullable().describe('Mean natural hours from receipt to closing'),
        })
        .meta({ id: 'LaneCounts' }),
    ),
  })
  .meta({ id: 'LaneTable' });

const spreadSchema = z
  .object({ median: z.number().nullable(), p90: z.number().nullable() })
  .meta({ id: 'Spread' })
  .describe('Working hours');

/** How long each step takes. */
export const stepTimesSchema = z
  .object({
    calendar: z.string().describe('Name of the calendar in which hours are counted'),
    items: z.array(
      z
        .object({
          definitionKey: z.string(),
          elementId: z.string(),
          step: z.string(),
          unitId: z.string().nullable().describe('Null: all units together'),
          unit: z.string().nullable(),
          count,
          whole: spreadSchema,
          waiting: spreadSchema,
          handling: spreadSchema,
          paused: count,
          pausedHours: z.number(),
        })
        .meta({ id: 'StepTime' }),
    ),
  })
  .meta({ id: 'StepTimes' });

/** What many people ask about at once. */
export const hotMattersSchema = z
  .object({
    days: count,
    fewest: count,
    likeness: z.number(),
    items: z.array(
      z
        .object({
          id: z.string().describe('Of its first case; lists its cases as the figure `matter`'),
          topic: z.string(),
          place: z.string().nullable(),
          size: count,
          more: z.boolean().describe('There may be more: only the latest cases of the topic and place were compared'),
          first: z.iso.date().describe('Day of receipt of the first case'),
          last: z.iso.date(),
          cases: z
            .array(z.object({ id: z.string(), code: z.string(), title: z.string() }))
            .describe('The latest of those that the asker may read'),
        })
        .meta({ id: 'HotMatter' }),
    ),
  })
  .meta({ id: 'HotMatters' });

/** What became of the cases of campaigns. */
export const campaignCountsSchema = z
  .object({
    items: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          kind: z.string(),
          from: z.iso.date(),
          to: z.iso.date(),
          received: count,
          closed: count,
          rated: count,
          satisfied: count,
          rates: z.array(rateSchema).describe('Of closing and of satisfaction'),
        })
        .meta({ id: 'CampaignCount' }),
    ),
  })
  .meta({ id: 'CampaignCounts' });

/** Open cases about long-standing matters. */
export const historicCountsSchema = z
  .object({
    ages: z.array(z.object({ code: z.string(), name: z.string() })).describe('How long matters have stood'),
    units: z.array(
      z
        .object({
          unitId: z.string(),
          unit: z.string(),
          total: count,
          counts: z.array(count).describe('In the order of the ages'),
        })
        .meta({ id: 'HistoricRow' }),
    ),
  })
  .meta({ id: 'HistoricCounts' });
