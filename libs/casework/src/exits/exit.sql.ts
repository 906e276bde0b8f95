import type { Database, Transaction } from '@lianban/platform';
import { keepInvolvement } from '../cases/case.sql.js';
import type { IntakeExit } from './exit.js';

/** Reasons not to handle a request here, in the order of the screen. */
export async function intakeExits(db: Database | Transaction): Promise<IntakeExit[]> {
  return await db.query<IntakeExit>({
    name: 'casework-intake-exits',
    text: 'SELECT code, name, told FROM casework.intake_exit WHERE active ORDER BY position, code',
  });
}

/** Keeps why a request was turned away, and what the resident was told. */
export async function keepExit(
  tx: Transaction,
  caseId: string,
  { exit, told }: { readonly exit: string; readonly told: string },
): Promise<void> {
  await tx.query({
    name: 'casework-keep-exit',
    text: 'UPDATE casework.case_file SET exit_code = $2, reply = $3 WHERE id = $1',
    values: [caseId, exit, told],
  });
}

/** Merging is rare; one at a time, so that two cases never go into each other. */
export async function oneMergeAtATime(tx: Transaction): Promise<void> {
  await tx.query({ text: `SELECT pg_advisory_xact_lock(hashtext('casework.merge'))` });
}

/** Whether other cases are handled with this one; the caller has its row locked. */
export async function hasMerged(tx: Transaction, caseId: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-has-merged',
    text: 'SELECT FROM casework.case_file WHERE merged_into = $1 LIMIT 1',
    values: [caseId],
  });
  return rows.length > 0;
}

/** The case goes into another one; its process has ended. */
export async function putInto(tx: Transaction, caseId: string, mainId: string): Promise<void> {
  await tx.query({
    name: 'casework-put-into',
    text: `UPDATE casework.case_file SET state = 'merged', closed_at = NULL, merged_into = $2 WHERE id = $1`,
    values: [caseId, mainId],
  });
  await keepInvolvement(tx, caseId, 'merged');
}

/** The case goes on by itself, with another process instance. */
export async function takeOut(tx: Transaction, caseId: string, instanceId: string): Promise<void> {
  await tx.query({
    name: 'casework-take-out',
    text: `UPDATE casework.case_file SET state = 'open', merged_into = NULL, instance_id = $2 WHERE id = $1`,
    values: [caseId, instanceId],
  });
  await keepInvolvement(tx, caseId, 'open');
}
