import { z } from 'zod';
import { instantSchema, pageSchema, pagingSchema } from '../http/paging.js';

/** Simulations read thousands of cases, so their pages are larger than those of lists. */
export const pastCasesRequestSchema = pagingSchema.extend({
  from: z.iso.datetime({ offset: true }).optional(),
  until: z.iso.datetime({ offset: true }).optional().describe('Not included'),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

const pastStepSchema = z.object({
  process: z.string(),
  element: z.string(),
  receivedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  end: z.enum(['open', 'done', 'lapsed', 'cancelled']),
  outcome: z.string().nullable(),
  calendar: z.string().nullable().describe('By which its term was counted'),
  pauses: z
    .array(z.object({ from: instantSchema, to: instantSchema.nullable() }))
    .describe('When its clock stood still'),
});

const pastCaseSchema = z
  .object({
    receivedAt: instantSchema,
    category: z.string(),
    kind: z.string(),
    urgency: z.enum(['normal', 'urgent']),
    station: z.string().describe('Unit that was asked first'),
    street: z.string(),
    steps: z.array(pastStepSchema),
  })
  .meta({ id: 'PastCase' });

/** Past cases without texts, names, numbers or persons. */
export const pastCasePageSchema = pageSchema(pastCaseSchema).meta({ id: 'PastCasePage' });

/** The working days since then are counted one by one. */
const earliest = Date.parse('2000-01-01T00:00:00Z');

/** Since when ended steps are looked at. */
export const liveQuerySchema = z.object({
  since: z.iso
    .datetime({ offset: true })
    .refine((since) => Date.parse(since) >= earliest, { error: '起始时间不能早于 2000 年' }),
});

/** Where the running instances of a version are, and how long cases stayed at its elements. */
export const liveViewSchema = z
  .object({
    waiting: z.array(
      z.object({
        elementId: z.string(),
        waiting: z.int().describe('Instances that wait here for somebody, a program or a message'),
        overdue: z.int(),
        incidents: z.int(),
      }),
    ),
    times: z.object({
      calendar: z.string().describe('Name of the calendar in which hours are counted'),
      cut: z.boolean().describe('Only the newest ended steps of the period were looked at'),
      items: z.array(
        z.object({
          elementId: z.string(),
          count: z.int(),
          lapsed: z.int(),
          median: z.number().nullable().describe('Working hours'),
          p90: z.number().nullable(),
        }),
      ),
    }),
  })
  .meta({ id: 'LiveView' });
