import { z } from 'zod';

const grade = z.int().min(1).max(5).describe('好差评: 5 very satisfied, 4 satisfied, 3 basically, 2 not, 1 not at all');
const words = z.string().trim().max(1_000, '说明不能超过 1000 字').optional();
const solved = z.boolean().optional().describe('Whether the matter was settled, as the resident says');

/** What a resident said at the callback, as staff take it down. */
export const ratingSchema = z.object({ grade, solved, opinion: words }).meta({ id: 'CaseRating' });

/** What a resident says, with the query code of the receipt. */
export const residentRatingSchema = z
  .object({ queryCode: z.string().min(1).max(16), grade, solved, opinion: words })
  .meta({ id: 'ResidentRating' });

/** Takes up a closed case again. */
export const reopeningSchema = z
  .object({ opinion: z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字') })
  .meta({ id: 'CaseReopening' });

export type Rating = z.output<typeof ratingSchema>;
export type ResidentRating = z.output<typeof residentRatingSchema>;
export type Reopening = z.output<typeof reopeningSchema>;

/** The five grades in the words of the screen. Source: 好差评, the national rating scale of government services. */
export const gradeNames: Readonly<Record<number, string>> = {
  5: '非常满意',
  4: '满意',
  3: '基本满意',
  2: '不满意',
  1: '非常不满意',
};
