import { z } from 'zod';

const text = (what: string, most: number) =>
  z.string().trim().min(1, `请填写${what}`).max(most, `${what}不能超过 ${most} 字`);

/** A contact with the resident, or a try. */
export const contactSchema = z
  .object({
    way: z.string().min(1, '请选择联系方式').max(40).describe('Code of a way; see `GET contact-ways`'),
    reached: z.boolean().describe('False: a try in vain'),
    trip: z
      .boolean()
      .optional()
      .transform((trip) => trip ?? false)
      .describe('Whether the resident came for it; such trips are counted (两次办结). Absent: false'),
    text: text('联系情况', 2_000),
    task: z.string().max(80).optional().describe('Which task, where one holds several of the case'),
  })
  .meta({ id: 'CaseContact' });

/** All papers that are missing, told at once (一次性告知). */
export const paperNoticeSchema = z
  .object({
    items: z.array(text('材料名称', 200)).min(1, '请填写缺少的材料').max(30, '最多 30 项材料'),
    text: z.string().trim().max(1_000, '说明不能超过 1000 字').optional().describe('How and where to bring them'),
  })
  .meta({ id: 'PaperNotice' });

/** Papers that the resident handed in. */
export const paperSchema = z
  .object({ name: text('材料名称', 200), original: z.boolean().describe('An original is given back before the end') })
  .meta({ id: 'CasePaper' });

/** Staff runs an errand for the resident (服务代理). */
export const proxySchema = z.object({ mandate: text('代办事项', 1_000) }).meta({ id: 'CaseProxy' });

/** What came of an errand. */
export const proxyEndSchema = z.object({ result: text('代办结果', 2_000) }).meta({ id: 'CaseProxyEnd' });

export type Contact = z.output<typeof contactSchema>;
export type PaperNotice = z.output<typeof paperNoticeSchema>;
export type Paper = z.output<typeof paperSchema>;
export type Proxy = z.output<typeof proxySchema>;
export type ProxyEnd = z.output<typeof proxyEndSchema>;

/** What was done with the resident of a case. */
export interface ServiceRecord {
  /** The term within which the resident is to be spoken to first; it never stops. Null: the case has none. */
  readonly firstContact: { readonly dueAt: string; readonly at: string | null; readonly late: boolean } | null;
  /** How often the resident had to come. */
  readonly trips: number;
  readonly contacts: readonly ContactView[];
  readonly notices: readonly PaperNoticeView[];
  readonly papers: readonly PaperView[];
  readonly proxies: readonly ProxyView[];
  /** Whether the asker may add to it. */
  readonly canAdd: boolean;
}

export interface ContactView {
  readonly id: string;
  readonly at: string;
  readonly way: string;
  readonly reached: boolean;
  readonly trip: boolean;
  readonly text: string;
  readonly by: string;
  readonly unit: string | null;
}

export interface PaperNoticeView {
  readonly id: string;
  readonly at: string;
  readonly items: readonly string[];
  readonly text: string | null;
  readonly by: string;
  readonly unit: string | null;
}

export interface PaperView {
  readonly id: string;
  readonly name: string;
  readonly original: boolean;
  readonly receivedAt: string;
  readonly receivedBy: string;
  readonly returnedAt: string | null;
  readonly returnedBy: string | null;
}

export interface ProxyView {
  readonly id: string;
  readonly agent: string;
  readonly unit: string | null;
  readonly mandate: string;
  readonly beganAt: string;
  readonly result: string | null;
  readonly endedAt: string | null;
}

/** What an outcome that closes may need beside an opinion, as the diagram's table of terms has it. */
export const closingNeeds = ['reply', 'contact', 'evidence'] as const;

export type ClosingNeed = (typeof closingNeeds)[number];

/** What is missing before a case can be closed; `papers`: originals that were not given back. */
export type ClosingGap = ClosingNeed | 'papers';
