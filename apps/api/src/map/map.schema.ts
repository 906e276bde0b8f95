import { z } from 'zod';
import { instantSchema } from '../http/paging.js';
import { positionSchema } from '../organisation/unit-contact.schema.js';
import { rateSchema } from '../statistics/statistics.schema.js';

const count = z.int();

const placeFields = z.object({
  unitId: z.string(),
  unit: z.string(),
  kind: z.string(),
  position: positionSchema.nullable(),
  received: count.describe('Cases of the period that it, or a unit below it, ever held'),
  open: count.describe('Of all its cases, the ones that are open now'),
  green: count.describe('Open tasks of the unit itself, by light; green: nothing to fear'),
  yellow: count,
  red: count,
  paused: count,
});

/** Units on the map, with what they have to do. */
export const mapFiguresSchema = z
  .object({
    units: z.array(
      placeFields.extend({ parentId: z.string().nullable(), address: z.string() }).meta({ id: 'UnitOnMap' }),
    ),
  })
  .meta({ id: 'MapFigures' });

/** The outline of the district. */
export const districtMapSchema = z
  .object({
    version: count,
    map: z
      .object({
        type: z.literal('FeatureCollection'),
        features: z.array(
          z.object({
            type: z.literal('Feature'),
            properties: z.object({ name: z.string(), unit: z.string().optional() }),
            geometry: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.any()) }),
          }),
        ),
      })
      .nullable()
      .describe('GeoJSON; null: there is none'),
    note: z.string(),
    at: instantSchema.nullable(),
    by: z.string().describe('Empty: as installed'),
  })
  .meta({ id: 'DistrictMap' });

/** How a period went. */
export const trendSchema = z
  .object({
    by: z.enum(['day', 'month']),
    rates: z.array(z.object({ code: z.string(), name: z.string(), formula: z.string() })),
    items: z.array(
      z
        .object({
          day: z.iso.date().describe('The day, or the first day of the month'),
          received: count,
          endings: count.describe('How often a case was closed then, whenever it was received'),
          values: z
            .array(rateSchema.pick({ numerator: true, denominator: true, rate: true }).meta({ id: 'TrendValue' }))
            .describe('Of the cases received then, in the order of the rates'),
        })
        .meta({ id: 'TrendRow' }),
    ),
  })
  .meta({ id: 'Trend' });

/** Figures for a screen in a hall. */
export const screenFiguresSchema = z
  .object({
    units: z.array(z.string()),
    at: instantSchema,
    days: count,
    today: z.object({ received: count, endings: count }),
    open: count,
    overdue: count.describe('Open tasks whose term is over'),
    inTime: rateSchema.nullable(),
    levels: z.array(z.object({ level: z.string(), open: count })),
    places: z.array(placeFields.meta({ id: 'ScreenPlace' })),
    trend: z.array(z.object({ day: z.iso.date(), received: count, endings: count })),
    weakTopics: z.array(
      z.object({ topic: z.string(), name: z.string(), rate: z.number().nullable(), mean: z.number() }),
    ),
  })
  .meta({ id: 'ScreenFigures' });

/** Links of screens. */
export const screenLinksSchema = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      until: z.iso.date(),
      madeBy: z.string(),
      madeAt: instantSchema,
      endedBy: z.string().nullable(),
      endedAt: instantSchema.nullable(),
    })
    .meta({ id: 'ScreenLink' }),
);
