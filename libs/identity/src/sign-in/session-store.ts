import type { Database, Transaction } from '@lianban/platform';
import { secretHash } from './secrets.js';

type Runner = Pick<Database, 'query'>;

/** A session to be stored. */
export interface NewSession {
  readonly token: string;
  readonly accountId: string;
  readonly openedAt: Date;
  readonly idleExpiresAt: Date;
  readonly expiresAt: Date;
  readonly ip: string | undefined;
  readonly browser: string | null;
  readonly system: string | null;
  /** Whether a provider of sign-in has asked for a second factor. */
  readonly vouched: boolean;
}

/** Stores a session under the hash of its token. */
export async function insertSession(runner: Runner, session: NewSession): Promise<void> {
  await runner.query({
    text: `INSERT INTO identity.session (token_hash, account_id, opened_at, seen_at, idle_expires_at, expires_at, ip, browser, system, vouched)
           VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      secretHash(session.token),
      session.accountId,
      session.openedAt,
      session.idleExpiresAt,
      session.expiresAt,
      session.ip ?? null,
      session.browser,
      session.system,
      session.vouched,
    ],
  });
}

/**
 * The account of a live session, whose idle time starts anew where somebody is active. The row is written at most once a
 * minute, so that reading pages does not write.
 */
export async function accountOfSession(
  runner: Runner,
  token: string,
  { now, active }: { readonly now: Date; readonly active: boolean },
): Promise<{ readonly accountId: string; readonly vouched: boolean } | undefined> {
  const [live] = await runner.query<{ accountId: string; vouched: boolean }>({
    name: 'identity-session',
    text: `WITH live AS (
             SELECT token_hash, account_id, seen_at, vouched FROM identity.session
             WHERE token_hash = $1 AND idle_expires_at > $2 AND expires_at > $2 AND ended_at IS NULL
           ), seen AS (
             UPDATE identity.session SET seen_at = $2,
               idle_expires_at = $2 + (SELECT session_idle FROM identity.sign_in_policy)
             FROM live WHERE $3 AND session.token_hash = live.token_hash AND live.seen_at <= $2::timestamptz - interval '1 minute'
           )
           SELECT account_id AS "accountId", vouched FROM live`,
    values: [secretHash(token), now, active],
  });
  return live;
}

/** Stores an access token by its hash. */
export async function insertToken(
  runner: Runner,
  token: { token: string; accountId: string; issuedAt: Date; expiresAt: Date },
): Promise<void> {
  await runner.query({
    text: `INSERT INTO identity.access_token (token_hash, account_id, issued_at, expires_at) VALUES ($1, $2, $3, $4)`,
    values: [secretHash(token.token), token.accountId, token.issuedAt, token.expiresAt],
  });
}

/** The account of a live access token. */
export async function accountOfToken(runner: Runner, token: string, now: Date): Promise<string | undefined> {
  const [live] = await runner.query<{ account_id: string }>({
    name: 'identity-token',
    text: 'SELECT account_id FROM identity.access_token WHERE token_hash = $1 AND expires_at > $2',
    values: [secretHash(token), now],
  });
  return live?.account_id;
}

/** Which of these sessions and tokens are live, by their hashes; their idle time goes on. */
export async function liveHashes(runner: Runner, hashes: readonly Buffer[], now: Date): Promise<readonly Buffer[]> {
  const rows = await runner.query<{ hash: Buffer }>({
    name: 'identity-live-secrets',
    text: `SELECT token_hash AS hash FROM identity.session JOIN identity.account ON account.id = account_id
           WHERE token_hash = ANY($1) AND idle_expires_at > $2 AND expires_at > $2 AND ended_at IS NULL
             AND disabled_at IS NULL
           UNION ALL
           SELECT token_hash FROM identity.access_token JOIN identity.account ON account.id = account_id
           WHERE token_hash = ANY($1) AND expires_at > $2 AND disabled_at IS NULL
           UNION ALL
           SELECT token_hash FROM identity.api_token JOIN identity.account ON account.id = account_id
           WHERE token_hash = ANY($1) AND expires_at > $2 AND revoked_at IS NULL AND disabled_at IS NULL`,
    values: [hashes, now],
  });
  return rows.map(({ hash }) => hash);
}

/** Ends the session or access token with this secret; the account it belonged to, if there was one. */
export async function endSecret(tx: Transaction, secret: string): Promise<string | undefined> {
  const [ended] = await tx.query<{ account_id: string }>({
    text: `WITH session AS (DELETE FROM identity.session WHERE token_hash = $1 RETURNING account_id),
                token AS (DELETE FROM identity.access_token WHERE token_hash = $1 RETURNING account_id)
           SELECT account_id FROM session UNION ALL SELECT account_id FROM token`,
    values: [secretHash(secret)],
  });
  return ended?.account_id;
}

/** Ends everything by which these accounts are signed in, but for one session or token. */
export async function endSecretsOf(tx: Transaction, accountIds: readonly string[], keep?: string): Promise<void> {
  const values = [accountIds, hashOrNone(keep)];
  await tx.query({
    text: 'DELETE FROM identity.session WHERE account_id = ANY($1) AND token_hash <> $2',
    values,
  });
  await tx.query({
    text: 'DELETE FROM identity.access_token WHERE account_id = ANY($1) AND token_hash <> $2',
    values,
  });
}

/** Why a session ended before its time; told in its window. */
export type SessionEnd = 'signed-in-elsewhere' | 'ended-by-owner' | 'ended-by-administrator';

/** Ends sessions of an account, all or one of them, but for one; their windows can still ask why. @returns how many */
export async function endSessionsOf(
  tx: Transaction,
  accountId: string,
  end: { readonly reason: SessionEnd; readonly now: Date; readonly id?: string; readonly keep?: string | undefined },
): Promise<number> {
  const ended = await tx.query({
    name: 'identity-end-sessions',
    text: `UPDATE identity.session SET ended_at = $2, end_reason = $3
           WHERE account_id = $1 AND ended_at IS NULL AND idle_expires_at > $2 AND expires_at > $2
             AND ($4::uuid IS NULL OR id = $4) AND token_hash <> $5
           RETURNING id`,
    values: [accountId, end.now, end.reason, end.id ?? null, hashOrNone(end.keep)],
  });
  return ended.length;
}

/** Ends the access tokens of an account, but for one. */
export async function endTokensOf(tx: Transaction, accountId: string, keep?: string): Promise<void> {
  await tx.query({
    text: 'DELETE FROM identity.access_token WHERE account_id = $1 AND token_hash <> $2',
    values: [accountId, hashOrNone(keep)],
  });
}

/** Of two that sign in at the same time, the second sees the session of the first. */
export async function lockAccount(tx: Transaction, accountId: string): Promise<void> {
  await tx.query({
    name: 'identity-lock-account',
    text: 'SELECT FROM identity.account WHERE id = $1 FOR NO KEY UPDATE',
    values: [accountId],
  });
}

/** Why a session was ended; undefined where it was not, or simply ran out. */
export async function endOfSession(runner: Runner, token: string): Promise<SessionEnd | undefined> {
  const [ended] = await runner.query<{ reason: SessionEnd | null }>({
    name: 'identity-end-of-session',
    text: 'SELECT end_reason AS reason FROM identity.session WHERE token_hash = $1',
    values: [secretHash(token)],
  });
  return ended?.reason ?? undefined;
}

/** Removes what has expired; the number of rows. */
export async function removeExpired(runner: Runner, now: Date): Promise<number> {
  const [removed] = await runner.query<{ count: number }>({
    text: `WITH session AS (DELETE FROM identity.session WHERE expires_at <= $1 OR idle_expires_at <= $1 RETURNING 1),
                token AS (DELETE FROM identity.access_token WHERE expires_at <= $1 RETURNING 1),
                throttle AS (
                  DELETE FROM identity.sign_in_throttle
                  WHERE failed_at <= $1::timestamptz - (SELECT lock FROM identity.sign_in_policy) RETURNING 1
                )
           SELECT (SELECT count(*) FROM session)::int + (SELECT count(*) FROM token)::int
             + (SELECT count(*) FROM throttle)::int AS count`,
    values: [now],
  });
  return removed?.count ?? 0;
}

/** The hash of a secret; without one, what no secret has. */
function hashOrNone(secret: string | undefined): Buffer {
  return secret === undefined ? Buffer.alloc(0) : secretHash(secret);
}
