import type { Database, Transaction } from '@lianban/platform';
import { caseStateNames } from '@lianban/casework';
import type { MeetingCourse } from '../participants/participant.rules.js';
import { topicReasonNames } from '../topics/topic.js';
import { leftBecause, type Leaving } from './agenda.rules.js';
import type { AgendaTopic, KeptDecision, MeetingItem } from './meeting.js';
import { mayKnow, notComplainedOf, type Reader } from './reader.sql.js';

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

/** Writes a meeting that the units of who calls it see. */
export async function insertMeeting(tx: Transaction, meeting: MeetingRow, visibleTo: readonly string[]): Promise<void> {
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
      visibleTo,
    ],
  });
}

/**
 * A statement on the agenda of `meeting`: how many topics the reader may know of, and whether all are complaints of them.
 *
 * @param reader parameters with their units and their account
 */
export function shownSql({ units, account }: { readonly units: string; readonly account: string }): string {
  const names = { caseId: 'item.case_id', visibleTo: 'meeting.visible_to', units };
  return `SELECT count(*) FILTER (WHERE known)::int AS topics, count(*) FILTER (WHERE known AND decided)::int AS decided,
      count(*) FILTER (WHERE known AND closed)::int AS closed, bool_and(accused) IS TRUE AS accused
    FROM (SELECT decided, closed, ${mayKnow({ ...names, account })} AS known, NOT ${notComplainedOf(names)} AS accused
      FROM (SELECT case_id, state = 'decided' AS decided, closed_at IS NOT NULL AS closed FROM joint_meeting.topic
          WHERE meeting_id = meeting.id
        UNION ALL SELECT case_id, false, false FROM joint_meeting.postponement JOIN joint_meeting.topic ON topic.id = topic_id
          WHERE postponement.meeting_id = meeting.id) item) line`;
}

/** A meeting of the list as it is read. */
export type MeetingRead = Omit<MeetingItem, 'at' | 'stage' | 'signBy'> &
  MeetingCourse & { readonly at: Date; readonly mark: string };

/**
 * One page of the meetings that somebody's units may see, the latest first; or a single one. A meeting on nothing but
 * complaints of a unit is not for that unit.
 */
export async function findMeetings(
  db: Database,
  reader: Reader,
  page: { readonly id?: string; readonly limit: number; readonly after?: readonly [string, string] | undefined },
): Promise<MeetingRead[]> {
  const [at = null, id = null] = page.after ?? [];
  return await db.query<MeetingRead>({
    name: 'joint-meeting-meetings',
    text: `SELECT meeting.id, meeting.title, meeting.at, meeting.place, meeting.called_by_name AS "calledBy",
             opened_at AS "openedAt", sign_by AS "signBy", issued_at AS "issuedAt", shown.topics, shown.decided,
             shown.closed, meeting.at::text AS mark
           FROM joint_meeting.meeting CROSS JOIN LATERAL (${shownSql({ units: '$1', account: '$6' })}) shown
           WHERE visible_to && $1::text[] AND ($2::uuid IS NULL OR id = $2) AND NOT shown.accused
             AND ($3::timestamptz IS NULL OR (at, id) < ($3::timestamptz, $4::uuid))
           ORDER BY at DESC, id DESC LIMIT $5`,
    values: [reader.unitIds, page.id ?? null, at, id, page.limit, reader.accountId],
  });
}

/** A topic of an agenda with its task. */
export type AgendaRow = AgendaTopic & { readonly instanceId: string; readonly key: number };

/**
 * The agenda of a meeting in its order, with what was put off to a later one, without the cases of which the
 * reader may not know.
 */
export async function agendaOf(db: Database, meetingId: string, reader: Reader): Promise<AgendaRow[]> {
  const rows = await db.query<Omit<AgendaRow, 'reasonName' | 'caseStateName' | 'leftBecause'> & Omit<Leaving, 'state'>>(
    {
      name: 'joint-meeting-agenda',
      text: `WITH item AS (
        SELECT id, position, minutes, state, decision, decided_at, NULL::jsonb AS postponed
        FROM joint_meeting.topic WHERE meeting_id = $1
        UNION ALL
        SELECT topic_id, position, minutes, 'postponed', NULL, at, jsonb_build_object('opinion', opinion, 'by', by_name)
        FROM joint_meeting.postponement WHERE meeting_id = $1)
      SELECT topic.id, topic.case_id AS "caseId", file.code, file.title, topic.reason, topic.unit_names AS units,
        item.minutes, item.state, item.decision, item.postponed, topic.instance_id AS "instanceId", topic.key,
        file.state AS "caseState", (SELECT coalesce(jsonb_agg(line ORDER BY line.seq), '[]') FROM (
          SELECT seq, kind, detail ->> 'main' AS main FROM casework.trail
          WHERE item.state = 'withdrawn' AND case_id = topic.case_id AND at >= item.decided_at
            AND kind IN ('withdrawn', 'merged', 'declined') ORDER BY seq LIMIT 2) line) AS gone
      FROM item JOIN joint_meeting.topic ON topic.id = item.id JOIN casework.case_file file ON file.id = topic.case_id
        JOIN joint_meeting.meeting ON meeting.id = $1
      WHERE ${mayKnow({ caseId: 'file.id', visibleTo: 'meeting.visible_to', account: '$2', units: '$3' })}
      ORDER BY item.position, item.id`,
      values: [meetingId, reader.accountId, reader.unitIds],
    },
  );
  return rows.map(({ postponed, gone, ...row }) => ({
    ...row,
    reasonName: topicReasonNames[row.reason],
    caseStateName: caseStateNames[row.caseState],
    leftBecause: leftBecause({ state: row.state, postponed, gone }),
  }));
}

/** Writes down the decision on a topic of this meeting; whether it is still one. */
export async function keepDecision(
  tx: Transaction,
  at: { readonly topicId: string; readonly meetingId: string },
  decision: KeptDecision,
): Promise<boolean> {
  const kept = await tx.query({
    name: 'joint-meeting-keep-decision',
    text: 'UPDATE joint_meeting.topic SET decision = $3 WHERE id = $1 AND meeting_id = $2 RETURNING id',
    values: [at.topicId, at.meetingId, JSON.stringify(decision)],
  });
  return kept.length > 0;
}

/** Puts a topic back on the queue and keeps that this meeting did so; whether the meeting had still to decide it. */
export async function keepPostponement(
  tx: Transaction,
  at: { readonly topicId: string; readonly meetingId: string; readonly now: Date; readonly by: string },
  opinion: string,
): Promise<boolean> {
  const kept = await tx.query({
    name: 'joint-meeting-postpone',
    text: `WITH taken AS (
        SELECT id, meeting_id, position, minutes FROM joint_meeting.topic
        WHERE id = $1 AND meeting_id = $2 AND state = 'scheduled' FOR UPDATE),
      kept AS (
        INSERT INTO joint_meeting.postponement (topic_id, meeting_id, position, minutes, opinion, by_name, at)
        SELECT id, meeting_id, position, minutes, $3, $4, $5 FROM taken)
      UPDATE joint_meeting.topic SET state = 'queued', meeting_id = NULL, position = NULL, minutes = NULL
      FROM taken WHERE topic.id = taken.id RETURNING topic.id`,
    values: [at.topicId, at.meetingId, opinion, at.by, at.now],
  });
  return kept.length > 0;
}
