import { z } from 'zod';

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
  | 'meeting';

/** Something that people are to be told. */
export interface NoticeDraft {
  readonly kind: NoticeKind;
  readonly step?: string | undefined;
  readonly unit?: string | undefined;
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

/** Where notices go beside the product; `mail` null: nowhere. */
export const noticeAddressSchema = z
  .object({
    mail: z.email('电子邮箱格式不正确').max(200).nullable(),
    daily: z.boolean().default(false).describe('One mail a day in the morning instead of one for every few notices'),
  })
  .meta({ id: 'NoticeAddress' });

export type Reading = z.output<typeof readingSchema>;
export type NoticeAddress = z.output<typeof noticeAddressSchema>;
