import { z } from 'zod';
import { outcomeListQuery } from './outcome.js';

/** Why a unit is talked to: named too often, or an answer that was faked. */
export const talkCauses = ['repeated', 'faked'] as const;

/** How a talk stands. */
export const talkStates = ['planned', 'held', 'acknowledged', 'mended', 'dropped'] as const;

export type TalkCause = (typeof talkCauses)[number];
export type TalkState = (typeof talkStates)[number];

/** A talk (约谈) with the head of a unit, and what is to be mended by a day (限期整改). */
export interface Talk {
  readonly id: string;
  /** The case that caused it. */
  readonly caseId: string;
  readonly code: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unit: string;
  readonly cause: TalkCause;
  readonly state: TalkState;
  readonly reason: string;
  readonly plannedAt: string;
  /** Last day on which what was found is to be mended. */
  readonly mendBy: string;
  /** That day is over, and it is not mended. */
  readonly late: boolean;
  readonly heldAt: string | null;
  readonly heldBy: string | null;
  readonly attended: string | null;
  readonly agreed: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: string | null;
  readonly answer: string | null;
  /** Who found it mended, or dropped it, and in which words. */
  readonly endedBy: string | null;
  readonly endedAt: string | null;
  readonly ending: string | null;
  /** Whether the asker may hold or end it. */
  readonly canConduct: boolean;
  readonly canAcknowledge: boolean;
}

/** What came of a talk. */
export const talkRecordSchema = z
  .object({
    heldAt: z.iso.datetime({ offset: true }).describe('When it was held'),
    attended: z.string().trim().min(1, '请填写参加人').max(500, '参加人不能超过 500 字'),
    agreed: z.string().trim().min(1, '请填写约谈内容和整改要求').max(4_000, '内容不能超过 4000 字'),
    mendBy: z.iso.date('日期格式为 YYYY-MM-DD').describe('Last day on which what was found is to be mended'),
  })
  .meta({ id: 'TalkRecord' });

/** Which talks are asked for; `late`: those whose day is over. */
export const talkQuerySchema = outcomeListQuery.extend({ state: z.enum([...talkStates, 'late']).optional() });

export type TalkRecord = z.output<typeof talkRecordSchema>;
export type TalkQuery = z.output<typeof talkQuerySchema>;
