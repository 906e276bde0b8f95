import type { Database, Transaction } from '@lianban/platform';
import type { Host, ReceptionItem, ReceptionState } from './reception.js';

type Connection = Pick<Database | Transaction, 'query'>;

/** A reception as it is first written. */
export interface NewReception {
  readonly id: string;
  readonly seriesId: string | null;
  readonly unit: { readonly id: string; readonly name: string };
  readonly kind: string;
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly hosts: readonly Host[];
  readonly slotMinutes: number;
  readonly slots: number;
  readonly note: string;
  readonly state: ReceptionState;
  readonly by: string;
  readonly at: Date;
}

/** Writes the receptions of one plan; they differ in id and day only. */
export async function insertReceptions(
  tx: Transaction,
  plan: Omit<NewReception, 'id' | 'day'>,
  days: readonly { readonly id: string; readonly day: string }[],
): Promise<void> {
  await tx.query({
    name: 'outreach-insert-receptions',
    text: `INSERT INTO outreach.reception (id, series_id, unit_id, unit_name, kind_code, day, starts, ends, place, hosts,
             slot_minutes, slots, note, state, planned_by_name, planned_at)
           SELECT id, $2, $3, $4, $5, day, $6, $7, $8, $9, $10, $11, nullif($12, ''), $13, $14, $15
           FROM jsonb_to_recordset($1::jsonb) AS each (id uuid, day date)`,
    values: [
      JSON.stringify(days),
      plan.seriesId,
      plan.unit.id,
      plan.unit.name,
      plan.kind,
      plan.from,
      plan.to,
      plan.place,
      JSON.stringify(plan.hosts),
      plan.slotMinutes,
      plan.slots,
      plan.note,
      plan.state,
      plan.by,
      plan.at,
    ],
  });
}

/** A reception as it is read; the rest of the view stands in other tables or depends on who asks. */
export interface ReceptionRow extends Omit<ReceptionItem, 'dayOff'> {
  readonly unitPath: string;
  readonly slotMinutes: number;
  readonly note: string | null;
  readonly plannedBy: string;
  readonly plannedAt: Date;
}

const columns = `reception.id, series_id AS "seriesId",
  jsonb_build_object('id', unit_id, 'name', unit_name) AS unit, unit.path AS "unitPath",
  jsonb_build_object('code', kind.code, 'name', kind.name) AS kind, to_char(day, 'YYYY-MM-DD') AS day,
  to_char(starts, 'HH24:MI') AS "from", to_char(ends, 'HH24:MI') AS "to", place, hosts, slot_minutes AS "slotMinutes", slots,
  (SELECT count(*)::int FROM outreach.booking
    WHERE reception_id = reception.id AND slot IS NOT NULL AND booking.state <> 'cancelled') AS taken,
  state, reason, note, planned_by_name AS "plannedBy", planned_at AS "plannedAt"`;

const tables = `outreach.reception JOIN outreach.reception_kind kind ON kind.code = kind_code
  JOIN organisation.unit ON unit.id = unit_id`;

/** Which receptions a list shows; without `paths` those that everybody may know of. */
export interface ReceptionFilter {
  /** Beginnings of the paths of units that the reader may see, for LIKE. */
  readonly paths: readonly string[] | undefined;
  readonly from: string | null;
  readonly to: string | null;
  /** Of this unit and those below it. */
  readonly unit: string | null;
  readonly limit: number;
  readonly after: readonly [day: string, from: string, id: string] | undefined;
}

/** One page of receptions in the order of their days. */
export async function findReceptions(db: Connection, filter: ReceptionFilter): Promise<ReceptionRow[]> {
  const [day = null, from = null, id = null] = filter.after ?? [];
  return await db.query<ReceptionRow>({
    name: 'outreach-receptions',
    text: `SELECT ${columns} FROM ${tables}
           WHERE ($1::text[] IS NULL AND state = 'published' OR unit.path LIKE ANY ($1::text[]))
             AND ($2::date IS NULL OR day >= $2) AND ($3::date IS NULL OR day <= $3)
             AND ($4::text IS NULL OR unit.path LIKE (SELECT path FROM organisation.unit WHERE id = $4) || '%')
             AND ($5::date IS NULL OR (day, starts, reception.id) > ($5::date, $6::time, $7::uuid))
           ORDER BY reception.day, starts, reception.id LIMIT $8`,
    values: [filter.paths ?? null, filter.from, filter.to, filter.unit, day, from, id, filter.limit],
  });
}

