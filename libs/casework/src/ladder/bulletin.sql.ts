import type { Database, Transaction } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import type { BulletinIssue, BulletinState } from './bulletin.js';
import type { LadderUnit } from './ladder.js';
import type { OutcomeScope } from './outcome-access.service.js';

/** A bulletin as the system drafts it. */
export interface NewBulletin {
  readonly id: string;
  readonly caseId: string;
  readonly stage: string;
  readonly unit: LadderUnit;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
}

export async function insertBulletin(tx: Transaction, draft: NewBulletin): Promise<void> {
  await tx.query({
    name: 'casework-insert-bulletin',
    text: `INSERT INTO casework.bulletin (id, case_id, stage, unit_id, unit_name, title, text, drafted_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [draft.id, draft.caseId, draft.stage, draft.unit.id, draft.unit.name, draft.title, draft.text, draft.at],
  });
}

/** A bulletin as it stands, with its unit's path. */
export interface BulletinRow {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unit: string;
  readonly path: string;
  readonly state: BulletinState;
  readonly title: string;
  readonly text: string;
  readonly draftedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly answer: string | null;
}

const select = `SELECT bulletin.id, case_id AS "caseId", file.code, file.title AS "caseTitle",
    bulletin.unit_id AS "unitId", bulletin.unit_name AS unit, unit.path, bulletin.state, bulletin.title, bulletin.text,
    drafted_at AS "draftedAt", decided_by_name AS "decidedBy", decided_at AS "decidedAt", reason,
    acknowledged_by_name AS "acknowledgedBy", acknowledged_at AS "acknowledgedAt", answer
  FROM casework.bulletin JOIN casework.case_file file ON file.id = case_id
    JOIN organisation.unit ON unit.id = bulletin.unit_id`;

/** Bulletins that a scope reaches, the newest first. */
export async function findBulletins(
  db: Database,
  scope: OutcomeScope,
  query: {
    readonly unit: string | null;
    readonly state: BulletinState | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly timeZone: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<BulletinRow[]> {
  return await db.query<BulletinRow>({
    name: 'casework-bulletins',
    text: `${select}
           WHERE (unit.path LIKE ANY($1::text[]) OR unit.path LIKE ANY($2::text[])
               AND bulletin.state IN ('issued', 'acknowledged'))
             AND ($3::text IS NULL OR bulletin.unit_id = $3) AND ($4::text IS NULL OR bulletin.state = $4)
             AND ($5::date IS NULL OR drafted_at >= $5::date::timestamp AT TIME ZONE $7)
             AND ($6::date IS NULL OR drafted_at < ($6::date + 1)::timestamp AT TIME ZONE $7)
             AND ($8::uuid IS NULL OR bulletin.id < $8)
             AND ${notRecused('file.id', '$10')}
           ORDER BY bulletin.id DESC LIMIT $9`,
    values: [
      scope.supervised,
      scope.answered,
      query.unit,
      query.state,
      query.from,
      query.to,
      query.timeZone,
      query.after,
      query.limit,
      scope.accountId,
    ],
  });
}

/** A bulletin that a scope reaches. */
export async function findBulletin(db: Database, scope: OutcomeScope, id: string): Promise<BulletinRow | undefined> {
  const [row] = await db.query<BulletinRow>({
    name: 'casework-bulletin',
    text: `${select}
           WHERE bulletin.id = $3 AND (unit.path LIKE ANY($1::text[]) OR unit.path LIKE ANY($2::text[])
             AND bulletin.state IN ('issued', 'acknowledged')) AND ${notRecused('file.id', '$4')}`,
    values: [scope.supervised, scope.answered, id, scope.accountId],
  });
  return row;
}

/** Who did it, and when. */
export interface Signature {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
}

/** Issues a draft in these words, or drops it for a reason; false where it is no draft any more. */
export async function decideBulletin(
  tx: Transaction,
  id: string,
  by: Signature,
  decision: { readonly words: BulletinIssue } | { readonly reason: string },
): Promise<boolean> {
  const words = 'words' in decision ? decision.words : undefined;
  const rows = await tx.query({
    name: 'casework-decide-bulletin',
    text: `UPDATE casework.bulletin SET state = $5, title = coalesce($6, title), text = coalesce($7, text), reason = $8,
             decided_by = $2, decided_by_name = $3, decided_at = $4
           WHERE id = $1 AND state = 'draft' RETURNING 1`,
    values: [
      id,
      by.id,
      by.name,
      by.at,
      words ? 'issued' : 'dropped',
      words?.title ?? null,
      words?.text ?? null,
      'reason' in decision ? decision.reason : null,
    ],
  });
  return rows.length > 0;
}

/** Keeps that the unit has read it; false where it is not issued, or was read before. */
export async function acknowledgeBulletin(
  tx: Transaction,
  id: string,
  by: Signature,
  answer: string,
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-acknowledge-bulletin',
    text: `UPDATE casework.bulletin SET state = 'acknowledged', acknowledged_by = $2, acknowledged_by_name = $3,
             acknowledged_at = $4, answer = nullif($5, '')
           WHERE id = $1 AND state = 'issued' RETURNING 1`,
    values: [id, by.id, by.name, by.at, answer],
  });
  return rows.length > 0;
}
