import type { Database, Transaction } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { AgendaCase, RecordKind, SignedRecord, UnitWork } from './unit-record.js';

/** What a unit did on each day of a month, in the installation's time zone; a day without anything is missing. */
export async function workByDay(
  db: Database,
  { unitId, month, timeZone }: { readonly unitId: string; readonly month: string; readonly timeZone: string },
): Promise<ReadonlyMap<string, UnitWork>> {
  const rows = await db.query<UnitWork & { readonly day: string }>({
    name: 'casework-unit-work',
    text: `WITH bounds AS (
        SELECT ($2 || '-01')::timestamp AT TIME ZONE $3 AS since,
          (($2 || '-01')::date + interval '1 month')::timestamp AT TIME ZONE $3 AS until),
      done AS (
        SELECT 'registered' AS what, file.received_at AS at FROM bounds, casework.involvement seen
          JOIN casework.case_file file ON file.id = seen.case_id
        WHERE seen.unit_id = $1 AND seen.received_at >= since AND seen.received_at < until AND file.first_unit_id = $1
        UNION ALL
        SELECT CASE state WHEN 'done' THEN 'handled' ELSE 'lapsed' END, finished_at FROM bounds, casework.step
        WHERE unit_id = $1 AND state IN ('done', 'lapsed') AND finished_at >= since AND finished_at < until AND ${isOwnStep})
      SELECT to_char(at AT TIME ZONE $3, 'YYYY-MM-DD') AS day,
        count(*) FILTER (WHERE what = 'registered')::int AS registered,
        count(*) FILTER (WHERE what = 'handled')::int AS handled,
        count(*) FILTER (WHERE what = 'lapsed')::int AS lapsed
      FROM done GROUP BY 1`,
    values: [unitId, month, timeZone],
  });
  return new Map(rows.map(({ day, ...work }) => [day, work]));
}

/** The records of a unit in a month, by kind and period. */
export async function recordsOf(
  db: Database,
  unitId: string,
  month: string,
): Promise<{ readonly kind: RecordKind; readonly period: string; readonly record: SignedRecord }[]> {
  const rows = await db.query<RecordRow>({
    name: 'casework-unit-records',
    text: `SELECT kind, period, counts, remark, signed_by_name AS "signedBy", signed_at AS "signedAt",
             received_by_name AS "receivedBy", received_at AS "receivedAt"
           FROM casework.unit_record WHERE unit_id = $1 AND period >= $2 AND period < $2 || '~'`,
    values: [unitId, month],
  });
  return rows.map(({ kind, period, signedAt, receivedAt, ...record }) => ({
    kind,
    period,
    record: { ...record, signedAt: signedAt.toISOString(), receivedAt: receivedAt?.toISOString() ?? null },
  }));
}

interface RecordRow extends Omit<SignedRecord, 'signedAt' | 'receivedAt'> {
  readonly kind: RecordKind;
  readonly period: string;
  readonly signedAt: Date;
  readonly receivedAt: Date | null;
}

/** Keeps a record; what was signed before for the period is replaced, until the unit above has read it. */
export async function keepRecord(
  tx: Transaction,
  record: {
    readonly unitId: string;
    readonly kind: RecordKind;
    readonly period: string;
    readonly counts: UnitWork;
    readonly remark: string;
    readonly by: { readonly id: string; readonly name: string };
    readonly at: Date;
  },
): Promise<boolean> {
  const { unitId, kind, period, counts, remark, by, at } = record;
  const kept = await tx.query({
    text: `INSERT INTO casework.unit_record AS old (unit_id, kind, period, counts, remark, signed_by, signed_by_name, signed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
           ON CONFLICT (unit_id, kind, period) DO UPDATE SET counts = $4, remark = $5, signed_by = $6,
             signed_by_name = $7, signed_at = $8 WHERE old.received_at IS NULL RETURNING old.period`,
    values: [unitId, kind, period, JSON.stringify(counts), remark, by.id, by.name, at],
  });
  return kept.length > 0;
}

/** Keeps that the unit above has read a report; false where there is none, or it was read before. */
export async function keepReceipt(
  tx: Transaction,
  { unitId, month, by, at }: { unitId: string; month: string; by: string; at: Date },
): Promise<boolean> {
  const kept = await tx.query({
    text: `UPDATE casework.unit_record SET received_by_name = $3, received_at = $4
           WHERE unit_id = $1 AND kind = 'report' AND period = $2 AND received_at IS NULL RETURNING period`,
    values: [unitId, month, by, at],
  });
  return kept.length > 0;
}

/** Open cases of a unit as a person may know them, the earliest due first. */
export async function agendaOf(
  db: Database,
  { unitId, accountId, now }: { readonly unitId: string; readonly accountId: string; readonly now: Date },
): Promise<AgendaCase[]> {
  const rows = await db.query<Omit<AgendaCase, 'dueAt'> & { readonly dueAt: Date | null }>({
    name: 'casework-unit-agenda',
    text: `SELECT file.id, file.code, file.title, step.name AS step, step.due_at AS "dueAt", due_sort < $2 AS late
           FROM casework.involvement seen JOIN casework.case_file file ON file.id = seen.case_id
             JOIN casework.step ON step.case_id = file.id AND step.state = 'open' AND step.unit_id = $1
           WHERE seen.unit_id = $1 AND seen.state = 'open' AND ${notRecused('file.id', '$3')} ORDER BY due_sort, file.id LIMIT 50`,
    values: [unitId, now, accountId],
  });
  return rows.map(({ dueAt, ...row }) => ({ ...row, dueAt: dueAt?.toISOString() ?? null }));
}
