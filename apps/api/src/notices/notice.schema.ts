import { z } from 'zod';
import { deliveryStates, noticeAddressSchema, noticeChannels, noticeLanguages, webhookEvents } from '@lianban/casework';
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

/** Where somebody is told things beside the product. */
export const addressAnswerSchema = noticeAddressSchema
  .extend({ available: z.array(z.enum(noticeChannels)).describe('Channels that the operator has set up') })
  .meta({ id: 'NoticeAddress' });

/** How residents can be told of their request beside the product. */
export const residentChannelsSchema = z.object({ sms: z.boolean() }).meta({ id: 'ResidentChannels' });

/** Which deliveries are asked for. */
export const deliveryQuerySchema = pagingSchema.extend({
  channel: z.enum(noticeChannels).optional(),
  state: z.enum(deliveryStates).optional(),
});

/** A page of the log of what was sent. */
export const deliveriesSchema = pageSchema(
  z
    .object({
      id: z.string(),
      channel: z.enum(noticeChannels),
      kind: z.string().describe('Code of a kind of notice or of a template; `several` for several in one'),
      kindName: z.string().nullable(),
      to: z.string().nullable().describe('Masked; null until it was tried'),
      at: instantSchema,
      state: z.enum(deliveryStates),
      attempts: z.int(),
      triedAt: instantSchema.nullable(),
      error: z.string().nullable(),
    })
    .meta({ id: 'Delivery' }),
).meta({ id: 'DeliveryPage' });

/** Every template. */
export const templatesSchema = z.array(
  z
    .object({
      code: z.string(),
      language: z.enum(noticeLanguages),
      title: z.string().nullable().describe('Null where nothing shows a title'),
      body: z.string(),
      placeholders: z.array(z.object({ name: z.string(), sample: z.string() })),
      version: z.int(),
    })
    .meta({ id: 'NoticeTemplate' }),
);

/** A template as people would read it. */
export const previewSchema = z
  .object({ title: z.string().nullable(), body: z.string() })
  .meta({ id: 'NoticeTemplatePreview' });

/** How many notices are unread. */
export const unreadSchema = z.object({ unread: z.int() }).meta({ id: 'Unread' });

const hookSchema = z
  .object({
    id: z.string(),
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    createdAt: instantSchema,
    lastCall: z
      .object({ at: instantSchema, error: z.string().nullable() })
      .nullable()
      .describe('The latest call, with what went wrong; null until there is one'),
  })
  .meta({ id: 'Webhook' });

/** A webhook in use. */
export const webhookAnswerSchema = hookSchema;

/** Webhooks in use. */
export const webhooksSchema = z.array(hookSchema);
