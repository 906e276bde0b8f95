import { z } from 'zod';

const count = z.int();

const casesSchema = z
  .object({
    received: count,
    closed: count,
    withdrawn: count,
    closedInTime: count,
    closedAtOnce: count.describe('Without a return and without a second handling'),
    toContact: count.describe('Whose resident was spoken to, or was to be by now'),
    contactedInTime: count,
    closedInTwo: count.describe('With two trips of the resident at most'),
    returned: count,
    reworked: count,
    repeated: count,
    rated: count,
    satisfied: count,
    asked: count,
    solved: count,
    toClaim: count.describe('Tasks that were claimed, or whose term for that is over'),
    claimedInTime: count,
  })
  .meta({ id: 'CaseCounts' });

const rateFields = z.object({
  code: z.string(),
  name: z.string(),
  formula: z.string(),
  numerator: count,
  denominator: count,
  rate: z.number().nullable().describe('From 0 to 1; null: nothing to divide by'),
});

/** A rate with what it is made of. */
export const rateSchema = rateFields.meta({ id: 'Rate' });

const ratesSchema = z.array(rateSchema);

/** Counts, rates with their formulas, units, topics, and which of them do worse than the mean. */
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
          toClaim: count,
          claimedInTime: count,
          hours: z.number().nullable().describe('Mean natural hours from receipt to the end'),
        })
        .meta({ id: 'UnitStatistics' }),
    ),
    topics: z.array(
      z
        .object({
          code: z.string(),
          name: z.string(),
          received: count,
          repeated: count,
          lapsed: count,
          dissatisfied: count,
        })
        .meta({ id: 'TopicStatistics' }),
    ),
    weakTopics: z.object({
      fewest: count.describe('Topics with a smaller denominator are not looked at'),
      items: z.array(
        rateFields
          .extend({
            topicCode: z.string(),
            topic: z.string(),
            mean: z.number().describe('Of all topics together'),
            difference: z.number().describe('How much worse than the mean'),
          })
          .meta({ id: 'WeakTopic' }),
      ),
    }),
  })
  .meta({ id: 'Statistics' });
