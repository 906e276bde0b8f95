import { z } from 'zod';
import type { CaseState, Light } from '@lianban/casework';
import type { Decision } from '../meetings/meeting.js';

/** Closes what a meeting decided. */
export const closingSchema = z
  .object({ opinion: z.string().trim().min(1, '请填写销号说明').max(2_000, '销号说明不能超过 2000 字') })
  .meta({ id: 'DecisionClosing' });

/** Orders a unit to answer for its overdue part of a decision. */
export const decisionOrderSchema = z
  .object({
    unit: z.string().min(1, '请选择单位').max(64).describe('Id of the unit'),
    opinion: z.string().trim().min(1, '请填写督办要求').max(4_000, '督办要求不能超过 4000 字'),
  })
  .meta({ id: 'DecisionOrder' });

export type Closing = z.output<typeof closingSchema>;
export type DecisionOrder = z.output<typeof decisionOrderSchema>;

/** A task that follows from a decision. */
export interface FollowUpTask {
  readonly id: string;
  readonly name: string;
  /** Who answers for the decision, or a unit that helps. */
  readonly role: 'lead' | 'helper';
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly assignee: string | null;
  readonly state: 'open' | 'done' | 'lapsed' | 'cancelled';
  readonly dueAt: string | null;
  readonly light: Light | null;
  readonly remaining: string | null;
  readonly finishedAt: string | null;
  /** Its term ran out before it was done. */
  readonly overdue: boolean;
  /** Whether the unit was ordered to answer for it, and whether that order is still open. */
  readonly supervised: 'no' | 'open' | 'ended';
  readonly canSupervise: boolean;
}

/** What a meeting decided on a topic, with what came of it. */
export interface FollowUpItem {
  readonly topicId: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly outcome: Decision['outcome'];
  readonly opinion: string;
  readonly caseState: CaseState;
  readonly caseStateName: string;
  readonly tasks: readonly FollowUpTask[];
  /** No task is open any more. */
  readonly done: boolean;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly closingNote: string | null;
  readonly canClose: boolean;
}
