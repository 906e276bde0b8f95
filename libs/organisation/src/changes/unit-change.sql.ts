import type { Database, Transaction } from '@lianban/platform';
import type { UnitChange } from './unit-change.js';

const columns = `id, unit_id AS "unitId", kind, day::text, before, after, reason, set_by AS "setBy", set_at AS "setAt",
  applied_at AS "appliedAt"`;

/** Changes of a unit, also those to come, the latest first; 100 at most. */
export async function changesOf(db: Database, unitId: string): Promise<UnitChange[]> {
  return await db.query<UnitChange>({
    name: 'organisation-changes-of',
    text: `SELECT ${columns} FROM organisation.unit_change WHERE unit_id = $1 AND cancelled_at IS NULL
           ORDER BY set_at DESC, id LIMIT 100`,
    values: [unitId],
  });
}

/** Changes whose day has begun and that not everything has followed, the earliest first, after one. */
export async function dueChanges(
  db: Database,
  today: string,
  { after, limit }: { readonly after: UnitChange | undefined; readonly limit: number },
): Promise<UnitChange[]> {
  return await db.query<UnitChange>({
    name: 'organisation-due-changes',
    text: `SELECT ${columns} FROM organisation.unit_change
           WHERE cancelled_at IS NULL AND done_at IS NULL AND day <= $1::date
             AND ($2::date IS NULL OR (day, set_at, id) > ($2::date, $3::timestamptz, $4::uuid))
           ORDER BY day, set_at, id LIMIT $5`,
    values: [today, after?.day ?? null, after?.setAt ?? null, after?.id ?? null, limit],
  });
}

/** Fails on a second one that is to come for the same unit by `unit_change_planned`. */
export async function insertChange(tx: Transaction, change: UnitChange): Promise<void> {
  const { id, unitId, kind, day, before, after, reason, setBy, setAt } = change;
  await tx.query({
    name: 'organisation-insert-change',
    text: `INSERT INTO organisation.unit_change (id, unit_id, kind, day, before, after, reason, set_by, set_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [id, unitId, kind, day, before, after, reason, JSON.stringify(setBy), setAt],
  });
}

/** Takes back what is still to come; whether there was something. */
export async function cancelChange(tx: Transaction, unitId: string, now: Date): Promise<boolean> {
  const cancelled = await tx.query({
    name: 'organisation-cancel-change',
    text: `UPDATE organisation.unit_change SET cancelled_at = $2
           WHERE unit_id = $1 AND cancelled_at IS NULL AND applied_at IS NULL RETURNING id`,
    values: [unitId, now],
  });
  return cancelled.length > 0;
}

/** Marks a change as holding; false where another process was quicker, or it was taken back. */
export async function takeChange(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const taken = await tx.query({
    name: 'organisation-take-change',
    text: `UPDATE organisation.unit_change SET applied_at = $2
           WHERE id = $1 AND cancelled_at IS NULL AND applied_at IS NULL RETURNING id`,
    values: [id, now],
  });
  return taken.length > 0;
}

/** Marks as done what holds since then. */
export async function finishChange(db: Database, id: string, heldBy: Date, now: Date): Promise<void> {
  await db.query({
    name: 'organisation-finish-change',
    text: 'UPDATE organisation.unit_change SET done_at = $3 WHERE id = $1 AND done_at IS NULL AND applied_at <= $2',
    values: [id, heldBy, now],
  });
}
