import { z } from 'zod';
import { caseStates } from '@lianban/casework';
import { instantSchema, lightSchema } from '../http/paging.js';

/** What a meeting decided, with what came of it. */
export const followUpSchema = z.array(
  z
    .object({
      topicId: z.string(),
      caseId: z.string(),
      code: z.string(),
      title: z.string(),
      outcome: z.enum(['resolved', 'rule', 'submit']),
      opinion: z.string(),
      caseState: z.enum(caseStates),
      caseStateName: z.string(),
      tasks: z.array(
        z
          .object({
            id: z.string(),
            name: z.string(),
            role: z.enum(['lead', 'helper']),
            unitId: z.string().nullable(),
            unit: z.string().nullable(),
            assignee: z.string().nullable(),
            state: z.enum(['open', 'done', 'lapsed', 'cancelled']),
            dueAt: instantSchema.nullable(),
            light: lightSchema.nullable(),
            remaining: z.string().nullable(),
            finishedAt: instantSchema.nullable(),
            overdue: z.boolean(),
            supervised: z.enum(['no', 'open', 'ended']),
            canSupervise: z.boolean(),
          })
          .meta({ id: 'FollowUpTask' }),
      ),
      done: z.boolean().describe('No task is open any more'),
      closedAt: instantSchema.nullable(),
      closedBy: z.string().nullable(),
      closingNote: z.string().nullable(),
      canClose: z.boolean(),
    })
    .meta({ id: 'FollowUpItem' }),
);
