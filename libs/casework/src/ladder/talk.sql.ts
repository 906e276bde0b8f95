import type { Database, Transaction } from '@lianban/platform';
import { notRecused } from '../recusals/recusal.sql.js';
import type { Signature } from './bulletin.sql.js';
import type { LadderUnit } from './ladder.js';
import type { OutcomeScope } from './outcome-access.service.js';
import type { TalkCause, TalkRecord, TalkState } from './talk.js';

/** A talk as the system plans it. */
export interface NewTalk {
  readonly id: string;
  readonly caseId: string;
  readonly unit: LadderUnit;
  readonly cause: TalkCause;
  readonly reason: string;
  readonly at: Date;
  readonly mendBy: string;
}

/** False where the unit is to be talked to already because it was named too often. */
export async function insertTalk(tx: Transaction, talk: NewTalk): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-insert-talk',
    text: `INSERT INTO casework.talk (id, case_id, unit_id, unit_name, cause, reason, planned_at, mend_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
    values: [talk.id, talk.caseId, talk.unit.id, talk.unit.name, talk.cause, talk.reason, talk.at, talk.mendBy],
  });
  return rows.length > 0;
}

/** A talk as it stands, with its unit's path. */
export interface TalkRow {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly caseTitle: string;
  readonly unitId: string;
  readonly unit: string;
  readonly path: string;
  readonly cause: TalkCause;
  readonly state: TalkState;
  readonly reason: string;
  readonly plannedAt: Date;
  readonly mendBy: string;
  readonly heldAt: Date | null;
  readonly heldBy: string | null;
  readonly attended: string | null;
  readonly agreed: string | null;
  readonly acknowledgedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly answer: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly ending: string | null;
}

const select = `SELECT talk.id, case_id AS "caseId", file.code, file.title AS "caseTitle", talk.unit_id AS "unitId",
    talk.unit_name AS unit, unit.path, cause, talk.state, reason, planned_at AS "plannedAt", mend_by::text AS "mendBy",
    held_at AS "heldAt", held_by_name AS "heldBy", attended, agreed, acknowledged_by_name AS "acknowledgedBy",
    acknowledged_at AS "acknowledgedAt", answer, ended_by_name AS "endedBy", ended_at AS "endedAt", ending
  FROM casework.talk JOIN casework.case_file file ON file.id = case_id
    JOIN organisation.unit ON unit.id = talk.unit_id`;

/** Talks that a scope reaches, the newest first; `late`: those whose day is over without that it is mended. */
export async function findTalks(
  db: Database,
  scope: OutcomeScope,
  query: {
    readonly unit: string | null;
    readonly state: TalkState | 'late' | null;
    readonly from: string | null;
    readonly to: string | null;
    readonly timeZone: string;
    readonly today: string;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<TalkRow[]> {
  return await db.query<TalkRow>({
    name: 'casework-talks',
    text: `${select}
           WHERE (unit.path LIKE ANY($1::text[]) OR unit.path LIKE ANY($2::text[]) AND talk.state <> 'dropped')
             AND ($3::text IS NULL OR talk.unit_id = $3)
             AND ($4::text IS NULL OR talk.state = $4
               OR $4 = 'late' AND talk.state IN ('held', 'acknowledged') AND mend_by < $10::date)
             AND ($5::date IS NULL OR planned_at >= $5::date::timestamp AT TIME ZONE $7)
             AND ($6::date IS NULL OR planned_at < ($6::date + 1)::timestamp AT TIME ZONE $7)
             AND ($8::uuid IS NULL OR talk.id < $8)
             AND ${notRecused('file.id', '$11')}
           ORDER BY talk.id DESC LIMIT $9`,
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
      query.today,
      scope.accountId,
    ],
  });
}

/** A talk that a scope reaches. */
export async function findTalk(db: Database, scope: OutcomeScope, id: string): Promise<TalkRow | undefined> {
  const [row] = await db.query<TalkRow>({
    name: 'casework-talk',
    text: `${select}
           WHERE talk.id = $3
             AND (unit.path LIKE ANY($1::text[]) OR unit.path LIKE ANY($2::text[]) AND talk.state <> 'dropped')
             AND ${notRecused('file.id', '$4')}`,
    values: [scope.supervised, scope.answered, id, scope.accountId],
  });
  return row;
}

/** Keeps what came of a talk; false where it was held or dropped before. */
export async function recordTalk(tx: Transaction, id: string, by: Signature, record: TalkRecord): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-record-talk',
    text: `UPDATE casework.talk SET state = 'held', held_at = $4, held_by = $2, held_by_name = $3, attended = $5,
             agreed = $6, mend_by = $7
           WHERE id = $1 AND state = 'planned' RETURNING 1`,
    values: [id, by.id, by.name, record.heldAt, record.attended, record.agreed, record.mendBy],
  });
  return rows.length > 0;
}

/** Keeps that the unit has read it; false where it was not held, or was read before. */
export async function acknowledgeTalk(tx: Transaction, id: string, by: Signature, answer: string): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-acknowledge-talk',
    text: `UPDATE casework.talk SET state = 'acknowledged', acknowledged_by = $2, acknowledged_by_name = $3,
             acknowledged_at = $4, answer = nullif($5, '')
           WHERE id = $1 AND state = 'held' RETURNING 1`,
    values: [id, by.id, by.name, by.at, answer],
  });
  return rows.length > 0;
}

/** Ends a talk: what was found is mended, or it was dropped before it was held; false where it does not stand so. */
export async function endTalk(
  tx: Transaction,
  id: string,
  by: Signature,
  { state, ending }: { readonly state: 'mended' | 'dropped'; readonly ending: string },
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-end-talk',
    text: `UPDATE casework.talk SET state = $5, ended_by = $2, ended_by_name = $3, ended_at = $4, ending = $6
           WHERE id = $1 AND state = ANY(CASE WHEN $5 = 'dropped' THEN ARRAY['planned'] ELSE ARRAY['held', 'acknowledged'] END)
           RETURNING 1`,
    values: [id, by.id, by.name, by.at, state, ending],
  });
  return rows.length > 0;
}
