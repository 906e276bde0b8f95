import { z } from 'zod';
import { homeCardIds } from '@lianban/casework';
import { instantSchema } from '../http/paging.js';

const homeCardSchema = z
  .object({
    id: z.enum(homeCardIds).meta({ id: 'HomeCardId' }),
    count: z.int().describe('Counting stops at 10,000'),
    today: z.int().describe('How many of them came since midnight'),
    soonest: instantSchema.nullable().describe('When the first of them runs out, or begins'),
  })
  .meta({ id: 'HomeCard' });

/** What waits for somebody. */
export const homeSchema = z.object({ at: instantSchema, cards: z.array(homeCardSchema) }).meta({ id: 'Home' });
