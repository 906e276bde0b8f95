import { z } from 'zod';
import { caseStates } from '@lianban/casework';
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
      postponed: z.int().describe('How many meetings put it off to a later one'),
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
    closed: z.int().describe('Decisions that are closed (销号)'),
    stage: z.enum(['called', 'sitting', 'signing', 'issued']),
    signBy: instantSchema.nullable().describe('Until when units sign the minutes'),
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
          state: z.enum(['scheduled', 'decided', 'lapsed', 'withdrawn', 'postponed']),
          leftBecause: z.string().nullable().describe('Why it left the agenda undecided'),
          decision: z
            .object({
              outcome: z.enum(['resolved', 'rule', 'submit']),
              lead: z.string().nullable(),
              helpers: z.array(z.string()),
              precedent: z.enum(['street', 'district']).optional(),
              opinion: z.string(),
              by: z.string(),
            })
            .nullable(),
          caseState: z.enum(caseStates).describe('How the case stands by now'),
          caseStateName: z.string(),
        })
        .meta({ id: 'AgendaTopic' }),
    ),
    participants: z.array(
      z
        .object({
          unitId: z.string(),
          unit: z.string(),
          delegate: z.string().nullable(),
          confirmedBy: z.string().nullable(),
          present: z.boolean().nullable(),
          stance: z.enum(['agreed', 'dissent', 'silent']).nullable(),
          opinion: z.string().nullable(),
          signedBy: z.string().nullable(),
          canConfirm: z.boolean(),
          canSign: z.boolean(),
        })
        .meta({ id: 'MeetingParticipant' }),
    ),
    quorum: z.object({ invited: z.int(), present: z.int(), needed: z.int(), reached: z.boolean() }),
    signingOver: z.boolean().describe('The time to sign is over; who is silent has no objection'),
    issuedAt: instantSchema.nullable(),
    canDecide: z.boolean(),
  })
  .meta({ id: 'Meeting' });

/** Minutes to be read on the screen. */
export const minutesPreviewSchema = z
  .object({
    title: z.string(),
    paragraphs: z.array(
      z.object({
        style: z.enum(['title', 'heading', 'line', 'body']),
        label: z.string().optional().describe('In bold before the text'),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'MinutesPreview' });

/** Versions of the wording of minutes, the newest first. */
export const minutesTemplatesSchema = z.array(
  z
    .object({
      version: z.int(),
      title: z.string(),
      preamble: z.string(),
      closing: z.string(),
      madeAt: instantSchema,
      madeBy: z.string().nullable().describe('Null: the product itself'),
    })
    .meta({ id: 'MinutesTemplate' }),
);
