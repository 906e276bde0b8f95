import { z } from 'zod';
import { volunteerBoxes } from '@lianban/casework';
import { instantSchema, namedSchema, pageSchema, pagingSchema } from '../http/paging.js';

const count = z.int();

/** Whether a case may be offered to volunteers. */
export const mutualAidOptionsSchema = z
  .object({
    problem: z
      .enum(['complaint', 'conflict', 'kind'])
      .nullable()
      .describe('Why it is never offered: it complains of somebody, somebody steps aside, or its kind is not for them'),
    volunteers: count.describe('Of the station'),
    skills: z.array(namedSchema.extend({ volunteers: count }).meta({ id: 'SkillOffer' })),
  })
  .meta({ id: 'MutualAidOptions' });

/** Which task, where one holds several of the case. */
export const mutualAidOptionsQuerySchema = z.object({ task: z.string().max(80).optional() });

/** Which matters a volunteer asks for. */
export const volunteerTasksQuerySchema = pagingSchema.extend({ box: z.enum(volunteerBoxes) });

/** A page of matters as a volunteer sees them. */
export const volunteerTasksSchema = pageSchema(
  z
    .object({
      id: z.string(),
      code: z.string().nullable().describe('Number of the case, of what they took'),
      note: z.string().describe('What is to be done'),
      skill: z.string().nullable(),
      station: z.string(),
      receivedAt: instantSchema,
      dueAt: instantSchema.nullable(),
      remaining: z.string().nullable(),
      outcomes: z.array(z.object({ id: z.string(), name: z.string() })),
      ended: z
        .object({ state: z.enum(['done', 'lapsed', 'cancelled']), as: z.string().nullable() })
        .nullable()
        .describe('Null: it is open'),
      report: z.string().nullable(),
      solved: z.boolean().nullable().describe('What the window found of what was reported; null: not yet'),
    })
    .meta({ id: 'VolunteerTask' }),
).meta({ id: 'VolunteerTaskPage' });

/** The task that somebody has from then on. */
export const takenSchema = z.object({ task: z.string() }).meta({ id: 'TakenMatter' });

/** Whom a volunteer is to help. */
export const volunteerContactSchema = z
  .object({ name: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable() })
  .meta({ id: 'VolunteerContact' });

/** What volunteers can do. */
export const volunteerSkillsSchema = z.array(namedSchema);

/** Whose roster is asked for. */
export const volunteersQuerySchema = pagingSchema.extend({ unit: z.string().min(1).max(64).optional() });

/** A page of rosters. */
export const volunteersSchema = pageSchema(
  z
    .object({
      account: z.string(),
      name: z.string(),
      unit: z.string(),
      unitName: z.string(),
      skills: z.array(namedSchema),
      area: z.string(),
      active: z.boolean(),
      open: count.describe('Matters that they have now'),
      solved: count.describe('Matters that the window found solved'),
    })
    .meta({ id: 'Volunteer' }),
).meta({ id: 'VolunteerPage' });

/** At which station somebody would help. */
export const candidatesQuerySchema = z.object({ unit: z.string().min(1).max(64) });

/** Who may help at a station and is on no roster. */
export const candidatesSchema = z.array(z.object({ account: z.string(), name: z.string() }).meta({ id: 'Candidate' }));
