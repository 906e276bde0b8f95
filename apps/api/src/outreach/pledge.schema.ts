import { z } from 'zod';
import { pledgeActs, pledgeOutcomes, pledgeStates } from '@lianban/outreach';
import { instantSchema, namedSchema, pageSchema } from '../http/paging.js';

/** What the residents' delegates found. */
export const outcomeSchema = z.enum(pledgeOutcomes);

/** The mean of delegates' scores from 1 to 5. */
export const meanSchema = z.number().nullable().describe('Points of all scores by their number, from 1 to 5');

const itemSchema = z
  .object({
    id: z.string(),
    unitId: z.string(),
    unit: z.string(),
    year: z.int(),
    pledger: z.string().nullable().describe('A member or staff; null: the unit itself'),
    title: z.string(),
    category: namedSchema.nullable(),
    dueOn: z.string(),
    state: z.enum(pledgeStates),
    dropped: z.boolean().describe('Given up before it was public'),
    finishedOn: z.string().nullable(),
    late: z.boolean().describe('Public, not finished, and its day is over'),
    outcome: outcomeSchema.nullable(),
    meanScore: meanSchema,
  })
  .meta({ id: 'PledgeSummary' });

/** A page of pledges. */
export const pledgesSchema = pageSchema(itemSchema).meta({ id: 'PledgePage' });

/** Something that was done for a pledge. */
export const progressEntrySchema = z
  .object({ day: z.string(), text: z.string(), evidence: z.string() })
  .meta({ id: 'PledgeProgressEntry' });

/** A photo or a paper that proves what was done. */
export const pledgeFileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().describe('By its content'),
    size: z.int().describe('Bytes'),
  })
  .meta({ id: 'PledgeFile' });

/** A line of the trail of a pledge or a review. */
export const pledgeLineSchema = z
  .object({
    kind: z.string(),
    at: instantSchema,
    by: z.string().nullable(),
    unit: z.string().nullable(),
    opinion: z.string().nullable(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'PledgeLine' });

/** A pledge with its course. */
export const pledgeViewSchema = itemSchema
  .extend({
    version: z.int(),
    text: z.string(),
    measure: z.string(),
    draftedBy: z.string(),
    draftedAt: instantSchema,
    publishedAt: instantSchema.nullable(),
    result: z.string().nullable(),
    progress: z.array(progressEntrySchema),
    files: z.array(pledgeFileSchema),
    history: z.array(pledgeLineSchema),
    acts: z.array(z.enum(pledgeActs)).describe('What the asker may do now'),
  })
  .meta({ id: 'Pledge' });
