import type { Database, Transaction } from '@lianban/platform';
import type { ApiToken } from './api-token.js';

type Runner = Pick<Database, 'query'>;

/** A token to be stored, by its hash. */
interface ApiTokenRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly hash: Buffer;
  readonly start: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly expiresAt: Date;
}

/** Stores a token; false where one with this id is there. */
export async function insertApiToken(tx: Transaction, row: ApiTokenRow): Promise<boolean> {
  const inserted = await tx.query({
    name: 'identity-insert-api-token',
    text: `INSERT INTO identity.api_token (id, account_id, name, scopes, token_hash, start, created_at, created_by, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
    values: [
      row.id,
      row.accountId,
      row.name,
      row.scopes,
      row.hash,
      row.start,
      row.createdAt,
      row.createdBy,
      row.expiresAt,
    ],
  });
  return inserted.length > 0;
}

/** How many live tokens an account has. Whoever makes another for it waits. */
export async function countLiveApiTokens(tx: Transaction, accountId: string, now: Date): Promise<number> {
  await tx.query({
    name: 'identity-lock-api-tokens',
    text: 'SELECT FROM identity.account WHERE id = $1 FOR NO KEY UPDATE',
    values: [accountId],
  });
  const [row] = await tx.query<{ count: number }>({
    name: 'identity-count-api-tokens',
    text: `SELECT count(*)::int FROM identity.api_token
           WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2`,
    values: [accountId, now],
  });
  return row?.count ?? 0;
}

/** What a live token allows; the day of its use is written once a day. */
export async function findApiToken(
  runner: Runner,
  hash: Buffer,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): Promise<{ id: string; accountId: string; start: string; scopes: string[]; perMinute: number } | undefined> {
  const [row] = await runner.query<{
    id: string;
    accountId: string;
    start: string;
    scopes: string[];
    perMinute: number;
  }>({
    name: 'identity-api-token',
    text: `WITH live AS (
               SELECT id, account_id, start, scopes, used_on, ($2::timestamptz AT TIME ZONE $3::text)::date AS today
               FROM identity.api_token WHERE token_hash = $1 AND expires_at > $2 AND revoked_at IS NULL
             ), used AS (
               UPDATE identity.api_token AS token SET used_on = live.today
               FROM live WHERE token.id = live.id AND live.used_on IS DISTINCT FROM live.today
             )
             SELECT live.id, account_id AS "accountId", start, scopes, api_token_per_minute AS "perMinute"
             FROM live CROSS JOIN identity.sign_in_policy`,
    values: [hash, now, timeZone],
  });
  return row;
}

/** A page of tokens, the newest first: one's own, or all. */
export async function listApiTokens(
  runner: Runner,
  asked: {
    readonly accountId?: string | undefined;
    readonly now: Date;
    readonly mark: readonly [at: string, id: string] | undefined;
    readonly limit: number;
  },
): Promise<(ApiToken & { mark: string })[]> {
  const rows = await runner.query<
    Omit<ApiToken, 'createdAt' | 'expiresAt'> & { createdAt: Date; expiresAt: Date; mark: string }
  >({
    name: 'identity-api-tokens',
    text: `SELECT token.id, token.name, start, scopes, token.created_at AS "createdAt", token.created_at::text AS mark,
             maker.display_name AS "createdBy", expires_at AS "expiresAt", used_on::text AS "usedOn",
             json_build_object('id', owner.id, 'name', owner.display_name, 'username', owner.username) AS account,
             CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= $2 THEN 'expired' ELSE 'live' END AS state
           FROM identity.api_token AS token
           JOIN identity.account AS owner ON owner.id = token.account_id
           JOIN identity.account AS maker ON maker.id = token.created_by
           WHERE ($1::uuid IS NULL OR token.account_id = $1)
             AND ($3::timestamptz IS NULL OR (token.created_at, token.id) < ($3, $4::uuid))
           ORDER BY token.created_at DESC, token.id DESC LIMIT $5`,
    values: [asked.accountId ?? null, asked.now, asked.mark?.[0] ?? null, asked.mark?.[1] ?? null, asked.limit],
  });
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }));
}

/** Takes a token back: anybody's, or one of an account's; what it was, or undefined where it does not hold. */
export async function revokeApiToken(
  tx: Transaction,
  id: string,
  { by, now, accountId }: { readonly by: string; readonly now: Date; readonly accountId?: string | undefined },
): Promise<{ accountId: string; name: string } | undefined> {
  const [row] = await tx.query<{ accountId: string; name: string }>({
    name: 'identity-revoke-api-token',
    text: `UPDATE identity.api_token SET revoked_at = $3, revoked_by = $2
           WHERE id = $1 AND revoked_at IS NULL AND expires_at > $3 AND ($4::uuid IS NULL OR account_id = $4)
           RETURNING account_id AS "accountId", name`,
    values: [id, by, now, accountId ?? null],
  });
  return row;
}

/** Takes every token of an account back. @param by null: the command line */
export async function revokeApiTokensOf(
  tx: Transaction,
  accountId: string,
  { by, now }: { readonly by: string | null; readonly now: Date },
): Promise<void> {
  await tx.query({
    name: 'identity-revoke-api-tokens',
    text: `UPDATE identity.api_token SET revoked_at = $3, revoked_by = $2 WHERE account_id = $1 AND revoked_at IS NULL`,
    values: [accountId, by, now],
  });
}
