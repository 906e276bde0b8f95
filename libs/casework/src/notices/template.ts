import { z } from 'zod';

/** Languages in which people may be told things; the first is the usual one. */
export const noticeLanguages = ['zh-CN', 'en'] as const;

export type NoticeLanguage = (typeof noticeLanguages)[number];

/** What residents are told. */
export type ResidentTemplate = 'resident-receipt' | 'resident-due' | 'resident-answered';

/** What people are told who have an appointment at a reception. */
export type BookingTemplate = 'booking-receipt' | 'booking-cancelled';

/** A name in braces that a template may use, with what a preview puts there. */
export interface Placeholder {
  readonly name: string;
  readonly sample: string;
}

/** A text that people are told, in one language, as administrators edit it. */
export interface NoticeTemplate {
  readonly code: string;
  readonly language: NoticeLanguage;
  /** Null where nothing shows a title. */
  readonly title: string | null;
  readonly body: string;
  readonly placeholders: readonly Placeholder[];
  /** Number of changes so far; who saves names the one that they have seen. */
  readonly version: number;
}

const texts = {
  title: z.string().trim().max(100, '标题不能超过 100 字').nullable().describe('Null where nothing shows a title'),
  body: z.string().trim().min(1, '请填写正文').max(2_000, '正文不能超过 2000 字'),
};

/** Other words for a template. */
export const templateChangeSchema = z
  .object({ ...texts, version: z.int().min(0).describe('The version that was edited') })
  .meta({ id: 'NoticeTemplateChange' });

/** A template to try out. */
export const templateTrialSchema = z
  .object({ code: z.string().max(40), language: z.enum(noticeLanguages), ...texts })
  .meta({ id: 'NoticeTemplateTrial' });

export type TemplateChange = z.output<typeof templateChangeSchema>;
export type TemplateTrial = z.output<typeof templateTrialSchema>;
