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
