import type { Database, Transaction } from '@lianban/platform';
import { caseStateNames } from '@lianban/casework';
import { topicReasonNames } from '../topics/topic.js';
import type { AgendaTopic, KeptDecision, MeetingItem } from './meeting.js';

/** A meeting as it is first written. */
export interface MeetingRow {
  readonly id: string;
  readonly title: string;
  readonly at: Date;
  readonly place: string;
  readonly calledBy: string;
  readonly calledByName: string;
  readonly calledAt: Date;
}

/** Writes a meeting and takes topics off the queue onto its agenda; gives how many of them still waited there. */
export async function insertMeeting(
  tx: Transaction,
  meeting: MeetingRow,
  topics: readonly { readonly id: string; readonly minutes: number }[],
  scope: readonly string[],
): Promise<number> {
  await tx.query({
    text: `INSERT INTO joint_meeting.meeting (id, title, at, place, called_by, called_by_name, called_at, visible_to)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      meeting.id,
      meeting.title,
      meeting.at,
      meeting.place,
      meeting.calledBy,
      meeting.calledByName,
      meeting.calledAt,
      scope,
    ],
  });
  const taken = await tx.query({
    text: `UPDATE joint_meeting.topic SET meeting_id = $1, state = 'scheduled', position = item.position, minutes = item.minutes
           FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (id uuid, minutes int)) WITH ORDINALITY AS item(id, minutes, position)
           WHERE topic.id = item.id AND topic.state = 'queued' AND topic.visible_to && $3::text[] RETURNING topic.id`,
    values: [meeting.id, JSON.stringify(topics), scope],
  });
  // Who may see a topic of the meeting may see the meeting.
  await tx.query({
    text: `UPDATE joint_meeting.meeting SET visible_to = ARRAY(
             SELECT DISTINCT unnest(visible_to) FROM joint_meeting.topic WHERE meeting_id = $1
             UNION SELECT unnest($2::text[])) WHERE id = $1`,
    values: [meeting.id, scope],
  });
  return taken.length;
}

const columns = `meeting.id, meeting.title, meeting.at, meeting.place, meeting.called_by_name AS "calledBy",
  (SELECT count(*)::int FROM joint_meeting.topic WHERE meeting_id = meeting.id) AS topics,
  (SELECT count(*)::int FROM joint_meeting.topic WHERE meeting_id = meeting.id AND state = 'decided') AS decided`;

/** A meeting of the list as it is read. */
export type MeetingRead = Omit<MeetingItem, 'at'> & { readonly at: Date; readonly mark: string };

/** One page of the meetings that somebody's units may see, the latest first; or a single one. */
export async function findMeetings(
  db: Database,
  scope: readonly string[],
  page: { readonly id?: string; readonly limit: number; readonly after?: readonly [string, string] | undefined },
): Promise<MeetingRead[]> {
  const [at = null, id = null] = page.after ?? [];
  return await db.query<MeetingRead>({
    name: 'joint-meeting-meetings',
    text: `SELECT ${columns}, meeting.at::text AS mark FROM joint_meeting.meeting
           WHERE visible_to && $1::text[] AND ($2::uuid IS NULL OR id = $2)
             AND ($3::timestamptz IS NULL OR (at, id) < ($3::timestamptz, $4::uuid))
           ORDER BY at DESC, id DESC LIMIT $5`,
    values: [scope, page.id ?? null, at, id, page.limit],
  });
}

/** A topic of an agenda with its task. */
export type AgendaRow = AgendaTopic & { readonly instanceId: string; readonly key: number };

/** The agenda of a meeting in its order. */
export async function agendaOf(db: Database, meetingId: string): Promise<AgendaRow[]> {
  const rows = await db.query<Omit<AgendaRow, 'reasonName' | 'caseStateName'>>({
    name: 'joint-meeting-agenda',
    text: `SELECT topic.id, topic.case_id AS "caseId", file.code, file.title, topic.reason, topic.unit_names AS units,
             topic.minutes, topic.state, topic.decision, topic.instance_id AS "instanceId", topic.key, file.state AS "caseState"
           FROM joint_meeting.topic JOIN casework.case_file file ON file.id = topic.case_id
           WHERE topic.meeting_id = $1 ORDER BY topic.position, topic.id`,
    values: [meetingId],
  });
  return rows.map((row) => ({
    ...row,
    reasonName: topicReasonNames[row.reason],
    caseStateName: caseStateNames[row.caseState],
  }));
}

/** Writes down a decision; what was written before for a topic that is still open is replaced. */
export async function keepDecision(db: Database, topicId: string, decision: KeptDecision): Promise<void> {
  await db.query({
    text: `UPDATE joint_meeting.topic SET decision = $2 WHERE id = $1`,
    values: [topicId, JSON.stringify(decision)],
  });
}
