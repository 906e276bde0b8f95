import type { Database, Transaction } from '@lianban/platform';

/** What an account has beside its password. Secrets are sealed. */
export interface FactorRow {
  readonly secret: string | null;
  readonly confirmedAt: Date | null;
  readonly pendingSecret: string | null;
}

/** Undefined: nothing was ever begun. */
export async function findFactor(db: Database | Transaction, accountId: string): Promise<FactorRow | undefined> {
  const [row] = await db.query<FactorRow>({
    name: 'identity-second-factor',
    text: `SELECT secret, confirmed_at AS "confirmedAt", pending_secret AS "pendingSecret"
           FROM identity.totp WHERE account_id = $1`,
    values: [accountId],
  });
  return row;
}

/** Recovery codes that were not used yet. */
export async function findCodesLeft(db: Database | Transaction, accountId: string): Promise<number> {
  const [row] = await db.query<{ count: number }>({
    name: 'identity-recovery-codes-left',
    text: 'SELECT count(*)::int FROM identity.recovery_code WHERE account_id = $1 AND used_at IS NULL',
    values: [accountId],
  });
  return row?.count ?? 0;
}

/** Keeps a secret that was shown; the one in force stays until a code of this one is given. */
export async function savePendingSecret(tx: Transaction, accountId: string, sealed: string): Promise<void> {
  await tx.query({
    name: 'identity-pending-totp',
    text: `INSERT INTO identity.totp (account_id, pending_secret) VALUES ($1, $2)
           ON CONFLICT (account_id) DO UPDATE SET pending_secret = excluded.pending_secret`,
    values: [accountId, sealed],
  });
}

/** Puts the secret that was shown in force; the code with which it was confirmed is used up. */
export async function confirmPendingSecret(
  tx: Transaction,
  accountId: string,
  { step, now }: { readonly step: number; readonly now: Date },
): Promise<void> {
  await tx.query({
    name: 'identity-confirm-totp',
    text: `UPDATE identity.totp SET secret = pending_secret, pending_secret = NULL, confirmed_at = $3, last_step = $2
           WHERE account_id = $1`,
    values: [accountId, step, now],
  });
}

/** Uses up a code and all before it; false where it was used up already. */
export async function useStep(tx: Transaction, accountId: string, step: number): Promise<boolean> {
  const taken = await tx.query({
    name: 'identity-use-totp',
    text: 'UPDATE identity.totp SET last_step = $2 WHERE account_id = $1 AND last_step < $2 RETURNING account_id',
    values: [accountId, step],
  });
  return taken.length > 0;
}

/** Uses up a recovery code; false where there is none like it, or it was used. */
export async function useRecoveryCode(
  tx: Transaction,
  accountId: string,
  { hash, now }: { readonly hash: Buffer; readonly now: Date },
): Promise<boolean> {
  const taken = await tx.query({
    name: 'identity-use-recovery-code',
    text: `UPDATE identity.recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL
           RETURNING account_id`,
    values: [accountId, hash, now],
  });
  return taken.length > 0;
}

/** New recovery codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  accountId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx.query({ text: 'DELETE FROM identity.recovery_code WHERE account_id = $1', values: [accountId] });
  await tx.query({
    text: 'INSERT INTO identity.recovery_code (account_id, code_hash) SELECT $1, unnest($2::bytea[])',
    values: [accountId, hashes],
  });
}

/** Takes the app away; a key stays, and recovery codes with it. */
export async function removeTotp(tx: Transaction, accountId: string): Promise<void> {
  await tx.query({ text: 'DELETE FROM identity.totp WHERE account_id = $1', values: [accountId] });
}

/** Recovery codes stand in for a factor: without one they are nothing. */
export async function dropCodesWithoutFactor(tx: Transaction, accountId: string): Promise<void> {
  await tx.query({
    name: 'identity-drop-recovery-codes',
    text: `DELETE FROM identity.recovery_code WHERE account_id = $1
             AND NOT EXISTS (SELECT FROM identity.totp WHERE totp.account_id = $1 AND secret IS NOT NULL)
             AND NOT EXISTS (SELECT FROM identity.passkey WHERE passkey.account_id = $1)`,
    values: [accountId],
  });
}

/** Takes everything away that somebody has beside the password. */
export async function removeFactors(tx: Transaction, accountId: string): Promise<void> {
  await tx.query({ text: 'DELETE FROM identity.recovery_code WHERE account_id = $1', values: [accountId] });
  await tx.query({ text: 'DELETE FROM identity.passkey WHERE account_id = $1', values: [accountId] });
  await tx.query({ text: 'DELETE FROM identity.totp WHERE account_id = $1', values: [accountId] });
}
