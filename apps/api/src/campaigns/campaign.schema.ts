import { z } from 'zod';
import { namedSchema } from '../http/paging.js';

/** What people choose from when they register or look for cases. */
export const campaignChoiceSchema = z
  .object({
    items: z
      .array(
        z
          .object({
            code: z.string(),
            name: z.string(),
            kind: namedSchema,
            from: z.iso.date().describe('First day'),
            to: z.iso.date().describe('Last day'),
            note: z.string().nullable(),
            units: z.array(z.string()).describe('Names of the units that take part'),
            running: z.boolean().describe('False: out of use, over or not begun; new cases are refused'),
          })
          .meta({ id: 'Campaign' }),
      )
      .describe('Those in use first, the latest before others'),
    demandedBy: z.array(z.string()).describe('Codes of the channels whose cases need a campaign'),
  })
  .meta({ id: 'CampaignChoice' });
