import { z } from 'zod';
import { instantSchema, lightSchema, pageSchema } from '../http/paging.js';

/** What a whistle may be blown for. */
export const whistleKindsSchema = z.array(
  z.object({ code: z.string(), name: z.string(), graceMinutes: z.int() }).meta({ id: 'WhistleKind' }),
);

const itemSchema = z
  .object({
    id: z.string(),
    caseId: z.string(),
    code: z.string(),
    title: z.string(),
    kind: z.string(),
    caller: z.string().describe('The street or station that blew it'),
    place: z.string(),
    at: instantSchema,
    called: z.int(),
    there: z.int().describe('Units that came'),
    endedAt: instantSchema.nullable(),
  })
  .meta({ id: 'WhistleSummary' });

/** A page of whistles. */
export const whistlesSchema = pageSchema(itemSchema).meta({ id: 'WhistlePage' });

const scoreSchema = z.object({ score: z.int(), remark: z.string(), by: z.string() }).meta({ id: 'WhistleScore' });

/** A whistle with the units that it called. */
export const whistleViewSchema = itemSchema
  .extend({
    text: z.string(),
    reportBy: instantSchema.describe('Until when a unit is in time'),
    blownBy: z.string(),
    blownAt: instantSchema,
    outcome: z.string().nullable(),
    endedBy: z.string().nullable(),
    units: z.array(
      z
        .object({
          unitId: z.string(),
          unit: z.string(),
          arrivedAt: instantSchema.nullable(),
          arrived: z.string().nullable().describe('Who came'),
          recordedBy: z.string().nullable(),
          standing: z.enum(['awaited', 'there', 'late', 'absent', 'released']),
          ofUnit: scoreSchema.nullable().describe('What the caller says of the unit'),
          ofCaller: scoreSchema.nullable().describe('What the unit says of the caller'),
          tasks: z.array(
            z.object({
              name: z.string(),
              state: z.enum(['open', 'done', 'lapsed', 'cancelled']),
              dueAt: instantSchema.nullable(),
              light: lightSchema.nullable(),
            }),
          ),
          canScoreCaller: z.boolean(),
          canScoreUnit: z.boolean(),
        })
        .meta({ id: 'WhistleUnit' }),
    ),
    canRecord: z.boolean(),
  })
  .meta({ id: 'Whistle' });
