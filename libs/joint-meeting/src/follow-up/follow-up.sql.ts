import { isOwnStep, lightSql, type CaseState, type Light } from '@lianban/casework';
import type { Database, Transaction } from '@lianban/platform';
import type { KeptDecision } from '../meetings/meeting.js';
import { mayKnow, type Reader } from '../meetings/reader.sql.js';
import type { FollowUpTask } from './follow-up.js';

/** A decided topic as it is kept. */
export interface DecidedRow {
  readonly topicId: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly decision: KeptDecision;
  readonly caseState: CaseState;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly closingNote: string | null;
}

/** A step that came after a decision: of the case's own way, of a helper, or of a supervision order. */
export interface FollowingStep {
  readonly topicId: string;
  readonly instanceId: string;
  readonly key: number;
  readonly kind: 'own' | 'helper' | 'supervision';
  readonly name: string;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly assignee: string | null;
  readonly state: FollowUpTask['state'];
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly light: Light | null;
  readonly finishedAt: Date | null;
  /** The unit that the order is for, and whether it is still open. */
  readonly orderedUnit: string | null;
  readonly orderOpen: boolean;
}

/** What a meeting decided, in the order of its agenda, without the cases of which the reader may not know. */
export async function decidedOf(db: Database | Transaction, meetingId: string, reader: Reader): Promise<DecidedRow[]> {
  return await db.query<DecidedRow>({
    name: 'joint-meeting-decided',
    text: `SELECT topic.id AS "topicId", topic.case_id AS "caseId", file.code, file.title, topic.decision,
             file.state AS "caseState", topic.closed_at AS "closedAt", topic.closed_by_name AS "closedBy",
             topic.closing_note AS "closingNote"
           FROM joint_meeting.topic JOIN casework.case_file file ON file.id = topic.case_id
             JOIN joint_meeting.meeting ON meeting.id = topic.meeting_id
           WHERE topic.meeting_id = $1 AND topic.state = 'decided' AND topic.decision IS NOT NULL
             AND ${mayKnow({ caseId: 'file.id', visibleTo: 'meeting.visible_to', account: '$2', units: '$3' })}
           ORDER BY topic.position, topic.id`,
    values: [meetingId, reader.accountId, reader.unitIds],
  });
}

/** The steps that followed from the decisions of a meeting, the earliest first; asking the resident is none of them. */
export async function stepsAfter(db: Database | Transaction, meetingId: string, now: Date): Promise<FollowingStep[]> {
  return await db.query<FollowingStep>({
    name: 'joint-meeting-steps-after',
    text: `SELECT topic.id AS "topicId", step.instance_id AS "instanceId", step.key, step.name, step.unit_id AS "unitId",
             step.unit_name AS unit, step.assignee_name AS assignee, step.state, step.due_at AS "dueAt",
             step.calendar_id AS "calendarId", step.finished_at AS "finishedAt", ${lightSql('step', '$2::timestamptz')} AS light,
             CASE WHEN ${isOwnStep} THEN 'own' WHEN side.kind = 'supervision' THEN 'supervision' ELSE 'helper' END AS kind,
             CASE WHEN side.kind = 'supervision' THEN side.unit_id END AS "orderedUnit",
             (side.kind = 'supervision' AND side.ended_at IS NULL) IS TRUE AS "orderOpen"
           FROM joint_meeting.topic
             JOIN casework.step ON step.case_id = topic.case_id AND step.received_at >= topic.decided_at
               AND (step.finished_at IS NULL OR step.finished_at > topic.decided_at)
             LEFT JOIN casework.side_process side ON side.id = step.instance_id
           WHERE topic.meeting_id = $1 AND topic.state = 'decided' AND topic.decision IS NOT NULL
             AND step.properties ->> 'callback' IS DISTINCT FROM 'true'
             AND (side.kind IS NULL OR side.kind IN ('assist', 'countersign', 'consult', 'mediation', 'supervision'))
           ORDER BY step.received_at, step.instance_id, step.key`,
    values: [meetingId, now],
  });
}

/** Closes a decision; whether it was still open. */
export async function keepClosing(
  tx: Transaction,
  at: { readonly topicId: string; readonly now: Date; readonly by: string },
  note: string,
): Promise<boolean> {
  const kept = await tx.query({
    name: 'joint-meeting-close-decision',
    text: `UPDATE joint_meeting.topic SET closed_at = $2, closed_by_name = $3, closing_note = $4
           WHERE id = $1 AND closed_at IS NULL RETURNING id`,
    values: [at.topicId, at.now, at.by, note],
  });
  return kept.length > 0;
}
