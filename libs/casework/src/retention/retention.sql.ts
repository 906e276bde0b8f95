import type { Database, Transaction } from '@lianban/platform';
import { actLimitOf } from '../acts/act-limit.sql.js';
import { sealedMediation } from '../sealing/sealed-tables.js';
import type { LegalHoldView, RetentionOfKind } from './retention.js';

const usual = actLimitOf('retention-months');
const months = `coalesce(kind.retain_months, ${usual})`;
const endOf = `file.closed_at + make_interval(months => ${months})`;
const isHeld = 'EXISTS (SELECT FROM casework.legal_hold WHERE case_id = file.id)';
const withKinds = 'casework.case_file file LEFT JOIN casework.case_kind kind ON kind.code = file.kind_code';

/** A case whose personal data are to go. */
export interface DueCase {
  readonly id: string;
  readonly code: string;
  readonly category: string | null;
}

/**
 * Some ended cases whose term is over, the longest first, held until the end of the transaction. What goes on beside a
 * case, and the open case with which it is handled, still need it.
 */
export async function lockDueCases(tx: Transaction, now: Date, limit: number): Promise<DueCase[]> {
  return await tx.query<DueCase>({
    name: 'casework-retention-due',
    text: `SELECT file.id, file.code, (SELECT name FROM casework.category WHERE code = file.category_code) AS category
           FROM ${withKinds}
           WHERE file.state <> 'open' AND file.anonymised_at IS NULL AND ${endOf} < $1 AND NOT ${isHeld}
             AND NOT EXISTS (SELECT FROM casework.side_process WHERE case_id = file.id AND ended_at IS NULL)
             AND NOT EXISTS (SELECT FROM casework.case_file main WHERE main.id = file.merged_into AND main.state = 'open')
           ORDER BY file.closed_at, file.id LIMIT $2 FOR NO KEY UPDATE OF file SKIP LOCKED`,
    values: [now, limit],
  });
}

/** A case without its resident. */
export interface BlankCase {
  readonly id: string;
  readonly title: string;
  readonly terms: readonly string[];
}

/**
 * Takes from cases who asked, where, and what residents and the staff wrote of them. What is counted stays: topic, units,
 * times, outcomes, grades, and by an index without a name which cases came from the same telephone.
 */
export async function blankCases(tx: Transaction, cases: readonly BlankCase[], text: string, at: Date): Promise<void> {
  const ids = cases.map(({ id }) => id);
  await tx.query({
    name: 'casework-blank-cases',
    text: `UPDATE casework.case_file file SET title = blank.title, text = $2, address = NULL, resident_name = NULL,
             resident_phone = NULL, resident_name_masked = NULL, resident_phone_masked = NULL, sealed_with = NULL,
             sms_consent = false, reply = CASE WHEN reply IS NOT NULL THEN $2 END, query_code = gen_random_uuid()::text,
             search_terms = ARRAY(SELECT jsonb_array_elements_text(blank.terms)), anonymised_at = $3
           FROM jsonb_to_recordset($1::jsonb) AS blank (id uuid, title text, terms jsonb) WHERE file.id = blank.id`,
    values: [JSON.stringify(cases), text, at],
  });
  await tx.query({
    name: 'casework-blank-mediations',
    text: `UPDATE ${sealedMediation.name} SET parties = '[]', agreement = CASE WHEN agreement IS NOT NULL THEN $2 END,
             duties = '[]', paper_id = NULL, sealed_with = NULL
           WHERE id IN (SELECT id FROM casework.side_process WHERE case_id = ANY($1::uuid[]))`,
    values: [ids, text],
  });
  for (const [name, change] of blanks)
    await tx.query({
      name: `casework-blank-${name}`,
      text: `UPDATE casework.${name} SET ${change} WHERE case_id = ANY($1::uuid[])`,
      values: [ids, text],
    });
  await tx.query({
    name: 'casework-blank-attachment',
    text: `UPDATE casework.attachment SET name = $2, removed_at = coalesce(removed_at, $3) WHERE case_id = ANY($1::uuid[])`,
    values: [ids, text, at],
  });
}

/** What stands beside a case in the words of residents, or of staff that spoke with them. */
const blanks = [
  ['contact', 'text = $2'],
  ['paper', 'name = $2'],
  ['paper_notice', 'items = ARRAY[$2::text], text = NULL'],
  ['proxy', 'mandate = $2, result = CASE WHEN result IS NOT NULL THEN $2 END'],
  ['rating', 'opinion = CASE WHEN opinion IS NOT NULL THEN $2 END'],
] as const;

