import { concernsSql, notRecused } from '@lianban/casework';
import type { Transaction } from '@lianban/platform';

/** Who reads. What they may know of meetings, topics and whistles goes into the SQL. */
export interface Reader {
  readonly accountId: string;
  /** Units whose matters, and those of the units below them, the person may see. */
  readonly unitIds: readonly string[];
}

/** Names in a statement of what decides whether a reader may know of a case. */
interface Names {
  readonly caseId: string;
  /** Ids of the units that see the meeting, topic or whistle. */
  readonly visibleTo: string;
  /** Ids of the units of the reader. */
  readonly units: string;
}

/**
 * Condition for lists: not all units by which the reader reaches the case lie in the one that it complains of, which
 * must not learn of the complaint and its evidence (Regulations on petitions art. 28).
 */
export function notComplainedOf({ caseId, visibleTo, units }: Names): string {
  return `NOT EXISTS (SELECT FROM casework.case_file complaint
    JOIN organisation.unit about ON about.id = organisation.standing_unit(complaint.about_unit_id)
    WHERE complaint.id = ${caseId} AND complaint.about_unit_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM organisation.unit own WHERE own.id = ANY(${units}::text[]) AND own.id = ANY(${visibleTo})
        AND NOT starts_with(own.path, about.path)))`;
}

/** Condition for lists: the reader steps aside from the case neither as a person nor with their units. */
export function mayKnow({ account, ...names }: Names & { readonly account: string }): string {
  return `(${notRecused(names.caseId, account)} AND ${notComplainedOf(names)})`;
}

/** Whether there is a topic on the agenda of a meeting of which the reader may not know. */
export async function hidesTopics(tx: Transaction, meetingId: string, reader: Reader): Promise<boolean> {
  const hidden = await tx.query({
    name: 'joint-meeting-hides-topics',
    text: `SELECT FROM joint_meeting.meeting JOIN joint_meeting.topic item ON item.meeting_id = meeting.id OR item.id IN (
             SELECT topic_id FROM joint_meeting.postponement WHERE postponement.meeting_id = meeting.id)
           WHERE meeting.id = $1
             AND NOT ${mayKnow({ caseId: 'item.case_id', visibleTo: 'meeting.visible_to', account: '$2', units: '$3' })} LIMIT 1`,
    values: [meetingId, reader.accountId, reader.unitIds],
  });
  return hidden.length > 0;
}

/** Condition: a case on the agenda of a meeting complains of a unit or of one above it, so that it steps aside. */
export function concernsAgenda(meetingId: string, unit: string): string {
  return `EXISTS (SELECT FROM joint_meeting.topic JOIN casework.case_file file ON file.id = topic.case_id
    WHERE topic.meeting_id = ${meetingId} AND ${concernsSql(unit)})`;
}

/** A complaint and a topic of the same meeting that names the unit complained of; undefined where there is none. */
export async function complaintAmong(
  tx: Transaction,
  meetingId: string,
): Promise<{ readonly complaint: string; readonly matter: string; readonly unit: string } | undefined> {
  const [mixed] = await tx.query<{ complaint: string; matter: string; unit: string }>({
    name: 'joint-meeting-complaint-among',
    text: `SELECT complaint.code AS complaint, file.code AS matter, own.name AS unit
           FROM joint_meeting.topic accusing JOIN casework.case_file complaint ON complaint.id = accusing.case_id
             JOIN organisation.unit about ON about.id = organisation.standing_unit(complaint.about_unit_id)
             JOIN joint_meeting.topic ON topic.meeting_id = accusing.meeting_id AND topic.id <> accusing.id
             JOIN casework.case_file file ON file.id = topic.case_id
             CROSS JOIN unnest(topic.unit_ids) AS named(id)
             JOIN organisation.unit own ON own.id = organisation.standing_unit(named.id)
           WHERE accusing.meeting_id = $1 AND starts_with(own.path, about.path)
           ORDER BY accusing.position, topic.position LIMIT 1`,
    values: [meetingId],
  });
  return mixed;
}
