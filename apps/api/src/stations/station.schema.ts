import { z } from 'zod';
import { pageSchema } from '../http/paging.js';
import { hoursSchema, positionSchema } from '../organisation/unit-contact.schema.js';

const partSchema = hoursSchema.shape.workingDays;

const stationFields = z.object({
  id: z.string(),
  name: z.string(),
  street: z.string().nullable(),
  address: z.string().describe('Empty: not told'),
  telephone: z.string().describe('Of the office; empty: not told'),
  position: positionSchema.nullable(),
});

/** A page of stations. */
export const stationsSchema = pageSchema(stationFields.meta({ id: 'StationItem' }));

/** A station with its hours as they fall today. */
export const stationSchema = stationFields
  .extend({
    hours: hoursSchema.pick({ workingDays: true, daysOff: true }).nullable(),
    opening: z
      .object({
        now: z.boolean(),
        today: z.object({
          day: z.iso.date(),
          working: z.boolean(),
          name: z.string().nullable().describe('Of the holiday, or of what makes it a working day'),
          parts: partSchema,
        }),
        next: z.object({ day: z.iso.date(), from: z.string() }).nullable().describe('When it opens next'),
      })
      .nullable()
      .describe('Null: no hours are told'),
  })
  .meta({ id: 'Station' });
