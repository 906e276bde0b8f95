import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

const similarCaseSchema = z.object({ id: z.string(), code: z.string(), title: z.string() }).meta({ id: 'SimilarCase' });

/** What earlier cases tell of a request. */
export const similarSchema = z
  .object({
    categories: z
      .array(
        z
          .object({
            code: z.string(),
            name: z.string(),
            share: z.number().describe('From 0 to 1'),
            because: z.array(similarCaseSchema),
          })
          .meta({ id: 'CategoryAdvice' }),
      )
      .describe('Best first; advice, a person decides'),
    repeats: z.array(
      similarCaseSchema
        .extend({
          address: z.string().nullable(),
          unit: z.string().nullable(),
          receivedAt: instantSchema,
          similarity: z.number().describe('From 0 to 1'),
          samePerson: z.boolean(),
        })
        .meta({ id: 'LikelyRepeat' }),
    ),
  })
  .meta({ id: 'Similar' });
