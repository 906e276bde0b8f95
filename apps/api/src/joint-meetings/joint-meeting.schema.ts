import { z } from 'zod';
import { instantSchema, lightSchema, pageSchema } from '../http/paging.js';

/** A page of the joint meeting's queue. */
export const queueSchema = pageSchema(
  z
    .object({
      id: z.string(),
      caseId: z.string(),
      code: z.string(),
      title: z.string(),
      reason: z.string(),
      reasonName: z.string(),
      scheduled: z.boolean().describe('On the agenda of a meeting already'),
      unit: z.string().nullable(),
      units: z.array(z.string()),
      queuedAt: instantSchema,
      dueAt: instantSchema.nullable(),
      light: lightSchema.nullable(),
      remaining: z.string().nullable(),
      taskId: z.string(),
    })
    .meta({ id: 'QueueItem' }),
)
  .extend({ total: z.int().describe('Counting stops at 1,000') })
  .meta({ id: 'JointMeetingQueue' });

const meetingItemSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    at: instantSchema,
    place: z.string(),
    calledBy: z.string(),
    topics: z.int(),
    decided: z.int(),
  })
  .meta({ id: 'MeetingSummary' });

/** A page of meetings. */
export const meetingsSchema = pageSchema(meetingItemSchema).meta({ id: 'MeetingPage' });

/** A meeting with its agenda. */
export const meetingViewSchema = meetingItemSchema
  .omit({ topics: true })
  .extend({
    agenda: z.array(
      z
        .object({
          id: z.string(),
          caseId: z.string(),
          code: z.string(),
          title: z.string(),
          reason: z.string(),
          reasonName: z.string(),
          units: z.array(z.string()),
          minutes: z.int().describe('Time box'),
          state: z.enum(['scheduled', 'decided', 'lapsed', 'withdrawn']),
          decision: z
            .object({
              outcome: z.enum(['resolved', 'rule', 'submit']),
              lead: z.string().nullable(),
              helpers: z.array(z.string()),
              opinion: z.string(),
              by: z.string(),
            })
            .nullable(),
        })
        .meta({ id: 'AgendaTopic' }),
    ),
    canDecide: z.boolean(),
  })
  .meta({ id: 'Meeting' });
