import type { Database, Transaction } from '@lianban/platform';
import { concernsAgenda } from '../meetings/reader.sql.js';
import type { MeetingCourse } from './participant.rules.js';

/** A unit of a meeting as it is kept. */
export interface ParticipantRow {
  readonly unitId: string;
  readonly unit: string;
  readonly delegate: string | null;
  readonly confirmedBy: string | null;
  readonly present: boolean | null;
  readonly stance: 'agreed' | 'dissent' | null;
  readonly opinion: string | null;
  readonly signedBy: string | null;
}

/** The units of a meeting, by name. */
export async function participantsOf(db: Database | Transaction, meetingId: string): Promise<ParticipantRow[]> {
  return await db.query<ParticipantRow>({
    name: 'joint-meeting-participants',
    text: `SELECT unit_id AS "unitId", unit_name AS unit, delegate, confirmed_by_name AS "confirmedBy", present, stance,
             opinion, signed_by_name AS "signedBy"
           FROM joint_meeting.participant WHERE meeting_id = $1 ORDER BY unit_name, unit_id`,
    values: [meetingId],
  });
}

/**
 * How far a meeting is; undefined where there is none. Nobody else moves it meanwhile; who puts off one of its topics
 * holds that first and only refers to the meeting, which the lock allows.
 */
export async function lockCourse(tx: Transaction, meetingId: string): Promise<MeetingCourse | undefined> {
  const [course] = await tx.query<MeetingCourse>({
    name: 'joint-meeting-lock-course',
    text: `SELECT opened_at AS "openedAt", sign_by AS "signBy", issued_at AS "issuedAt" FROM joint_meeting.meeting
           WHERE id = $1 FOR NO KEY UPDATE`,
    values: [meetingId],
  });
  return course;
}

/**
 * Asks units; they may see the meeting from then on. Not those that a case of the agenda complains of, nor what is below
 * them: they step aside (Regulations on petitions art. 28). Gives the ids of those that were left out.
 */
export async function invite(
  tx: Transaction,
  meetingId: string,
  units: readonly { readonly id: string; readonly name: string; readonly visibleTo: readonly string[] }[],
): Promise<readonly string[]> {
  const aside = await tx.query<{ id: string }>({
    text: `SELECT asked.id FROM unnest($2::text[]) AS asked(id) WHERE ${concernsAgenda('$1', 'asked.id')}`,
    values: [meetingId, units.map(({ id }) => id)],
  });
  const left = aside.map(({ id }) => id);
  const asked = units.filter(({ id }) => !left.includes(id));
  await tx.query({
    text: `INSERT INTO joint_meeting.participant (meeting_id, unit_id, unit_name)
           SELECT $1, id, name FROM jsonb_to_recordset($2::jsonb) AS unit(id text, name text) ON CONFLICT DO NOTHING`,
    values: [meetingId, JSON.stringify(asked.map(({ id, name }) => ({ id, name })))],
  });
  await tx.query({
    text: `UPDATE joint_meeting.meeting SET visible_to = ARRAY(
             SELECT unnest(visible_to) UNION SELECT unnest($2::text[])) WHERE id = $1`,
    values: [meetingId, asked.flatMap(({ visibleTo }) => visibleTo)],
  });
  return left;
}

/** The units that topics are about. */
export async function unitsOfTopics(tx: Transaction, topics: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>({
    text: `SELECT DISTINCT unnest(unit_ids) AS id FROM joint_meeting.topic WHERE id = ANY($1::uuid[])`,
    values: [topics],
  });
  return rows.map(({ id }) => id);
}

/** A unit of the meeting that a case of its agenda complains of; undefined where there is none. */
export async function accusedParticipant(tx: Transaction, meetingId: string): Promise<string | undefined> {
  const [accused] = await tx.query<{ unit: string }>({
    name: 'joint-meeting-accused-participant',
    text: `SELECT unit_name AS unit FROM joint_meeting.participant
           WHERE meeting_id = $1 AND ${concernsAgenda('$1', 'participant.unit_id')} ORDER BY unit_name LIMIT 1`,
    values: [meetingId],
  });
  return accused?.unit;
}

/** Keeps who comes for a unit. */
export async function keepDelegate(
  tx: Transaction,
  at: { readonly meetingId: string; readonly unitId: string; readonly now: Date; readonly by: string },
  delegate: string,
): Promise<void> {
  await tx.query({
    text: `UPDATE joint_meeting.participant SET delegate = $3, confirmed_at = $4, confirmed_by_name = $5
           WHERE meeting_id = $1 AND unit_id = $2`,
    values: [at.meetingId, at.unitId, delegate, at.now, at.by],
  });
}

/** Keeps who came; the meeting sits from the first time on. */
export async function keepAttendance(
  tx: Transaction,
  meetingId: string,
  present: readonly string[],
  now: Date,
): Promise<void> {
  await tx.query({
    text: 'UPDATE joint_meeting.participant SET present = unit_id = ANY($2::text[]) WHERE meeting_id = $1',
    values: [meetingId, present],
  });
  await tx.query({
    text: 'UPDATE joint_meeting.meeting SET opened_at = coalesce(opened_at, $2) WHERE id = $1',
    values: [meetingId, now],
  });
}

/** Keeps until when the minutes are signed, and with which wording. */
export async function keepSignBy(tx: Transaction, meetingId: string, signBy: string): Promise<void> {
  await tx.query({
    text: `UPDATE joint_meeting.meeting SET sign_by = $2,
             template_version = (SELECT max(version) FROM joint_meeting.minutes_template) WHERE id = $1`,
    values: [meetingId, signBy],
  });
}

/** Keeps what a unit says of the minutes. */
export async function keepSignature(
  tx: Transaction,
  at: { readonly meetingId: string; readonly unitId: string; readonly now: Date; readonly by: string },
  said: { readonly stance: 'agreed' | 'dissent'; readonly opinion: string },
): Promise<void> {
  await tx.query({
    text: `UPDATE joint_meeting.participant SET stance = $3, opinion = nullif($4, ''), signed_at = $5, signed_by_name = $6
           WHERE meeting_id = $1 AND unit_id = $2`,
    values: [at.meetingId, at.unitId, said.stance, said.opinion, at.now, at.by],
  });
}

/** The minutes are out. */
export async function keepIssue(tx: Transaction, meetingId: string, now: Date, by: string): Promise<void> {
  await tx.query({
    text: 'UPDATE joint_meeting.meeting SET issued_at = $2, issued_by_name = $3 WHERE id = $1',
    values: [meetingId, now, by],
  });
}

/** Topics of the meeting that are still to be decided. */
export async function openTopics(tx: Transaction, meetingId: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>({
    text: `SELECT count(*)::int AS n FROM joint_meeting.topic WHERE meeting_id = $1 AND state = 'scheduled'`,
    values: [meetingId],
  });
  return row?.n ?? 0;
}
