import type { Database, Transaction } from '@lianban/platform';

/** A key as it is stored. */
export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly counter: string;
  readonly transports: string[];
  readonly madeAt: Date;
  readonly usedAt: Date | null;
}

/** What a key is asked to sign, and for whom. */
export interface Challenge {
  readonly challenge: string;
  readonly accountId: string;
  readonly purpose: 'register' | 'prove';
}

/** The keys of an account, the oldest first. */
export async function passkeysOf(db: Database | Transaction, accountId: string): Promise<PasskeyRow[]> {
  return await db.query<PasskeyRow>({
    name: 'identity-passkeys',
    text: `SELECT id, name, public_key AS "publicKey", counter, transports, made_at AS "madeAt", used_at AS "usedAt"
           FROM identity.passkey WHERE account_id = $1 ORDER BY made_at, id`,
    values: [accountId],
  });
}

/** False where the key is known already, to whomever. */
export async function insertPasskey(
  tx: Transaction,
  key: Omit<PasskeyRow, 'usedAt' | 'counter'> & { readonly accountId: string; readonly counter: number },
): Promise<boolean> {
  const inserted = await tx.query({
    name: 'identity-insert-passkey',
    text: `INSERT INTO identity.passkey (id, account_id, name, public_key, counter, transports, made_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
    values: [key.id, key.accountId, key.name, key.publicKey, key.counter, key.transports, key.madeAt],
  });
  return inserted.length > 0;
}

/** Keeps how often a key has signed. */
export async function usePasskey(
  tx: Transaction,
  id: string,
  { counter, now }: { readonly counter: number; readonly now: Date },
): Promise<void> {
  await tx.query({
    name: 'identity-use-passkey',
    text: 'UPDATE identity.passkey SET counter = $2, used_at = $3 WHERE id = $1',
    values: [id, counter, now],
  });
}

/** Whether there was one. */
export async function removePasskey(tx: Transaction, accountId: string, id: string): Promise<boolean> {
  const removed = await tx.query({
    name: 'identity-remove-passkey',
    text: 'DELETE FROM identity.passkey WHERE account_id = $1 AND id = $2 RETURNING id',
    values: [accountId, id],
  });
  return removed.length > 0;
}

/** Keeps a challenge until it is answered or has expired; forgets those that have. */
export async function keepChallenge(
  db: Database | Transaction,
  { challenge, accountId, purpose }: Challenge,
  { now, until }: { readonly now: Date; readonly until: Date },
): Promise<void> {
  await db.query({
    name: 'identity-keep-challenge',
    text: `WITH expired AS (DELETE FROM identity.passkey_challenge WHERE expires_at <= $4)
           INSERT INTO identity.passkey_challenge (challenge, account_id, purpose, expires_at) VALUES ($1, $2, $3, $5)`,
    values: [challenge, accountId, purpose, now, until],
  });
}

/** Takes a challenge, so that it is answered once; false where there is none that still counts. */
export async function takeChallenge(
  tx: Transaction,
  { challenge, accountId, purpose }: Challenge,
  now: Date,
): Promise<boolean> {
  const taken = await tx.query({
    name: 'identity-take-challenge',
    text: `DELETE FROM identity.passkey_challenge
           WHERE challenge = $1 AND account_id = $2 AND purpose = $3 AND expires_at > $4 RETURNING challenge`,
    values: [challenge, accountId, purpose, now],
  });
  return taken.length > 0;
}
