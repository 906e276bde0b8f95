import { z } from 'zod';
import { lookedAt } from '@lianban/casework';
import { instantSchema } from '../http/paging.js';

/** Who the resident is, unmasked. */
export const personalDataSchema = z
  .object({ name: z.string(), phone: z.string().nullable() })
  .meta({ id: 'PersonalData', description: 'Who the resident is, unmasked' });

/** The first look of somebody at a case or its files on a day. */
export const caseLookSchema = z
  .object({ at: instantSchema, what: z.enum(lookedAt), by: z.string(), unit: z.string() })
  .meta({ id: 'CaseLook' });

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
