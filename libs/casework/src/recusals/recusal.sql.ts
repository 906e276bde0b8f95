import type { Database, Transaction } from '@lianban/platform';
import type { RecusalKind, RecusedPerson } from './recusal.js';

/**
 * Condition for lists: the case is none from which the account steps aside. The cases of one account are read once for
 * a statement, however many lines it looks at.
 */
export function notRecused(caseId: string, account: string): string {
  return `${caseId} <> ALL (ARRAY(SELECT recusal.case_id FROM casework.recusal WHERE recusal.account_id = ${account}))`;
}

/** Column: accounts that step aside from the case of a step. */
export const recusedAccounts = `ARRAY(SELECT account_id FROM casework.recusal WHERE recusal.case_id = step.case_id)`;

/** Accounts that step aside from a case. */
export async function recusedFrom(tx: Transaction, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'casework-recused-from',
    text: 'SELECT account_id AS id FROM casework.recusal WHERE case_id = $1',
    values: [caseId],
  });
  return new Set(rows.map(({ id }) => id));
}

/** Who steps aside from a case, the first one first. */
export async function recusedPeople(db: Database, caseId: string): Promise<RecusedPerson[]> {
  return await db.query<RecusedPerson>({
    name: 'casework-recused-people',
    text: 'SELECT account_name AS name, kind FROM casework.recusal WHERE case_id = $1 ORDER BY at, account_id LIMIT 100',
    values: [caseId],
  });
}

/**
 * Locks the open tasks of a case. First of all where somebody steps aside: what refers to the case locks its row a
 * little, and tasks are locked before cases.
 */
export async function lockTasks(tx: Transaction, caseId: string): Promise<void> {
  await tx.query({
    name: 'casework-lock-tasks',
    text: `SELECT FROM casework.step WHERE case_id = $1 AND state = 'open' ORDER BY instance_id, key FOR UPDATE`,
    values: [caseId],
  });
}

/** Keeps that a person steps aside; what was copied to them, and what they were told, goes with it. */
export async function insertRecusal(
  tx: Transaction,
  recusal: {
    readonly caseId: string;
    readonly person: { readonly id: string; readonly name: string };
    readonly kind: RecusalKind;
    readonly opinion: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const { caseId, person, kind, opinion, at } = recusal;
  await tx.query({
    name: 'casework-insert-recusal',
    text: `WITH told AS (DELETE FROM casework.notice WHERE case_id = $1 AND account_id = $2),
             copied AS (DELETE FROM casework.copy WHERE case_id = $1 AND account_id = $2)
           INSERT INTO casework.recusal (case_id, account_id, account_name, kind, opinion, at)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    values: [caseId, person.id, person.name, kind, opinion, at],
  });
}

/** Who declared a conflict in one of these cases steps aside from all of them. */
export async function shareRecusals(tx: Transaction, cases: readonly string[]): Promise<void> {
  await tx.query({
    name: 'casework-share-recusals',
    text: `INSERT INTO casework.recusal (case_id, account_id, account_name, kind, opinion, at)
           SELECT DISTINCT ON (file.id, account_id) file.id, account_id, account_name, kind, opinion, at
           FROM casework.recusal CROSS JOIN unnest($1::uuid[]) AS file(id)
           WHERE case_id = ANY($1) AND kind = 'declared' ON CONFLICT DO NOTHING`,
    values: [cases],
  });
}

/** Whether the same officials are complained of in two cases. */
export async function complainOfSame(tx: Transaction, one: string, other: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-complain-of-same',
    text: `SELECT FROM casework.recusal WHERE case_id IN ($1, $2) AND kind = 'complained-of'
           GROUP BY account_id HAVING count(*) = 1 LIMIT 1`,
    values: [one, other],
  });
  return rows.length === 0;
}

/** A case with those that are handled with it. */
export async function casesTogether(tx: Transaction, caseId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'casework-cases-together',
    text: 'SELECT id FROM casework.case_file WHERE id = $1 OR merged_into = $1 ORDER BY id',
    values: [caseId],
  });
  return rows.map(({ id }) => id);
}

/**
 * Takes the open tasks of a case from those who step aside from it. Every open task is written, so that whoever gives
 * one to somebody at this moment looks again.
 */
export async function releaseRecused(tx: Transaction, caseId: string): Promise<void> {
  await tx.query({
    name: 'casework-release-recused',
    text: `UPDATE casework.step SET
             assignee_id = CASE WHEN NOT casework.is_recused(case_id, assignee_id) THEN assignee_id END,
             assignee_name = CASE WHEN NOT casework.is_recused(case_id, assignee_id) THEN assignee_name END
           WHERE case_id = $1 AND state = 'open'`,
    values: [caseId],
  });
}
