import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

/** What was done with the resident of a case. */
export const serviceRecordSchema = z
  .object({
    firstContact: z
      .object({ dueAt: instantSchema, at: instantSchema.nullable(), late: z.boolean() })
      .nullable()
      .describe('Null: the class of the request has no term for it'),
    trips: z.int().describe('How often the resident had to come'),
    contacts: z.array(
      z
        .object({
          id: z.string(),
          at: instantSchema,
          way: z.string(),
          reached: z.boolean(),
          trip: z.boolean(),
          text: z.string(),
          by: z.string(),
          unit: z.string().nullable(),
        })
        .meta({ id: 'Contact' }),
    ),
    notices: z.array(
      z
        .object({
          id: z.string(),
          at: instantSchema,
          items: z.array(z.string()),
          text: z.string().nullable(),
          by: z.string(),
          unit: z.string().nullable(),
        })
        .meta({ id: 'MissingPapers' }),
    ),
    papers: z.array(
      z
        .object({
          id: z.string(),
          name: z.string(),
          original: z.boolean(),
          receivedAt: instantSchema,
          receivedBy: z.string(),
          returnedAt: instantSchema.nullable(),
          returnedBy: z.string().nullable(),
        })
        .meta({ id: 'Paper' }),
    ),
    proxies: z.array(
      z
        .object({
          id: z.string(),
          agent: z.string(),
          unit: z.string().nullable(),
          mandate: z.string(),
          beganAt: instantSchema,
          result: z.string().nullable(),
          endedAt: instantSchema.nullable(),
        })
        .meta({ id: 'Errand' }),
    ),
    canAdd: z.boolean().describe('Whether the asker may add to it'),
  })
  .meta({ id: 'ServiceRecord' });
