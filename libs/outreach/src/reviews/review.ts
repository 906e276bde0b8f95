import { z } from 'zod';
import type { PledgeLine, PledgeOutcome } from '../pledges/pledge.js';

const count = z.int().min(0, '应为 0 或正整数').max(1_000);

const meeting = {
  day: z.iso.date({ error: '请选择日期' }),
  place: z.string().trim().min(1, '请填写地点').max(100, '地点不能超过 100 字'),
  delegates: z.int('请填写代表人数').min(1, '至少一名代表').max(1_000).describe('How many delegates took part'),
  names: z
    .array(z.string().trim().min(1).max(50, '姓名不能超过 50 字'))
    .max(1_000)
    .default([])
    .describe('Of the delegates, where they are named; then all of them'),
};

/** Takes down the meeting of residents' delegates that reviews a unit's pledges of a year. */
export const reviewSchema = z
  .object({ unit: z.string().min(1, '请选择单位').max(64), year: z.int().min(2_000).max(2_999), ...meeting })
  .meta({ id: 'NewPledgeReview' });

/** Corrects what was taken down of the meeting. */
export const reviewMeetingSchema = z.object(meeting).meta({ id: 'PledgeReviewMeeting' });

const voteSchema = z
  .object({
    pledge: z.uuid(),
    kept: count,
    partly: count,
    notKept: count,
    grades: z.array(count).length(5).describe('How many delegates gave 1, 2, 3, 4 and 5'),
    remark: z.string().trim().max(500, '意见不能超过 500 字').default(''),
  })
  .meta({ id: 'PledgeVote' });

/** How the delegates voted on pledges; a line that was there before is replaced. */
export const votesSchema = z.object({ lines: z.array(voteSchema).min(1).max(200) }).meta({ id: 'PledgeVotes' });

/** Closes a review. */
export const reviewEndSchema = z
  .object({ remark: z.string().trim().max(2_000, '意见不能超过 2000 字').default('') })
  .meta({ id: 'PledgeReviewEnd' });

/** Of which year and units the reviews are listed. */
export const reviewQuerySchema = z.object({
  year: z.coerce.number().int().min(2_000).max(2_999),
  unit: z.string().min(1).max(64).optional().describe('A unit and all below it'),
});

export type NewReview = z.output<typeof reviewSchema>;
export type ReviewMeeting = z.output<typeof reviewMeetingSchema>;
export type Vote = z.output<typeof voteSchema>;
export type Votes = z.output<typeof votesSchema>;
export type ReviewEnd = z.output<typeof reviewEndSchema>;
export type ReviewQuery = z.output<typeof reviewQuerySchema>;

/** What a unit's pledges of a year came to. */
export interface YearResult {
  readonly unitId: string;
  readonly unit: string;
  readonly year: number;
  /** Pledges that are or were public. */
  readonly pledges: number;
  readonly finished: number;
  readonly kept: number;
  readonly partly: number;
  readonly notKept: number;
  /** Kept ones among those that were reviewed; null before the review. */
  readonly shareKept: number | null;
  /** Points of all delegates' scores by their number. */
  readonly meanScore: number | null;
  readonly reviewId: string | null;
  readonly heldOn: string | null;
  readonly closedAt: string | null;
  /** The day by which the review is to be closed. */
  readonly reviewBy: string;
  /** That day is over, and pledges are not reviewed. */
  readonly missing: boolean;
}

/** A pledge as a review shows it. */
export interface ReviewLine extends Omit<Vote, 'pledge'> {
  readonly pledgeId: string;
  readonly title: string;
  readonly pledger: string | null;
  readonly measure: string;
  readonly dueOn: string;
  readonly finishedOn: string | null;
  readonly result: string | null;
  /** Whether votes were entered. */
  readonly voted: boolean;
  /** What the votes come to. */
  readonly outcome: PledgeOutcome | null;
  readonly meanScore: number | null;
}

/** A review with the pledges of its unit and year. */
export interface ReviewView {
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  readonly year: number;
  readonly day: string;
  readonly place: string;
  readonly delegates: number;
  /** Masked for those who do not keep the review. */
  readonly names: readonly string[];
  readonly openedBy: string;
  readonly openedAt: string;
  readonly remark: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly lines: readonly ReviewLine[];
  readonly history: readonly PledgeLine[];
  /** Whether the asker may correct it, enter votes and close it. */
  readonly canKeep: boolean;
}
