import type { Database, Transaction } from '@lianban/platform';
import { keepInvolvement } from '../cases/case.sql.js';

/** A closed case goes on with another process instance. */
export async function reopenCase(tx: Transaction, caseId: string, instanceId: string, at: Date): Promise<void> {
  await tx.query({
    name: 'casework-reopen',
    text: `UPDATE casework.case_file SET state = 'open', closed_at = NULL, reopened_at = $3, instance_id = $2 WHERE id = $1`,
    values: [caseId, instanceId, at],
  });
  await keepInvolvement(tx, caseId, 'open');
}

/** What somebody said of a case. */
export interface RatingRow {
  readonly at: Date;
  readonly source: 'resident' | 'callback';
  readonly grade: number;
  readonly solved?: boolean | undefined;
  readonly opinion?: string | undefined;
  readonly accountId?: string | undefined;
  readonly accountName: string;
}

/** How often a case was rated from this side; the caller locks the case to count on it. */
export async function countRatings(
  db: Database | Transaction,
  caseId: string,
  source: RatingRow['source'],
): Promise<number> {
  const [row] = await db.query<{ n: number }>({
    name: 'casework-count-ratings',
    text: 'SELECT count(*)::int AS n FROM casework.rating WHERE case_id = $1 AND source = $2',
    values: [caseId, source],
  });
  return row?.n ?? 0;
}

export async function insertRating(tx: Transaction, caseId: string, rating: RatingRow): Promise<void> {
  await tx.query({
    name: 'casework-insert-rating',
    text: `INSERT INTO casework.rating (case_id, seq, at, source, grade, solved, opinion, account_id, account_name)
           SELECT $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8 FROM casework.rating WHERE case_id = $1`,
    values: [
      caseId,
      rating.at,
      rating.source,
      rating.grade,
      rating.solved ?? null,
      rating.opinion ?? null,
      rating.accountId ?? null,
      rating.accountName,
    ],
  });
}

/** Whether this person finished a task of the case before, other than a callback or a check: who handled it does neither. */
export async function hasHandled(tx: Transaction, caseId: string, accountId: string): Promise<boolean> {
  const [row] = await tx.query<{ handled: boolean }>({
    name: 'casework-has-handled',
    text: `SELECT EXISTS (SELECT FROM casework.step WHERE case_id = $1 AND finished_by = $2 AND state = 'done'
             AND properties ->> 'callback' IS DISTINCT FROM 'true'
             AND properties ->> 'checks' IS DISTINCT FROM 'true') AS handled`,
    values: [caseId, accountId],
  });
  return row?.handled ?? false;
}
