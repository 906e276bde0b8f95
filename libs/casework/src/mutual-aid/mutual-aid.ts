import { z } from 'zod';

const task = z.string().max(80).optional().describe('Which task, where one holds several of the case');

/** Offers a matter to the volunteers of the station. */
export const mutualAidOfferSchema = z
  .object({
    note: z
      .string()
      .trim()
      .min(1, '请写明要做什么')
      .max(500, '说明不能超过 500 字')
      .describe('What is to be done; every volunteer who is offered it reads this, so it names nobody'),
    skill: z.string().max(40).optional().describe('Code of a skill: only who has it; absent: all'),
    term: z
      .object({ amount: z.int().min(1).max(40), unit: z.enum(['hours', 'days']) })
      .optional()
      .describe('Working hours or days to take it; absent: as the diagram says'),
    task,
  })
  .meta({ id: 'MutualAidOffer' });

/** Takes an offer back. */
export const mutualAidRecallSchema = z
  .object({ opinion: z.string().trim().min(1, '请填写收回的原因').max(500, '原因不能超过 500 字'), task })
  .meta({ id: 'MutualAidRecall' });

/** What a volunteer says of what they took. */
export const volunteerReportSchema = z
  .object({
    outcome: z.string().max(64).describe('Id of one of the outcomes that the task offers'),
    opinion: z.string().trim().max(4_000, '说明不能超过 4000 字').describe('What was done, or why it cannot be'),
  })
  .meta({ id: 'VolunteerReport' });

export type MutualAidOffer = z.output<typeof mutualAidOfferSchema>;
export type MutualAidRecall = z.output<typeof mutualAidRecallSchema>;
export type VolunteerReport = z.output<typeof volunteerReportSchema>;

/** Why a case is never offered to volunteers. */
export type OfferProblem = 'complaint' | 'conflict' | 'kind';

/** Whether a case may be offered, and to how many. */
export interface MutualAidOptions {
  /** Null: it may. */
  readonly problem: OfferProblem | null;
  /** Volunteers of the station. */
  readonly volunteers: number;
  readonly skills: readonly { readonly code: string; readonly name: string; readonly volunteers: number }[];
}

/** What a volunteer may see: what is offered to them, what they have, and what they had. */
export const volunteerBoxes = ['offered', 'mine', 'done'] as const;

export type VolunteerBox = (typeof volunteerBoxes)[number];

/** A matter as a volunteer sees it: nothing of who asked for help. */
export interface VolunteerTask {
  readonly id: string;
  /** Number of the case, of what they took. */
  readonly code: string | null;
  readonly note: string;
  /** Name of the skill that is asked for. */
  readonly skill: string | null;
  readonly station: string;
  readonly receivedAt: string;
  readonly dueAt: string | null;
  /** In words; null: over. */
  readonly remaining: string | null;
  readonly outcomes: readonly { readonly id: string; readonly name: string }[];
  /** How it ended; null: it is open. */
  readonly ended: { readonly state: 'done' | 'lapsed' | 'cancelled'; readonly as: string | null } | null;
  readonly report: string | null;
  /** What the window found, of what was reported as done; null: not yet. */
  readonly solved: boolean | null;
}

/** Whom a volunteer is to help, once they have taken the matter. */
export interface VolunteerContact {
  readonly name: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}
