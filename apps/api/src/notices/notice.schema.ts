import { z } from 'zod';
import { webhookEvents } from '@lianban/casework';
import { instantSchema, pageSchema, pagingSchema } from '../http/paging.js';

/** Which notices are asked for. */
export const noticeQuerySchema = pagingSchema.extend({
  unread: z
    .enum(['true', 'false'])
    .optional()
    .transform((unread) => unread === 'true')
    .describe('Only those not read yet'),
});

/** A page of notices. */
export const noticesSchema = pageSchema(
  z
    .object({
      id: z.string(),
      kind: z.string(),
      kindName: z.string(),
      text: z.string(),
      caseId: z.string(),
      at: instantSchema,
      readAt: instantSchema.nullable(),
    })
    .meta({ id: 'Notice' }),
)
  .extend({ unread: z.int().describe('How many are unread, 100 at most') })
  .meta({ id: 'NoticePage' });

/** How many notices are unread. */
export const unreadSchema = z.object({ unread: z.int() }).meta({ id: 'Unread' });

const hookSchema = z
  .object({ id: z.string(), url: z.string(), events: z.array(z.enum(webhookEvents)), createdAt: instantSchema })
  .meta({ id: 'Webhook' });

/** A webhook in use. */
export const webhookAnswerSchema = hookSchema;

/** Webhooks in use. */
export const webhooksSchema = z.array(hookSchema);
