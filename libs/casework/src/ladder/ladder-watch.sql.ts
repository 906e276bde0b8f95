import type { Database, Statement, Transaction } from '@lianban/platform';

/** Lets the ladder look at a case anew, because something happened to it. The caller has the case locked. */
export function wakeLadder(caseId: string, at: Date): Statement {
  return {
    name: 'casework-ladder-wake',
    text: `INSERT INTO casework.ladder_watch (case_id, look_at) VALUES ($1, $2)
           ON CONFLICT (case_id) DO UPDATE SET look_at = least(ladder_watch.look_at, excluded.look_at)`,
    values: [caseId, at],
  };
}

/**
 * Lets the ladder look at every case anew, because a rung was changed: also at one that is due already, for which a
 * worker may be about to say when it looks next by the rung as it was. In the order of ids, as two changes may meet.
 */
export async function wakeAll(tx: Transaction, at: Date): Promise<void> {
  await tx.query({
    name: 'casework-ladder-wake-all',
    text: `UPDATE casework.ladder_watch SET look_at = least(look_at, $1) WHERE case_id IN (
             SELECT case_id FROM casework.ladder_watch ORDER BY case_id FOR UPDATE)`,
    values: [at],
  });
}

/** A case that is to be looked at; `mark` is its place in the order. */
export interface WatchedCase {
  readonly caseId: string;
  readonly mark: string;
}

/** Cases that are to be looked at by now, page by page, those that have waited longest first. */
export async function watchedCases(
  db: Database,
  now: Date,
  page: { readonly after: WatchedCase | undefined; readonly limit: number },
): Promise<WatchedCase[]> {
  return await db.query<WatchedCase>({
    name: 'casework-ladder-watched',
    text: `SELECT case_id AS "caseId", look_at::text AS mark FROM casework.ladder_watch
           WHERE look_at <= $1 AND (look_at, case_id) > (coalesce($2::timestamptz, '-infinity'),
             coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
           ORDER BY look_at, case_id LIMIT $4`,
    values: [now, page.after?.mark ?? null, page.after?.caseId ?? null, page.limit],
  });
}

/** Locks a case that is still to be looked at; false where another process has it or has looked. */
export async function takeWatched(tx: Transaction, caseId: string, now: Date): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-ladder-take',
    text: `SELECT FROM casework.case_file file JOIN casework.ladder_watch watch ON watch.case_id = file.id
           WHERE file.id = $1 AND watch.look_at <= $2 FOR UPDATE OF file, watch SKIP LOCKED`,
    values: [caseId, now],
  });
  return rows.length > 0;
}

/** Says when a case is looked at next; one that is over and has nothing to come is watched no longer. */
export async function setLook(
  tx: Transaction,
  caseId: string,
  { lookAt, open }: { readonly lookAt: Date | null; readonly open: boolean },
): Promise<void> {
  if (lookAt === null && !open)
    await tx.query({
      name: 'casework-ladder-unwatch',
      text: 'DELETE FROM casework.ladder_watch WHERE case_id = $1',
      values: [caseId],
    });
  else
    await tx.query({
      name: 'casework-ladder-look',
      text: 'UPDATE casework.ladder_watch SET look_at = $2 WHERE case_id = $1',
      values: [caseId, lookAt],
    });
}

/** Keeps that a rung was climbed; false where it was before. */
export async function insertClimb(
  tx: Transaction,
  climb: {
    readonly caseId: string;
    readonly code: string;
    readonly stage: string;
    readonly unitId: string;
    readonly at: Date;
    readonly covered: boolean;
  },
): Promise<boolean> {
  const rows = await tx.query({
    name: 'casework-ladder-climb',
    text: `INSERT INTO casework.ladder_climb (case_id, rung_code, stage, unit_id, at, covered)
           VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1`,
    values: [climb.caseId, climb.code, climb.stage, climb.unitId, climb.at, climb.covered],
  });
  return rows.length > 0;
}

/** Keeps of a rung that was climbed that it needed no act. */
export async function coverClimb(
  tx: Transaction,
  { caseId, code, stage }: { readonly caseId: string; readonly code: string; readonly stage: string },
): Promise<void> {
  await tx.query({
    name: 'casework-ladder-cover',
    text: 'UPDATE casework.ladder_climb SET covered = true WHERE case_id = $1 AND rung_code = $2 AND stage = $3',
    values: [caseId, code, stage],
  });
}
