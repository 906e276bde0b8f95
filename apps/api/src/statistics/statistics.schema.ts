import { z } from 'zod';

const count = z.int();

const casesSchema = z
  .object({
    received: count,
    closed: count,
    withdrawn: count,
    closedInTime: count,
    returned: count,
    reworked: count,
    rated: count,
    satisfied: count,
    asked: count,
    solved: count,
  })
  .meta({ id: 'CaseCounts' });

const ratesSchema = z.array(
  z
    .object({
      code: z.string(),
      name: z.string(),
      formula: z.string(),
      numerator: count,
      denominator: count,
      rate: z.number().nullable().describe('From 0 to 1; null: nothing to divide by'),
    })
    .meta({ id: 'Rate' }),
);

/** Counts, rates with their formulas, units and topics. */
export const statisticsSchema = z
  .object({
    cases: casesSchema,
    rates: ratesSchema,
    adjusted: z
      .object({ cases: casesSchema, rates: ratesSchema })
      .describe('Without the cases that are left out by a decision (剔除)'),
    units: z.array(
      z
        .object({
          unitId: z.string(),
          unit: z.string(),
          kind: z.string(),
          tasks: count,
          done: count,
          doneInTime: count,
          late: count,
          open: count,
          hours: z.number().nullable().describe('Mean natural hours from receipt to the end'),
        })
        .meta({ id: 'UnitStatistics' }),
    ),
    topics: z.array(
      z
        .object({ code: z.string(), name: z.string(), received: count, lapsed: count, dissatisfied: count })
        .meta({ id: 'TopicStatistics' }),
    ),
  })
  .meta({ id: 'Statistics' });