/** One reception; without `paths` only if everybody may know of it. */
export async function findReception(
  db: Connection,
  id: string,
  paths: readonly string[] | undefined,
): Promise<ReceptionRow | undefined> {
  const [row] = await db.query<ReceptionRow>({
    name: 'outreach-reception',
    text: `SELECT ${columns} FROM ${tables}
           WHERE reception.id = $1 AND ($2::text[] IS NULL AND state = 'published' OR unit.path LIKE ANY ($2::text[]))`,
    values: [id, paths ?? null],
  });
  return row;
}

/** A reception as acts see it. */
export type LockedReception = Pick<
  ReceptionRow,
  | 'id'
  | 'seriesId'
  | 'unit'
  | 'unitPath'
  | 'kind'
  | 'day'
  | 'from'
  | 'place'
  | 'hosts'
  | 'slotMinutes'
  | 'slots'
  | 'state'
>;

const lockedColumns = `reception.id, series_id AS "seriesId", jsonb_build_object('id', unit_id, 'name', unit_name) AS unit,
  unit.path AS "unitPath", jsonb_build_object('code', kind.code, 'name', kind.name) AS kind,
  to_char(day, 'YYYY-MM-DD') AS day, to_char(starts, 'HH24:MI') AS "from", place, hosts, slot_minutes AS "slotMinutes",
  slots, state`;

/**
 * Holds a reception until the end of the transaction: for a change of it, or so that it stays as it is while somebody
 * books, which any number may do at once.
 */
export async function lockReception(
  tx: Transaction,
  id: string,
  mode: 'change' | 'book',
): Promise<LockedReception | undefined> {
  const [row] = await tx.query<LockedReception>({
    name: `outreach-lock-reception-${mode}`,
    text: `SELECT ${lockedColumns} FROM ${tables}
           WHERE reception.id = $1 FOR ${mode === 'change' ? 'NO KEY UPDATE' : 'SHARE'} OF reception`,
    values: [id],
  });
  return row;
}

/** Holds the receptions of a series from a day on that are in one of these states, in the order of their days. */
export async function lockFollowing(
  tx: Transaction,
  { seriesId, day }: { readonly seriesId: string; readonly day: string },
  states: readonly ReceptionState[],
): Promise<LockedReception[]> {
  return await tx.query<LockedReception>({
    name: 'outreach-lock-following',
    text: `SELECT ${lockedColumns} FROM ${tables} WHERE series_id = $1 AND day > $2 AND state = ANY($3)
           ORDER BY reception.day, reception.id FOR NO KEY UPDATE OF reception`,
    values: [seriesId, day, states],
  });
}

/** Lets receptions that are held by this transaction stand so from now on. */
export async function keepState(
  tx: Transaction,
  ids: readonly string[],
  state: ReceptionState,
  reason: string | null = null,
): Promise<void> {
  await tx.query({
    name: 'outreach-reception-state',
    text: 'UPDATE outreach.reception SET state = $2, reason = $3 WHERE id = ANY($1::uuid[])',
    values: [ids, state, reason],
  });
}

/** Keeps what was changed of a reception. */
export async function keepEdit(
  tx: Transaction,
  id: string,
  { place, hosts, note }: { readonly place: string; readonly hosts: readonly Host[]; readonly note: string },
): Promise<void> {
  await tx.query({
    name: 'outreach-edit-reception',
    text: `UPDATE outreach.reception SET place = $2, hosts = $3, note = nullif($4, '') WHERE id = $1`,
    values: [id, place, JSON.stringify(hosts), note],
  });
}

/** Kinds that may be chosen, in the order of the screen. */
export async function receptionKinds(db: Connection): Promise<{ readonly code: string; readonly name: string }[]> {
  return await db.query({
    name: 'outreach-reception-kinds',
    text: 'SELECT code, name FROM outreach.reception_kind WHERE active ORDER BY position, code',
  });
}
