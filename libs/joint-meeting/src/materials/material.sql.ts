import type { KeptFile } from '@lianban/casework';
import type { Database, Transaction } from '@lianban/platform';
import { mayKnow, type Reader } from '../meetings/reader.sql.js';
import type { Material } from './material.js';

/** A material as it is read. */
export type MaterialRow = Omit<Material, 'addedAt' | 'canRemove'> &
  KeptFile & { readonly addedAt: Date; readonly caseId: string; readonly addedById: string | null };

/**
 * The files of a meeting's topics, those of cases first; none of cases of which the reader may not know. A case's own
 * files are those that it had when the meeting decided it or it left the agenda, before the minutes were out.
 */
export async function materialsOf(
  db: Database | Transaction,
  meetingId: string,
  reader: Reader,
): Promise<MaterialRow[]> {
  return await db.query<MaterialRow>({
    name: 'joint-meeting-materials',
    text: `WITH every AS (
        SELECT id, case_id, decided_at AS until, NULL::timestamptz AS gone FROM joint_meeting.topic WHERE meeting_id = $1
        UNION ALL SELECT topic.id, case_id, at, at FROM joint_meeting.postponement JOIN joint_meeting.topic ON topic.id = topic_id
        WHERE postponement.meeting_id = $1),
      item AS (
        SELECT every.id, case_id, gone, least(until, issued_at) AS until FROM every JOIN joint_meeting.meeting ON meeting.id = $1
        WHERE ${mayKnow({ caseId: 'every.case_id', visibleTo: 'meeting.visible_to', account: '$2', units: '$3' })})
      SELECT file.id, item.id AS "topicId", item.case_id AS "caseId", 'case' AS source, file.name, file.type, file.size,
        file.sha256, file.added_by AS "addedById", file.added_by_name AS "addedBy", file.added_at AS "addedAt"
      FROM item JOIN casework.attachment file ON file.case_id = item.case_id
      WHERE file.removed_at IS NULL AND (until IS NULL OR file.added_at <= until)
      UNION ALL
      SELECT file.id, item.id, item.case_id, 'topic', file.name, file.type, file.size, file.sha256, file.added_by,
        file.added_by_name, file.added_at
      FROM item JOIN joint_meeting.material file ON file.topic_id = item.id
      WHERE file.removed_at IS NULL AND (gone IS NULL OR file.added_at <= gone)
      ORDER BY source, "addedAt", id`,
    values: [meetingId, reader.accountId, reader.unitIds],
  });
}

/** Locks a case, as the history does: whoever else brings or takes away files of its topics waits. */
export async function lockFilesOf(tx: Transaction, caseId: string): Promise<void> {
  await tx.query({
    name: 'joint-meeting-lock-files',
    text: 'SELECT FROM casework.case_file WHERE id = $1 FOR UPDATE',
    values: [caseId],
  });
}

/** How many files were ever brought for a topic; the contents of those that were taken away stay. */
export async function broughtFor(tx: Transaction, topicId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    name: 'joint-meeting-brought-for',
    text: 'SELECT count(*)::int AS count FROM joint_meeting.material WHERE topic_id = $1',
    values: [topicId],
  });
  return row?.count ?? 0;
}

/** Writes a file of a topic; the same file is kept once. Whether it was written. */
export async function insertMaterial(
  tx: Transaction,
  at: { readonly id: string; readonly topicId: string; readonly now: Date },
  file: KeptFile,
  by: { readonly id: string; readonly name: string },
): Promise<boolean> {
  const kept = await tx.query({
    name: 'joint-meeting-insert-material',
    text: `INSERT INTO joint_meeting.material (id, topic_id, name, type, size, sha256, added_by, added_by_name, added_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    values: [at.id, at.topicId, file.name, file.type, file.size, file.sha256, by.id, by.name, at.now],
  });
  return kept.length > 0;
}

/** Takes a file off its topic; its content stays, as the history names it. Whether it was still there. */
export async function markMaterialRemoved(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const removed = await tx.query({
    name: 'joint-meeting-remove-material',
    text: 'UPDATE joint_meeting.material SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL RETURNING id',
    values: [id, now],
  });
  return removed.length > 0;
}
