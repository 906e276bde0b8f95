import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

/** A case before joint meetings. */
export const caseTopicsSchema = z.array(
  z
    .object({
      id: z.string(),
      reasonName: z.string(),
      units: z.array(z.string()),
      state: z.enum(['queued', 'scheduled', 'decided', 'lapsed', 'withdrawn', 'postponed']),
      queuedAt: instantSchema,
      meeting: z
        .object({ id: z.string(), title: z.string(), at: instantSchema, place: z.string() })
        .nullable()
        .describe('Null while none was called'),
      decision: z
        .object({
          outcome: z.enum(['resolved', 'rule', 'submit']),
          lead: z.string().nullable(),
          helpers: z.array(z.string()),
          opinion: z.string(),
          by: z.string(),
        })
        .nullable(),
      decidedAt: instantSchema.nullable(),
      postponed: z.string().nullable().describe('Why it was put off'),
      closedAt: instantSchema.nullable().describe('When the decision was closed (销号)'),
      closedBy: z.string().nullable(),
      closingNote: z.string().nullable(),
    })
    .meta({ id: 'CaseTopic' }),
);
