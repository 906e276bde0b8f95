import { z } from 'zod';

/** Where the mark of who looks stands, so that a picture or a paper that leaves the office says from whom it came. */
export const watermarkSchema = z
  .object({
    pages: z.boolean().describe('Over pages with cases, and on printed ones'),
    exports: z.boolean().describe('In documents and workbooks'),
  })
  .meta({ id: 'Watermark' });

const noticeText = z.string().trim().min(20, '告知内容不能少于 20 字').max(4_000, '告知内容不能超过 4000 字');

/** How personal data is used, as residents read it before they file, a paragraph on a line. */
export const privacyNoticeSchema = z.object({ zh: noticeText, en: noticeText }).meta({ id: 'PrivacyNoticeTexts' });

const change = {
  version: z.int().min(0).describe('Of the latest decision, from which this one starts'),
  note: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 字'),
};

/** A change of the mark, with the grounds. */
export const watermarkChangeSchema = z.object({ ...change, value: watermarkSchema }).meta({ id: 'NewWatermark' });

/** A change of the notice, with the grounds. */
export const privacyNoticeChangeSchema = z
  .object({ ...change, value: privacyNoticeSchema })
  .meta({ id: 'NewPrivacyNotice' });

export type Watermark = z.output<typeof watermarkSchema>;
export type WatermarkChange = z.output<typeof watermarkChangeSchema>;
export type PrivacyNotice = z.output<typeof privacyNoticeSchema>;
export type PrivacyNoticeChange = z.output<typeof privacyNoticeChangeSchema>;

/** What was decided when, by whom, on what grounds. */
export interface Decided<Value> {
  readonly version: number;
  readonly value: Value;
  readonly note: string;
  readonly at: string;
  /** Empty: as installed. */
  readonly by: string;
}
