import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

const dateSchema = z.iso.date('应为 YYYY-MM-DD');

const decisionSchema = z
  .object({
    date: dateSchema,
    working: z.boolean().nullable().describe('Null: as the statutory calendar says'),
    name: z.string().trim().max(50).default(''),
  })
  .meta({ id: 'DayDecision' });

/** Which year of a calendar is asked for. */
export const yearQuerySchema = z.object({ year: z.coerce.number().int().min(2007).max(2099) });

/** Decisions that are tried. */
export const decisionsSchema = z
  .object({
    days: z
      .array(decisionSchema)
      .max(400)
      .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, '同一天只能有一项安排'),
  })
  .meta({ id: 'DayDecisions' });

/** Decisions that are to count; without days the terms are only counted anew. */
export const calendarChangeInputSchema = decisionsSchema
  .extend({ note: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 字') })
  .meta({ id: 'NewCalendarChange' });

/** The calendars of the installation. */
export const calendarsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), kind: z.string() }).meta({ id: 'Calendar' }),
);

/** The days of a year. */
export const daysSchema = z.array(
  z
    .object({
      date: dateSchema,
      working: z.boolean(),
      reason: z.enum(['weekday', 'weekend', 'holiday', 'make-up', 'override']),
      name: z.string().nullable(),
      provisional: z.boolean().describe('The notice for it is not known yet'),
    })
    .meta({ id: 'CalendarDay' }),
);

/** What a change would mean for the terms that run. */
export const calendarPreviewSchema = z
  .object({
    instances: z.int(),
    terms: z.int(),
    later: z.int(),
    earlier: z.int(),
    kept: z.int().describe('Would be over already, and stay as they are'),
  })
  .meta({ id: 'CalendarPreview' });

const changeSchema = z
  .object({
    id: z.string(),
    calendarId: z.string(),
    at: instantSchema,
    by: z.string(),
    note: z.string(),
    days: z.array(decisionSchema),
    total: z.int().describe('Instances that follow; 0 until they begin to'),
    done: z.int(),
    refused: z.int(),
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'CalendarChange' });

/** A change as it was taken down. */
export const calendarChangeSchema = changeSchema;

/** Changes, the newest first. */
export const calendarChangesSchema = z.array(changeSchema);