/** Contents that lie there only for cases whose personal data are gone. */
export async function contentsToRemove(db: Database, limit: number): Promise<readonly string[]> {
  const rows = await db.query<{ sha256: string }>({
    name: 'casework-contents-to-remove',
    text: `SELECT DISTINCT sha256 FROM casework.attachment JOIN casework.case_file file ON file.id = case_id
           WHERE removed_at IS NOT NULL AND content_removed_at IS NULL AND anonymised_at IS NOT NULL LIMIT $1`,
    values: [limit],
  });
  return rows.map(({ sha256 }) => sha256);
}

/** Which of these contents another case needs, also one off which the file was taken. */
export async function contentsInCases(db: Database, contents: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ sha256: string }>({
    name: 'casework-contents-in-cases',
    text: `SELECT DISTINCT sha256 FROM casework.attachment JOIN casework.case_file file ON file.id = case_id
           WHERE sha256 = ANY($1::text[]) AND anonymised_at IS NULL`,
    values: [contents],
  });
  return rows.map(({ sha256 }) => sha256);
}

/** Keeps that contents were looked at, and removed where nobody else needs them. */
export async function markContentsRemoved(db: Database, contents: readonly string[], at: Date): Promise<void> {
  await db.query({
    name: 'casework-contents-removed',
    text: `UPDATE casework.attachment SET content_removed_at = $2 FROM casework.case_file file
           WHERE file.id = case_id AND sha256 = ANY($1::text[]) AND content_removed_at IS NULL AND anonymised_at IS NOT NULL`,
    values: [contents, at],
  });
}

/** For how long each kind keeps its data, and what is due now and in thirty days. */
export async function retentionOfKinds(db: Database, now: Date): Promise<RetentionOfKind[]> {
  return await db.query<RetentionOfKind>({
    name: 'casework-retention-of-kinds',
    text: `WITH ended AS (
             SELECT kind_code, anonymised_at IS NOT NULL AS gone, ${endOf} AS until, ${isHeld} AS held
             FROM ${withKinds} WHERE file.state <> 'open'),
           counted AS (
             SELECT kind_code, count(*) FILTER (WHERE gone)::int AS gone,
               count(*) FILTER (WHERE NOT gone AND until < $1 AND NOT held)::int AS due,
               count(*) FILTER (WHERE NOT gone AND until < $1 AND held)::int AS held,
               count(*) FILTER (WHERE NOT gone AND until >= $1 AND until < $1 + interval '30 days' AND NOT held)::int AS soon
             FROM ended GROUP BY kind_code)
           SELECT CASE WHEN kind.code IS NOT NULL THEN jsonb_build_object('code', kind.code, 'name', kind.name) END AS kind,
             ${months} AS months, coalesce(due, 0) AS due, coalesce(soon, 0) AS soon, coalesce(held, 0) AS held,
             coalesce(gone, 0) AS gone
           FROM casework.case_kind kind FULL JOIN counted ON kind.code = kind_code
           WHERE counted.kind_code IS NOT NULL OR counted.gone IS NOT NULL OR kind.active
           ORDER BY kind.position NULLS FIRST, kind.code`,
    values: [now],
  });
}

/** The hold on a case. */
export async function findHold(tx: Pick<Transaction, 'query'>, caseId: string): Promise<LegalHoldView | undefined> {
  const [row] = await tx.query<Omit<LegalHoldView, 'at'> & { readonly at: Date }>({
    name: 'casework-legal-hold',
    text: 'SELECT reason, by_name AS by, at FROM casework.legal_hold WHERE case_id = $1',
    values: [caseId],
  });
  return row && { ...row, at: row.at.toISOString() };
}

export async function insertHold(
  tx: Transaction,
  hold: { readonly caseId: string; readonly reason: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.query({
    name: 'casework-insert-legal-hold',
    text: 'INSERT INTO casework.legal_hold (case_id, reason, by_name, at) VALUES ($1, $2, $3, $4)',
    values: [hold.caseId, hold.reason, hold.by, hold.at],
  });
}

export async function deleteHold(tx: Transaction, caseId: string): Promise<void> {
  await tx.query({
    name: 'casework-delete-legal-hold',
    text: 'DELETE FROM casework.legal_hold WHERE case_id = $1',
    values: [caseId],
  });
}
