import { isUuid, type Database, type Transaction } from '@lianban/platform';
import type { Box } from '../tasks/inbox.js';

/** A view as it is stored. */
export interface InboxViewRow {
  readonly id: string;
  readonly ownerId: string;
  readonly owner: string;
  readonly box: Box;
  readonly name: string;
  readonly look: unknown;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

const columns = `id, owner_id AS "ownerId", owner_name AS owner, box, name, look, unit_id AS "unitId", unit_name AS "unitName"`;

/** Most views that somebody is shown of others; of their own they have fewer. */
const mostShown = 200;

/** The own views of a box, and those that are shared with one of the units, the own ones first. */
export async function viewsSeenBy(
  database: Database,
  { accountId, units }: { readonly accountId: string; readonly units: readonly string[] },
  box: Box,
): Promise<InboxViewRow[]> {
  return await database.query<InboxViewRow>({
    name: 'casework-inbox-views',
    text: `SELECT ${columns} FROM casework.inbox_view
           WHERE box = $3 AND (owner_id = $1 OR unit_id = ANY($2::text[]))
           ORDER BY owner_id <> $1, name, id LIMIT ${mostShown}`,
    values: [accountId, units, box],
  });
}

/** The view with this id that the person sees, locked until the end of the transaction. */
export async function lockView(
  tx: Transaction,
  { accountId, units }: { readonly accountId: string; readonly units: readonly string[] },
  id: string,
): Promise<InboxViewRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await tx.query<InboxViewRow>({
    name: 'casework-lock-inbox-view',
    text: `SELECT ${columns} FROM casework.inbox_view
           WHERE id = $1 AND (owner_id = $2 OR unit_id = ANY($3::text[])) FOR UPDATE`,
    values: [id, accountId, units],
  });
  return row;
}

/** How many views somebody has. */
export async function countViews(tx: Transaction, accountId: string): Promise<number> {
  const [row] = await tx.query<{ readonly n: number }>({
    name: 'casework-count-inbox-views',
    text: 'SELECT count(*)::integer AS n FROM casework.inbox_view WHERE owner_id = $1',
    values: [accountId],
  });
  return row?.n ?? 0;
}

/** Keeps a view in the place of what was kept of it before. */
export async function keepView(tx: Transaction, view: InboxViewRow, at: Date): Promise<void> {
  await tx.query({
    name: 'casework-keep-inbox-view',
    text: `INSERT INTO casework.inbox_view (id, owner_id, owner_name, box, name, look, unit_id, unit_name, changed_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, look = excluded.look, unit_id = excluded.unit_id,
             unit_name = excluded.unit_name, changed_at = excluded.changed_at`,
    values: [
      view.id,
      view.ownerId,
      view.owner,
      view.box,
      view.name,
      JSON.stringify(view.look),
      view.unitId,
      view.unitName,
      at,
    ],
  });
}

/** Forgets a view. */
export async function deleteView(tx: Transaction, id: string): Promise<void> {
  await tx.query({ text: 'DELETE FROM casework.inbox_view WHERE id = $1', values: [id] });
}
