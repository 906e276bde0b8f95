import type { Database, Transaction } from '@lianban/platform';
import { caseUnknown } from '../casework.errors.js';
import { isUuid } from '../page-mark.js';
import type { CaseLevel, CaseState } from '../cases/case.js';
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

/** A case as merging looks at it. */
export interface MergingCase {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: CaseState;
  readonly level: CaseLevel | null;
  readonly instanceId: string;
  readonly definitionKey: string | null;
  readonly registeredBy: string | null;
  readonly mergedInto: string | null;
  /** The unit that is complained of. */
  readonly aboutUnitId: string | null;
}

const select = `SELECT id, code, title, state, level, instance_id AS "instanceId", definition_key AS "definitionKey",
  registered_by AS "registeredBy", merged_into AS "mergedInto",
  about_unit_id AS "aboutUnitId" FROM casework.case_file`;

/** The case with this code or id; undefined for any other text. Not locked. */
export async function findByCodeOrId(db: Database | Transaction, text: string): Promise<MergingCase | undefined> {
  const [file] = await db.query<MergingCase>({
    text: `${select} WHERE ${isUuid(text.toLowerCase()) ? 'id = $1' : 'code = upper($1)'}`,
    values: [text],
  });
  return file;
}

/** The case with this id, locked until the end of the transaction. @throws case-unknown */
export async function lockMerging(tx: Transaction, id: string): Promise<MergingCase> {
  const [file] = await tx.query<MergingCase>({
    name: 'casework-lock-merging',
    text: `${select} WHERE id = $1 FOR UPDATE`,
    values: [id],
  });
  if (!file) throw caseUnknown(id);
  return file;
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

async function keepInvolvement(tx: Transaction, caseId: string, state: CaseState): Promise<void> {
  await tx.query({
    name: 'casework-involvement-merge',
    text: 'UPDATE casework.involvement SET state = $2 WHERE case_id = $1',
    values: [caseId, state],
  });
}
