import { z } from 'zod';
import { outcomeListQuery } from './outcome.js';

/** How a bulletin stands. */
export const bulletinStates = ['draft', 'issued', 'acknowledged', 'dropped'] as const;

export type BulletinState = (typeof bulletinStates)[number];

/** A bulletin (通报): a unit is named to all because it neither handled a case in time nor said why. */
export interface Bulletin {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unit: string;
  readonly state: BulletinState;
  readonly title: string;
  readonly text: string;
  readonly draftedAt: string;
  /** Who issued or dropped it. */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  /** Why it was dropped. */
  readonly reason: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  /** What the unit says to it. */
  readonly answer: string | null;
  /** Whether the asker may issue or drop it. */
  readonly canDecide: boolean;
  readonly canAcknowledge: boolean;
}

/** Issues a bulletin with the words that were checked. */
export const bulletinIssueSchema = z
  .object({
    title: z.string().trim().min(1, '请填写标题').max(200, '标题不能超过 200 字'),
    text: z.string().trim().min(1, '请填写正文').max(4_000, '正文不能超过 4000 字'),
  })
  .meta({ id: 'BulletinIssue' });

/** Which bulletins are asked for. */
export const bulletinQuerySchema = outcomeListQuery.extend({ state: z.enum(bulletinStates).optional() });

export type BulletinIssue = z.output<typeof bulletinIssueSchema>;
export type BulletinQuery = z.output<typeof bulletinQuerySchema>;
