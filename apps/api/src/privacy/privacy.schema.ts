import { z, type ZodType } from 'zod';
import { privacyNoticeSchema, watermarkSchema } from '@lianban/casework';
import { instantSchema } from '../http/paging.js';

const decided = <Value extends ZodType>(value: Value) =>
  z.object({ version: z.int(), value, note: z.string(), at: instantSchema, by: z.string() });

/** The mark as it was decided. */
export const decidedWatermarkSchema = decided(watermarkSchema).meta({ id: 'DecidedWatermark' });

/** The notice as it was decided. */
export const decidedNoticeSchema = decided(privacyNoticeSchema).meta({ id: 'DecidedPrivacyNotice' });

/** The notice that residents read now. */
export const publicNoticeSchema = z
  .object({ ...privacyNoticeSchema.shape, version: z.int().describe('To be named when a request is filed') })
  .meta({ id: 'PrivacyNotice' });
