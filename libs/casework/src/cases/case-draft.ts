import { z } from 'zod';
import { isPhone } from '@lianban/identity';
import { historicSchema } from '../historic/historic.js';

/** Text as PostgreSQL can store it and people can read it: no control characters but line breaks and tabs. */
const text = (field: string, most: number) =>
  z
    .string({ error: `${field}应为文字` })
    .trim()
    .min(1, `${field}不能为空`)
    .max(most, `${field}不能超过 ${most} 字`)
    .refine((value) => !unprintable.test(value), `${field}含有无法保存的字符`);

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u;

const resident = z
  .object({
    name: text('姓名', 50),
    phone: z.string().trim().refine(isPhone, '电话号码格式不正确：应为 11 位手机号或带区号的固定电话').nullish(),
    smsConsent: z.boolean().optional().describe('The resident agrees to be told of the request by SMS'),
  })
  .meta({ id: 'Resident', description: 'The resident who asks; stored in full, shown masked' });

/** What residents may say when they file by themselves. */
export const residentDraftSchema = z
  .object({
    title: text('标题', 200),
    text: text('内容', 20_000),
    kind: z.string().max(40).nullish().describe('Code of what the resident comes with; see `GET case-kinds`'),
    category: z.string().max(64).nullish().describe('Code of a topic; see `GET categories`'),
    address: text('地址', 300).nullish().describe('Tells the station when none is given'),
    station: z.string().max(64).nullish().describe('Id of a station; see `GET units?kind=station`'),
    resident: resident.nullish(),
    anonymous: z
      .boolean()
      .optional()
      .transform((anonymous) => anonymous ?? false)
      .describe('Absent: false'),
    notice: z.int().min(1).nullish().describe('Version of the notice that was read; see `GET public/privacy-notice`'),
  })
  .meta({ id: 'PublicRequest' });

/** What staff say when they register a request. */
export const caseDraftSchema = residentDraftSchema
  .extend({
    channel: z.string().min(1, '请选择来源渠道').max(64).describe('Code of a channel; see `GET channels`'),
    urgency: z
      .enum(['normal', 'urgent'])
      .optional()
      .transform((urgency) => urgency ?? 'normal')
      .describe('Absent: normal'),
    about: z.string().max(64).nullish().describe('Id of the unit that is complained of; it never gets the case'),
    aboutPerson: z
      .string()
      .max(64)
      .nullish()
      .describe('Account id of the official who is complained of; the case stays unknown to them'),
    repeats: z
      .string()
      .trim()
      .max(64)
      .nullish()
      .describe('Code or id of an open case of the same matter, with which it is handled from the start'),
    campaign: z
      .string()
      .max(40)
      .nullish()
      .describe('Code of a running campaign, which some channels demand; see `GET campaigns`'),
    historic: historicSchema.nullish().describe('The matter is a long-standing one (历史遗留)'),
    sourceId: text('来源编号', 100).nullish().describe('Id in another system; the same one is never filed twice'),
  })
  .meta({ id: 'NewCase' });

/** A request as it was checked at the edge; whether its codes exist is still open. */
export type CaseDraft = z.output<typeof caseDraftSchema>;

/** A resident's own request, checked at the edge. */
export type ResidentCaseDraft = z.output<typeof residentDraftSchema>;
