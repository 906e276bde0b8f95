import { z, type ZodType } from 'zod';

/** `limit` and `after` of every list. */
export const pagingSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(20),
  after: z.string().min(1).max(1_000).optional().describe('The value of `next` from the page before'),
});

/** A page of a list. */
export function pageSchema<T extends ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable().describe('Null on the last page') });
}

/** An instant in ISO 8601. */
export const instantSchema = z.string().meta({ format: 'date-time' });

/** A code or an id with its name on the screen. */
export const namedSchema = z.object({ code: z.string(), name: z.string() }).meta({ id: 'Named' });

/** `paused` while the clock stands. */
export const lightSchema = z.enum(['green', 'yellow', 'red', 'paused']).meta({ id: 'Light' });
