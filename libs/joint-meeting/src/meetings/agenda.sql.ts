import type { Transaction } from '@lianban/platform';
import { mayKnow, type Reader } from './reader.sql.js';

/** What an agenda became. */
interface Arranged {
  /** How many of the named topics stand on it. */
  readonly placed: number;
  /** Ids of those that came from the queue. */
  readonly added: readonly string[];
  /** How many went back to the queue, as they are not named any more. */
  readonly removed: number;
}

/**
 * Gives what a meeting has still to decide a new order, behind what it decided: takes queued topics of which the reader
 * may know onto the agenda, and puts back what is not named. Nobody else may move
 * the meeting meanwhile.
 */
export async function arrangeAgenda(
  tx: Transaction,
  meetingId: string,
  topics: readonly { readonly id: string; readonly minutes: number }[],
  reader: Reader,
): Promise<Arranged> {
  const standing = await tx.query<{ id: string }>({
    name: 'joint-meeting-standing-topics',
    text: `SELECT id FROM joint_meeting.topic WHERE meeting_id = $1 AND state = 'scheduled'`,
    values: [meetingId],
  });
  const named = topics.map(({ id }) => id);
  await lockTopics(tx, [...new Set([...named, ...standing.map(({ id }) => id)])]);
  const placed = await tx.query<{ id: string; queued: boolean }>({
    name: 'joint-meeting-arrange',
    text: `WITH item AS (
        SELECT item.id, item.minutes, item.position, topic.state = 'queued' AS queued
        FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (id uuid, minutes int)) WITH ORDINALITY AS item(id, minutes, position)
          JOIN joint_meeting.topic ON topic.id = item.id
        WHERE (topic.state = 'scheduled' AND topic.meeting_id = $1)
          OR (topic.state = 'queued' AND topic.visible_to && $3::text[]
            AND ${mayKnow({ caseId: 'topic.case_id', visibleTo: 'topic.visible_to', account: '$4', units: '$3' })})),
      past AS (SELECT coalesce(max(position), 0) AS last FROM (
        SELECT position FROM joint_meeting.topic WHERE meeting_id = $1 AND state <> 'scheduled'
        UNION ALL SELECT position FROM joint_meeting.postponement WHERE meeting_id = $1) line)
      UPDATE joint_meeting.topic
      SET meeting_id = $1, state = 'scheduled', position = past.last + item.position, minutes = item.minutes
      FROM item CROSS JOIN past WHERE topic.id = item.id RETURNING topic.id, item.queued`,
    values: [meetingId, JSON.stringify(topics), reader.unitIds, reader.accountId],
  });
  const removed = await tx.query({
    name: 'joint-meeting-take-off',
    text: `UPDATE joint_meeting.topic SET state = 'queued', meeting_id = NULL, position = NULL, minutes = NULL
           WHERE meeting_id = $1 AND state = 'scheduled' AND id <> ALL($2::uuid[]) RETURNING id`,
    values: [meetingId, named],
  });
  await showToTopics(tx, meetingId);
  return {
    placed: placed.length,
    added: placed.filter(({ queued }) => queued).map(({ id }) => id),
    removed: removed.length,
  };
}

/** Who may see a topic of the meeting may see the meeting. */
async function showToTopics(tx: Transaction, meetingId: string): Promise<void> {
  await tx.query({
    name: 'joint-meeting-show-to-topics',
    text: `UPDATE joint_meeting.meeting SET visible_to = ARRAY(
             SELECT unnest(visible_to) FROM joint_meeting.topic WHERE meeting_id = $1
             UNION SELECT unnest(visible_to) FROM joint_meeting.meeting WHERE id = $1) WHERE id = $1`,
    values: [meetingId],
  });
}

/** First the cases, then the topics, each in the order of their ids: as steps of the engine do, and as others who call. */
async function lockTopics(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query({
    name: 'joint-meeting-lock-cases',
    text: `SELECT FROM casework.case_file WHERE id IN (SELECT case_id FROM joint_meeting.topic WHERE id = ANY($1::uuid[]))
           ORDER BY id FOR KEY SHARE`,
    values: [ids],
  });
  await tx.query({
    name: 'joint-meeting-lock-topics',
    text: 'SELECT FROM joint_meeting.topic WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
    values: [ids],
  });
}
