import { z } from 'zod';

const day = z.iso.date({ error: '请选择日期' });
const unit = z.string().min(1, '请选择单位').max(64);

/** The four states of a pledge: 承诺, 议诺, 践诺, 评诺. */
export const pledgeStates = ['pledged', 'discussed', 'doing', 'reviewed'] as const;

/** What is done to a pledge in its course, but for its review. */
export const pledgeActs = ['change', 'discuss', 'drop', 'publish', 'progress', 'attach', 'finish'] as const;

/** What the residents' delegates found. */
export const pledgeOutcomes = ['kept', 'partly', 'not-kept'] as const;

export type PledgeState = (typeof pledgeStates)[number];
export type PledgeAct = (typeof pledgeActs)[number];
export type PledgeOutcome = (typeof pledgeOutcomes)[number];

const content = {
  pledger: z.string().trim().max(50, '承诺人不能超过 50 字').default('').describe('A member or staff; empty: the unit'),
  title: z.string().trim().min(1, '请填写承诺事项').max(100, '承诺事项不能超过 100 字'),
  text: z.string().trim().min(1, '请填写承诺内容').max(2_000, '承诺内容不能超过 2000 字'),
  category: z.string().max(64).nullish().describe('Code of a topic'),
  measure: z
    .string()
    .trim()
    .min(1, '请填写兑现标准')
    .max(500, '兑现标准不能超过 500 字')
    .describe('By what it is kept'),
  dueOn: day.describe('The day by which it is kept; it is reviewed with the pledges of that year'),
};

/** Drafts a pledge. */
export const pledgeSchema = z.object({ unit, ...content }).meta({ id: 'NewPledge' });

/** Changes a pledge; one that is public with a reason. */
export const pledgeChangeSchema = z
  .object({
    version: z.int().min(0).describe('The version that was edited'),
    ...content,
    reason: z.string().trim().max(500, '变更原因不能超过 500 字').default(''),
  })
  .meta({ id: 'PledgeChange' });

/** What a discussion came to: the text that is agreed, or a draft that is sent back. */
export const discussionSchema = z
  .object({
    day,
    people: z.string().trim().min(1, '请填写参加人员').max(500, '参加人员不能超过 500 字'),
    said: z.string().trim().min(1, '请填写议诺意见').max(4_000, '议诺意见不能超过 4000 字'),
    agreed: z.boolean().describe('False: sent back to be drafted anew'),
    text: z
      .string()
      .trim()
      .min(1, '请填写承诺内容')
      .max(2_000, '承诺内容不能超过 2000 字')
      .optional()
      .describe('As agreed; absent: as drafted'),
  })
  .meta({ id: 'PledgeDiscussion' });

/** Drops a draft. */
export const droppingSchema = z
  .object({ reason: z.string().trim().min(1, '请填写撤销原因').max(500, '撤销原因不能超过 500 字') })
  .meta({ id: 'PledgeDropping' });

/** What was done for a pledge, with what proves it. */
export const progressSchema = z
  .object({
    day,
    text: z.string().trim().min(1, '请填写进展').max(2_000, '进展不能超过 2000 字'),
    evidence: z.string().trim().max(2_000, '佐证不能超过 2000 字').default(''),
  })
  .meta({ id: 'PledgeProgress' });

/** Finishes a pledge with what was done. */
export const pledgeEndSchema = z
  .object({ day, result: z.string().trim().min(1, '请填写兑现情况').max(2_000, '兑现情况不能超过 2000 字') })
  .meta({ id: 'PledgeEnd' });

/** Which pledges are listed. */
export const pledgeQuerySchema = z.object({
  unit: z.string().min(1).max(64).optional().describe('A unit and all below it'),
  year: z.coerce.number().int().min(2_000).max(2_999).optional(),
  state: z.enum(pledgeStates).optional(),
});

export type NewPledge = z.output<typeof pledgeSchema>;
export type PledgeChange = z.output<typeof pledgeChangeSchema>;
export type Discussion = z.output<typeof discussionSchema>;
export type Dropping = z.output<typeof droppingSchema>;
export type Progress = z.output<typeof progressSchema>;
export type PledgeEnd = z.output<typeof pledgeEndSchema>;
export type PledgeQuery = z.output<typeof pledgeQuerySchema>;

/** A topic by its name. */
interface Topic {
  readonly code: string;
  readonly name: string;
}

/** A pledge in the list. */
export interface PledgeItem {
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  readonly year: number;
  readonly pledger: string | null;
  readonly title: string;
  readonly category: Topic | null;
  readonly dueOn: string;
  readonly state: PledgeState;
  /** Given up before it was public. */
  readonly dropped: boolean;
  readonly finishedOn: string | null;
  /** Public, not finished, and its day is over. */
  readonly late: boolean;
  readonly outcome: PledgeOutcome | null;
  /** Of the delegates' scores. */
  readonly meanScore: number | null;
}

/** Something that was done for a pledge. */
export interface ProgressEntry {
  readonly day: string;
  readonly text: string;
  readonly evidence: string;
}

/** A photo or a paper that proves what was done. */
export interface PledgeFile {
  readonly id: string;
  readonly name: string;
  /** Media type by its content. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}

/** A line of the trail. */
export interface PledgeLine {
  readonly kind: string;
  readonly at: string;
  /** Null: the system. */
  readonly by: string | null;
  readonly unit: string | null;
  readonly opinion: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A whole pledge. */
export interface PledgeView extends PledgeItem {
  readonly version: number;
  readonly text: string;
  readonly measure: string;
  readonly draftedBy: string;
  readonly draftedAt: string;
  readonly publishedAt: string | null;
  readonly result: string | null;
  readonly progress: readonly ProgressEntry[];
  readonly files: readonly PledgeFile[];
  readonly history: readonly PledgeLine[];
  /** What the asker may do now. */
  readonly acts: readonly PledgeAct[];
}
