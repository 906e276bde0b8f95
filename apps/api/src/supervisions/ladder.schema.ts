import { z } from 'zod';
import { bulletinStates, talkCauses, talkStates } from '@lianban/casework';
import { instantSchema, pageSchema } from '../http/paging.js';

const about = {
  id: z.string(),
  caseId: z.string().describe('The case that caused it'),
  code: z.string(),
  caseTitle: z.string(),
  unitId: z.string(),
  unit: z.string(),
};

const acknowledged = {
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: instantSchema.nullable(),
  answer: z.string().nullable().describe('What the unit says to it'),
  canAcknowledge: z.boolean(),
};

/** A page of bulletins. */
export const bulletinsSchema = pageSchema(
  z
    .object({
      ...about,
      state: z.enum(bulletinStates),
      title: z.string(),
      text: z.string(),
      draftedAt: instantSchema,
      decidedBy: z.string().nullable().describe('Who issued or dropped it'),
      decidedAt: instantSchema.nullable(),
      reason: z.string().nullable().describe('Why it was dropped'),
      ...acknowledged,
      canDecide: z.boolean(),
    })
    .meta({ id: 'Bulletin' }),
).meta({ id: 'BulletinPage' });

/** A page of talks. */
export const talksSchema = pageSchema(
  z
    .object({
      ...about,
      cause: z.enum(talkCauses),
      state: z.enum(talkStates),
      reason: z.string(),
      plannedAt: instantSchema,
      mendBy: z.string().meta({ format: 'date' }).describe('Last day on which what was found is to be mended'),
      late: z.boolean().describe('That day is over, and it is not mended'),
      heldAt: instantSchema.nullable(),
      heldBy: z.string().nullable(),
      attended: z.string().nullable(),
      agreed: z.string().nullable(),
      ...acknowledged,
      endedBy: z.string().nullable().describe('Who found it mended, or dropped it'),
      endedAt: instantSchema.nullable(),
      ending: z.string().nullable(),
      canConduct: z.boolean().describe('Hold, drop or end it'),
    })
    .meta({ id: 'Talk' }),
).meta({ id: 'TalkPage' });
