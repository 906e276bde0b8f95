import type { Database, Transaction } from '@lianban/platform';
import type { ScreenLink } from './screen-link.js';

/** Links, the newest first; 200 at most. */
export async function screenLinks(db: Database): Promise<ScreenLink[]> {
  return await db.query<ScreenLink>({
    name: 'casework-screen-links',
    text: `SELECT link.id, link.name, unit.name AS unit, until::text, made_by_name AS "madeBy",
             to_char(made_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "madeAt",
             ended_by_name AS "endedBy",
             to_char(ended_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "endedAt"
           FROM casework.screen_link link JOIN organisation.unit ON unit.id = link.unit_id
           ORDER BY made_at DESC, link.id LIMIT 200`,
  });
}

/** A link that is to be. */
export interface NewLink {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly tokenHash: Buffer;
  readonly until: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Date;
}

/** Writes a link; false where another one has its token. */
export async function insertLink(
  tx: Transaction,
  { id, name, unitId, tokenHash, until, by, at }: NewLink,
): Promise<boolean> {
  const made = await tx.query({
    name: 'casework-insert-screen-link',
    text: `INSERT INTO casework.screen_link (id, name, unit_id, token_hash, until, made_by, made_by_name, made_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (token_hash) DO NOTHING RETURNING id`,
    values: [id, name, unitId, tokenHash, until, by.id, by.name, at],
  });
  return made.length > 0;
}

/** Ends a link; whether there was one that worked. */
export async function endLink(
  tx: Transaction,
  id: string,
  by: { readonly name: string; readonly at: Date },
): Promise<boolean> {
  const ended = await tx.query({
    name: 'casework-end-screen-link',
    text: `UPDATE casework.screen_link SET ended_at = $2, ended_by_name = $3
           WHERE id = $1 AND ended_at IS NULL RETURNING id`,
    values: [id, by.at, by.name],
  });
  return ended.length > 0;
}

/** The unit whose figures a token reads today, and its path. */
export async function unitOfToken(
  db: Database,
  tokenHash: Buffer,
  today: string,
): Promise<{ readonly id: string; readonly path: string } | undefined> {
  const [unit] = await db.query<{ id: string; path: string }>({
    name: 'casework-screen-of-token',
    text: `SELECT unit.id, unit.path FROM casework.screen_link link JOIN organisation.unit ON unit.id = link.unit_id
           WHERE token_hash = $1 AND ended_at IS NULL AND until >= $2::date AND unit.valid_to IS NULL`,
    values: [tokenHash, today],
  });
  return unit;
}
