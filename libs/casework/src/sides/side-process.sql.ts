import type { Database, Transaction } from '@lianban/platform';
import type { NewSideProcess } from './side-process.js';

/** Writes a side process. Fails on a second one of the same kind for the same unit by `side_process_once`, `…_order`. */
export async function insertSideProcess(tx: Transaction, side: NewSideProcess): Promise<void> {
  await tx.query({
    name: 'casework-insert-side',
    text: `INSERT INTO casework.side_process (id, case_id, kind, for_instance, for_key, unit_id, unit_name, trigger_code,
             text, asked_at, asked_by, asked_by_name, asked_by_unit, skill_code)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      side.id,
      side.caseId,
      side.kind,
      side.forInstance,
      side.forKey,
      side.unitId,
      side.unitName,
      side.trigger,
      side.text,
      side.askedAt,
      side.askedBy,
      side.askedByName,
      side.askedByUnit,
      side.skill ?? null,
    ],
  });
}

/** What a step of its process changes of a side process; what is absent stays. */
export interface SideChange {
  readonly dueAt?: Date | null | undefined;
  readonly answer?: string | undefined;
  readonly answeredAt?: Date | undefined;
  readonly answeredByName?: string | undefined;
  /** Name of the outcome by which it was answered. */
  readonly answeredAs?: string | undefined;
  readonly outcome?: string | undefined;
  /** How many to add. */
  readonly lapses?: number;
  readonly endedAt?: Date | undefined;
}

export async function changeSideProcess(tx: Transaction, id: string, change: SideChange): Promise<void> {
  await tx.query({
    name: 'casework-change-side',
    text: `UPDATE casework.side_process SET due_at = coalesce($2, due_at), answer = coalesce($3, answer),
             answered_at = coalesce($4, answered_at), answered_by_name = coalesce($5, answered_by_name),
             outcome = coalesce($6, outcome), lapses = lapses + $7, ended_at = coalesce($8, ended_at),
             answered_as = coalesce($9, answered_as)
           WHERE id = $1`,
    values: [
      id,
      change.dueAt ?? null,
      change.answer ?? null,
      change.answeredAt ?? null,
      change.answeredByName ?? null,
      change.outcome ?? null,
      change.lapses ?? 0,
      change.endedAt ?? null,
      change.answeredAs ?? null,
    ],
  });
}

/** Whether a process goes on beside a case's own. */
export async function isBeside(tx: Transaction, instanceId: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-is-beside',
    text: 'SELECT FROM casework.side_process WHERE id = $1',
    values: [instanceId],
  });
  return rows.length > 0;
}

/** Locks a task; whether it is still open. What is decided about it waits until the end of the transaction. */
export async function lockOpenStep(tx: Transaction, step: { instanceId: string; key: number }): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-lock-step',
    text: `SELECT FROM casework.step WHERE instance_id = $1 AND key = $2 AND state = 'open' FOR UPDATE`,
    values: [step.instanceId, step.key],
  });
  return rows.length > 0;
}

/** Whether a unit was asked to help with a task, now or before. */
export async function wasAsked(
  tx: Transaction,
  step: { readonly caseId: string; readonly instanceId: string; readonly key: number },
  unitId: string,
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-was-asked',
    text: `SELECT FROM casework.side_process
           WHERE case_id = $1 AND for_instance = $2 AND for_key = $3 AND unit_id = $4 AND kind = 'assist' LIMIT 1`,
    values: [step.caseId, step.instanceId, step.key, unitId],
  });
  return rows.length > 0;
}

/** A side process that is to be ended. */
export interface LeftSide {
  readonly id: string;
}

/** Side processes that have outlived what they were for, page by page: the task of helpers, the case itself when it was taken back, turned away or merged. */
export async function leftSideProcesses(
  db: Database,
  page: { readonly after: LeftSide | undefined; readonly limit: number },
): Promise<LeftSide[]> {
  return await db.query<LeftSide>({
    name: 'casework-left-sides',
    text: `SELECT side.id FROM casework.side_process side JOIN casework.case_file file ON file.id = side.case_id
           WHERE side.ended_at IS NULL AND ($1::uuid IS NULL OR side.id > $1) AND (file.state NOT IN ('open', 'closed') OR for_instance IS NOT NULL AND NOT EXISTS (
             SELECT FROM casework.step WHERE instance_id = for_instance AND key = for_key AND state = 'open'))
           ORDER BY side.id LIMIT $2`,
    values: [page.after?.id ?? null, page.limit],
  });
}
