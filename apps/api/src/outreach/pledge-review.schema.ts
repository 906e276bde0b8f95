import { z } from 'zod';
import { instantSchema, pageSchema } from '../http/paging.js';
import { meanSchema, outcomeSchema, pledgeLineSchema } from './pledge.schema.js';

const shareSchema = z.number().nullable().describe('Kept ones among those that were reviewed');

const resultSchema = z
  .object({
    unitId: z.string(),
    unit: z.string(),
    year: z.int(),
    pledges: z.int().describe('That are or were public'),
    finished: z.int(),
    kept: z.int(),
    partly: z.int(),
    notKept: z.int(),
    shareKept: shareSchema,
    meanScore: meanSchema,
    reviewId: z.string().nullable(),
    heldOn: z.string().nullable(),
    closedAt: instantSchema.nullable(),
    reviewBy: z.string().describe('The day by which the review is to be closed'),
    missing: z.boolean().describe('That day is over, and pledges are not reviewed'),
  })
  .meta({ id: 'PledgeYear' });

/** A page of what the pledges of units came to. */
export const yearsSchema = pageSchema(resultSchema).meta({ id: 'PledgeYearPage' });

/** A review with its pledges. */
export const reviewViewSchema = z
  .object({
    id: z.string(),
    unitId: z.string(),
    unit: z.string(),
    year: z.int(),
    day: z.string(),
    place: z.string(),
    delegates: z.int(),
    names: z.array(z.string()).describe('Of the delegates; masked for those who do not keep the review'),
    openedBy: z.string(),
    openedAt: instantSchema,
    remark: z.string(),
    closedAt: instantSchema.nullable(),
    closedBy: z.string().nullable(),
    lines: z.array(
      z
        .object({
          pledgeId: z.string(),
          title: z.string(),
          pledger: z.string().nullable(),
          measure: z.string(),
          dueOn: z.string(),
          finishedOn: z.string().nullable(),
          result: z.string().nullable(),
          voted: z.boolean(),
          kept: z.int(),
          partly: z.int(),
          notKept: z.int(),
          grades: z.array(z.int()).describe('How many delegates gave 1, 2, 3, 4 and 5'),
          remark: z.string(),
          outcome: outcomeSchema.nullable().describe('What most delegates found; of two that are even, the worse'),
          meanScore: meanSchema,
        })
        .meta({ id: 'PledgeReviewLine' }),
    ),
    history: z.array(pledgeLineSchema),
    canKeep: z.boolean().describe('Correct it, enter votes and close it'),
  })
  .meta({ id: 'PledgeReview' });

/** What residents read of a review: how the delegates of residents found the pledges. */
export const publicReviewSchema = z
  .object({
    day: z.string(),
    delegates: z.int(),
    remark: z.string(),
    kept: z.int(),
    partly: z.int(),
    notKept: z.int(),
    shareKept: shareSchema,
    meanScore: meanSchema,
  })
  .meta({ id: 'PublicPledgeReview' });
