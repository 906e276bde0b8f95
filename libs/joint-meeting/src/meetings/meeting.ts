import { z } from 'zod';
import type { CaseState, Precedent } from '@lianban/casework';
import type { MeetingStage, Participant, Quorum } from '../participants/participant.js';
import type { TopicReason } from '../topics/topic.js';

/** Calls a meeting with its agenda in order. */
export const meetingSchema = z
  .object({
    title: z.string().trim().min(1, '请填写会议名称').max(100, '会议名称不能超过 100 字'),
    at: z.iso.datetime({ offset: true, error: '请选择会议时间' }),
    place: z.string().trim().min(1, '请填写会议地点').max(100, '会议地点不能超过 100 字'),
    topics: z
      .array(z.object({ id: z.uuid(), minutes: z.int().min(5).max(240).default(20).describe('Time box') }))
      .min(1, '请选择议题')
      .max(50, '一次会议最多 50 个议题'),
    units: z.array(z.string().max(64)).max(50).default([]).describe('Ids of units to ask beside those of the topics'),
  })
  .meta({ id: 'NewMeeting' });

/** The agenda as it shall be, in its order. */
export const agendaSchema = meetingSchema.pick({ topics: true }).meta({ id: 'MeetingAgenda' });

/** What the meeting decided on a topic. */
export const decisionSchema = z
  .object({
    outcome: z.enum(['resolved', 'rule', 'submit']).describe('议定办结, 裁定承办, 提请区里'),
    lead: z.string().max(64).optional().describe('Id of the department that must handle it; of a ruling'),
    helpers: z.array(z.string().max(64)).max(10).default([]).describe('Ids of units that help the lead'),
    precedent: z
      .enum(['street', 'district'])
      .optional()
      .describe('Where the ruling counts for later cases of the same topic; absent: nowhere'),
    opinion: z.string().trim().min(1, '请填写议定意见').max(4_000, '议定意见不能超过 4000 字'),
    reply: z
      .string()
      .trim()
      .max(4_000, '答复不能超过 4000 字')
      .optional()
      .describe('Of a matter that the meeting settles: told to the resident'),
  })
  .refine(({ outcome, precedent }) => outcome === 'rule' || precedent === undefined, {
    error: '只有裁定承办才能作为派单依据',
    path: ['precedent'],
  })
  .refine(({ outcome, reply }) => outcome === 'resolved' || !reply, {
    error: '议定办结的才答复诉求人',
    path: ['reply'],
  })
  .refine(({ outcome, lead }) => outcome !== 'rule' || lead !== undefined, { error: '请选择牵头单位', path: ['lead'] })
  .refine(({ outcome, helpers }) => outcome === 'rule' || helpers.length === 0, {
    error: '只有裁定承办的议题才有配合单位',
    path: ['helpers'],
  })
  .meta({ id: 'MeetingDecision' });

/** Puts a topic off to a later meeting. */
export const postponementSchema = z
  .object({ opinion: z.string().trim().min(1, '请填写再议原因').max(2_000, '再议原因不能超过 2000 字') })
  .meta({ id: 'TopicPostponement' });

export type NewMeeting = z.output<typeof meetingSchema>;
export type NewAgenda = z.output<typeof agendaSchema>;
export type Decision = z.output<typeof decisionSchema>;
export type Postponement = z.output<typeof postponementSchema>;

/** A decision as it is kept, with the names that units had. */
export interface KeptDecision {
  readonly outcome: Decision['outcome'];
  readonly lead: string | null;
  readonly helpers: readonly string[];
  readonly precedent?: Precedent;
  readonly opinion: string;
  readonly by: string;
}

/** A meeting in the list. */
export interface MeetingItem {
  readonly id: string;
  readonly title: string;
  readonly at: string;
  readonly place: string;
  readonly calledBy: string;
  readonly topics: number;
  readonly decided: number;
  /** How many decisions are closed (销号). */
  readonly closed: number;
  readonly stage: MeetingStage;
  /** Until when units sign the minutes. */
  readonly signBy: string | null;
}

/** A topic on the agenda. */
export interface AgendaTopic {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly reason: TopicReason;
  readonly reasonName: string;
  readonly units: readonly string[];
  readonly minutes: number;
  /** `lapsed` and `withdrawn`: the case went on without the meeting; `postponed`: it waits for a later one. */
  readonly state: 'scheduled' | 'decided' | 'lapsed' | 'withdrawn' | 'postponed';
  /** Why it left the agenda undecided. */
  readonly leftBecause: string | null;
  readonly decision: KeptDecision | null;
  /** How the case stands by now. */
  readonly caseState: CaseState;
  readonly caseStateName: string;
}

/** A whole meeting. */
export interface MeetingView extends Omit<MeetingItem, 'topics'> {
  readonly agenda: readonly AgendaTopic[];
  readonly participants: readonly Participant[];
  readonly quorum: Quorum;
  /** The time to sign is over; who is silent has no objection. */
  readonly signingOver: boolean;
  readonly issuedAt: string | null;
  /** Whether the asker may write down decisions. */
  readonly canDecide: boolean;
}
