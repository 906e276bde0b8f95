import type { Database, Transaction } from '@lianban/platform';
import { lockCase } from '../cases/case-record.sql.js';
import type { PastAct, PauseReason } from './act.js';

/** Reasons for which a clock may stand, in the order of the screen. */
export async function pauseReasons(db: Database | Transaction): Promise<PauseReason[]> {
  return await db.query<PauseReason>({
    name: 'casework-pause-reasons',
    text: `SELECT code, name, cap_days AS "capDays", times FROM casework.pause_reason WHERE active ORDER BY position`,
  });
}

/** What was done to a case so far; with the case's row locked, so that two acts at once see each other. */
export async function pastActs(tx: Transaction, caseId: string): Promise<PastAct[]> {
  await lockCase(tx, caseId);
  return await tx.query<PastAct>({
    name: 'casework-past-acts',
    text: `SELECT kind, instance_id AS "instanceId", key, day::text, reason_code AS "reasonCode",
             ended_at IS NOT NULL AS ended
           FROM casework.case_act WHERE case_id = $1 ORDER BY at`,
    values: [caseId],
  });
}

/** An act as it is kept. */
export interface ActRow {
  readonly caseId: string;
  readonly instanceId: string;
  /** Of the element whose timers carry the term. */
  readonly key: number;
  readonly kind: PastAct['kind'];
  readonly at: Date;
  /** In the installation's time zone. */
  readonly day: string;
  /** Absent: a resident without an account. */
  readonly accountId?: string;
  readonly accountName: string;
  readonly opinion: string;
  readonly reasonCode?: string;
  readonly days?: number;
  readonly dueBefore?: Date;
  readonly dueAfter?: Date;
  /** When a pause ends by itself. */
  readonly until?: Date;
}

export async function insertAct(tx: Transaction, act: ActRow): Promise<void> {
  await tx.query({
    name: 'casework-insert-act',
    text: `INSERT INTO casework.case_act (case_id, instance_id, key, kind, at, day, account_id, account_name, opinion,
             reason_code, days, due_before, due_after, until)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      act.caseId,
      act.instanceId,
      act.key,
      act.kind,
      act.at,
      act.day,
      act.accountId ?? null,
      act.accountName,
      act.opinion,
      act.reasonCode ?? null,
      act.days ?? null,
      act.dueBefore ?? null,
      act.dueAfter ?? null,
      act.until ?? null,
    ],
  });
}

/** Notes that a task's clock runs again. */
export async function endPause(tx: Transaction, step: { instanceId: string; key: number }, at: Date): Promise<void> {
  await tx.query({
    name: 'casework-end-pause',
    text: `UPDATE casework.case_act SET ended_at = $3
           WHERE instance_id = $1 AND key = $2 AND kind = 'suspend' AND ended_at IS NULL`,
    values: [step.instanceId, step.key, at],
  });
}

/** A task whose clock stands. */
export interface Pause {
  readonly id: string;
  readonly instanceId: string;
  readonly key: number;
}

/** Tasks whose clock has stood for as long as it may, page by page in the order of their pauses. */
export async function overduePauses(
  db: Database,
  now: Date,
  page: { readonly after: Pause | undefined; readonly limit: number },
): Promise<Pause[]> {
  return await db.query<Pause>({
    name: 'casework-overdue-pauses',
    text: `SELECT id::text, instance_id AS "instanceId", key FROM casework.case_act
           WHERE kind = 'suspend' AND ended_at IS NULL AND until <= $1 AND id > $2 ORDER BY id LIMIT $3`,
    values: [now, page.after?.id ?? 0, page.limit],
  });
}
