import type { KeptFile } from '@lianban/casework';
import type { Database, Transaction } from '@lianban/platform';
import type { PledgeFile } from './pledge.js';

/** A file of a pledge as it is read. */
export type PledgeFileRow = PledgeFile & KeptFile;

const columns = 'file.id, file.name, file.type, size, sha256';

/** A file without where its content is kept. */
export function fileOf({ id, name, type, size }: PledgeFileRow): PledgeFile {
  return { id, name, type, size };
}

/** The files of a pledge, the earliest first. */
export async function filesOf(db: Database | Transaction, pledgeId: string): Promise<PledgeFileRow[]> {
  return await db.query<PledgeFileRow>({
    name: 'outreach-pledge-files',
    text: `SELECT ${columns} FROM outreach.pledge_file file
           WHERE pledge_id = $1 AND removed_at IS NULL ORDER BY added_at, file.id`,
    values: [pledgeId],
  });
}

/** A file of a pledge that residents may read. */
export async function findPublicFile(db: Database, pledgeId: string, id: string): Promise<PledgeFileRow | undefined> {
  const [row] = await db.query<PledgeFileRow>({
    name: 'outreach-public-file',
    text: `SELECT ${columns} FROM outreach.pledge_file file JOIN outreach.pledge ON pledge.id = pledge_id
           WHERE file.id = $2 AND pledge_id = $1 AND removed_at IS NULL AND state IN ('doing', 'reviewed')`,
    values: [pledgeId, id],
  });
  return row;
}

/** How many files a pledge ever had; the contents of those that were taken away stay. */
export async function filesEver(tx: Transaction, pledgeId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>({
    name: 'outreach-files-ever',
    text: 'SELECT count(*)::int AS count FROM outreach.pledge_file WHERE pledge_id = $1',
    values: [pledgeId],
  });
  return row?.count ?? 0;
}

/** Writes a file of a pledge. */
export async function insertFile(
  tx: Transaction,
  at: { readonly id: string; readonly pledgeId: string; readonly now: Date; readonly by: string },
  file: KeptFile,
): Promise<void> {
  await tx.query({
    name: 'outreach-insert-file',
    text: `INSERT INTO outreach.pledge_file (id, pledge_id, name, type, size, sha256, added_by_name, added_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [at.id, at.pledgeId, file.name, file.type, file.size, file.sha256, at.by, at.now],
  });
}

/** Takes a file off its pledge; its content stays, as the trail names it. */
export async function markFileRemoved(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.query({
    name: 'outreach-remove-file',
    text: 'UPDATE outreach.pledge_file SET removed_at = $2 WHERE id = $1',
    values: [id, now],
  });
}

/** Which of these contents a pledge needs, also one off which the file was taken. */
export async function contentsOfPledges(db: Database, contents: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ sha256: string }>({
    name: 'outreach-contents-in-use',
    text: 'SELECT DISTINCT sha256 FROM outreach.pledge_file WHERE sha256 = ANY($1::text[])',
    values: [contents],
  });
  return rows.map(({ sha256 }) => sha256);
}
