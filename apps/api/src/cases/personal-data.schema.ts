import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

/** Who the resident is, unmasked. */
export const personalDataSchema = z
  .object({ name: z.string(), phone: z.string().nullable() })
  .meta({ id: 'PersonalData', description: 'Who the resident is, unmasked' });

/** Somebody who looked. */
export const readingSchema = z
  .object({
    at: instantSchema,
    by: z.string(),
    unit: z.string(),
    reason: z.string(),
    seen: z.boolean().describe('False: nothing was shown'),
  })
  .meta({ id: 'PersonalDataReading' });
