import { z } from 'zod';
import { parsePhone } from '@lianban/identity';
import { noticeChannels } from './delivery.js';
import { noticeLanguages } from './template.js';

/** What a notice is about. */
export type NoticeKind =
  | 'due-soon'
  | 'overdue'
  | 'lapsed'
  | 'escalated'
  | 'urged'
  | 'transferred'
  | 'asked'
  | 'answered'
  | 'copied'
  | 'meeting'
  | 'contact-late'
  | 'whistle'
  | 'whistle-absent'
  | 'pressed'
  | 'bulletin'
  | 'talk'
  | 'mutual-offered'
  | 'mutual-back'
  | 'mutual-ended';

/** What volunteers are told, who may not read the case: neither its code nor its title. */
export const kindsForVolunteers: readonly NoticeKind[] = ['mutual-offered', 'mutual-ended'];

/** Something that people are to be told. */
export interface NoticeDraft {
  readonly kind: NoticeKind;
  readonly step?: string | undefined;
  readonly unit?: string | undefined;
  /** When the step is due. */
  readonly dueAt?: Date | null | undefined;
  /** Ids of units whose people are told. */
  readonly units?: readonly string[];
  /** Ids of units above which people are told. */
  readonly above?: readonly string[];
  /** Ids of accounts. */
  readonly accounts?: readonly string[];
  /** Nobody is told twice of the same. */
  readonly once?: string;
}

/** A notice as its receiver reads it. */
export interface Notice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly kindName: string;
  readonly text: string;
  readonly caseId: string;
  readonly at: string;
  readonly readAt: string | null;
}

/** Which notices somebody has read; absent: all. */
export const readingSchema = z
  .object({ ids: z.array(z.string().max(64)).max(200).optional().describe('Absent: all') })
  .meta({ id: 'NoticeReading' });

const mobile = z
  .string()
  .trim()
  .refine((text) => parsePhone(text)?.kind === 'mobile', '应为 11 位手机号');

/** WeCom takes `@all` for the whole company and `a|b` for several: an address is one person and nothing else. */
const wecomUser = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/;

/** Whether a text is the id of one person in WeCom. */
export function isWecomUser(text: string): boolean {
  return wecomUser.test(text);
}

/** Where somebody wants notices beside the product; without an address of its channel nothing goes there. */
export const noticeAddressSchema = z
  .object({
    mail: z.email('电子邮箱格式不正确').max(200).nullable(),
    daily: z.boolean().default(false).describe('One message a day in the morning instead of one for every few notices'),
    phone: mobile.nullable().default(null).describe('Mobile number for SMS'),
    wecom: z
      .string()
      .trim()
      .regex(wecomUser, '企业微信账号应为一个人的账号：字母、数字和 _ . @ -，以字母或数字开头')
      .nullable()
      .default(null)
      .describe('User id in WeCom (企业微信), of one person'),
    channels: z.array(z.enum(noticeChannels)).max(noticeChannels.length).default(['mail']),
    language: z.enum(noticeLanguages).default('zh-CN').describe('Language of notices'),
  })
  .meta({ id: 'NewNoticeAddress' });

export type Reading = z.output<typeof readingSchema>;
export type NewNoticeAddress = z.input<typeof noticeAddressSchema>;
export type NoticeAddress = z.output<typeof noticeAddressSchema>;
