import type { Database, Transaction } from '@lianban/platform';

/** A file as it is kept. */
export interface AttachmentRow {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  /** Null: the resident. */
  readonly addedBy: string | null;
  readonly addedByName: string;
  readonly addedAt: Date;
}

const columns = `id, case_id AS "caseId", name, type, size, sha256, added_by AS "addedBy", added_by_name AS "addedByName",
  added_at AS "addedAt"`;

/** The files of a case, the earliest first. */
export async function attachmentsOf(db: Database | Transaction, caseId: string): Promise<AttachmentRow[]> {
  return await db.query<AttachmentRow>({
    name: 'casework-attachments',
    text: `SELECT ${columns} FROM casework.attachment WHERE case_id = $1 AND removed_at IS NULL ORDER BY added_at, id`,
    values: [caseId],
  });
}

/**
 * Names of the files that the resident of a case sent, the earliest first. Without those that came after another case
 * was merged into it: they may be of the resident of that one.
 */
export async function namesSentByResident(db: Database, caseId: string): Promise<string[]> {
  const rows = await db.query<{ name: string }>({
    name: 'casework-attachments-of-resident',
    text: `SELECT name FROM casework.attachment
           WHERE case_id = $1 AND added_by IS NULL AND removed_at IS NULL AND added_at < coalesce(
             (SELECT min(at) FROM casework.trail WHERE case_id = $1 AND kind = 'joined'), 'infinity')
           ORDER BY added_at, id`,
    values: [caseId],
  });
  return rows.map(({ name }) => name);
}

/** The file with this id. */
export async function findAttachment(db: Database | Transaction, id: string): Promise<AttachmentRow | undefined> {
  const [row] = await db.query<AttachmentRow>({
    name: 'casework-attachment',
    text: `SELECT ${columns} FROM casework.attachment WHERE id = $1 AND removed_at IS NULL`,
    values: [id],
  });
  return row;
}

export async function insertAttachment(tx: Transaction, row: AttachmentRow): Promise<void> {
  await tx.query({
    name: 'casework-insert-attachment',
    text: `INSERT INTO casework.attachment (id, case_id, name, type, size, sha256, added_by, added_by_name, added_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [row.id, row.caseId, row.name, row.type, row.size, row.sha256, row.addedBy, row.addedByName, row.addedAt],
  });
}

/** Takes a file off its case; its content stays, as the history names it. */
export async function markRemoved(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query({
    name: 'casework-remove-attachment',
    text: 'UPDATE casework.attachment SET removed_at = $2 WHERE id = $1',
    values: [id, at],
  });
}
