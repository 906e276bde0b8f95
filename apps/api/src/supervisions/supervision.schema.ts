import { z } from 'zod';
import { sideKinds } from '@lianban/casework';
import { instantSchema, namedSchema, pageSchema, pagingSchema } from '../http/paging.js';

/** A helper, a supervision order or a follow-up beside a case. */
export const sideSchema = z
  .object({
    id: z.string(),
    kind: z.enum(sideKinds),
    state: z.enum(['asked', 'answered', 'lapsed', 'ended']),
    unit: z.string(),
    trigger: z.string().nullable().describe('Why the order was given'),
    skill: z.string().nullable().describe('Which skill is asked of volunteers'),
    text: z.string().describe('What is asked'),
    askedBy: z.string(),
    askedAt: instantSchema,
    dueAt: instantSchema.nullable(),
    late: z.boolean(),
    answer: z.string().nullable(),
    answeredAs: z.string().nullable().describe('Name of the outcome by which it was answered'),
    answeredBy: z.string().nullable(),
    answeredAt: instantSchema.nullable(),
    endedAt: instantSchema.nullable(),
    mediation: z
      .object({
        group: z.string().nullable(),
        parties: z.array(z.string()).describe('Masked'),
        agreement: z.string().nullable(),
        duties: z.array(z.object({ party: z.int(), what: z.string(), by: z.iso.date() })),
        paper: z.object({ id: z.string(), name: z.string() }).nullable(),
      })
      .nullable()
      .describe('Of a mediation: between whom, and on what they agreed'),
  })
  .meta({ id: 'Side' });

/** A page of supervision orders. */
export const supervisionsSchema = pageSchema(
  sideSchema.extend({ caseId: z.string(), code: z.string(), title: z.string() }).meta({ id: 'SupervisionOrder' }),
).meta({ id: 'SupervisionPage' });

/** Which orders are asked for. */
export const supervisionQuerySchema = pagingSchema.extend({
  state: z.enum(['open', 'ended']).optional().describe('Absent: both'),
  unit: z.string().min(1).max(64).optional().describe('Id of a unit'),
});

/** Reasons for which an order may be given. */
export const supervisionTriggersSchema = z.array(namedSchema);
