import type { Database, Transaction } from '@lianban/platform';

/** Hashes of the last passwords of an account, the present one first. */
export async function lastPasswords(db: Database, accountId: string, count: number): Promise<string[]> {
  const rows = await db.query<{ hash: string }>({
    name: 'identity-last-passwords',
    text: `SELECT hash FROM (
             SELECT password_hash AS hash, 'infinity'::timestamptz AS until FROM identity.account WHERE id = $1
             UNION ALL SELECT password_hash, replaced_at FROM identity.former_password WHERE account_id = $1) AS last
           ORDER BY until DESC LIMIT $2`,
    values: [accountId, count],
  });
  return rows.map(({ hash }) => hash);
}

/** Keeps the present password as a former one; of those, no more than are compared with a new one. */
export async function keepFormerPassword(
  tx: Transaction,
  accountId: string,
  { now, kept }: { readonly now: Date; readonly kept: number },
): Promise<void> {
  await tx.query({
    name: 'identity-keep-former-password',
    text: `INSERT INTO identity.former_password (account_id, replaced_at, password_hash)
           SELECT id, $2, password_hash FROM identity.account WHERE id = $1
           ON CONFLICT (account_id, replaced_at) DO UPDATE SET password_hash = excluded.password_hash`,
    values: [accountId, now],
  });
  await tx.query({
    name: 'identity-forget-former-passwords',
    text: `DELETE FROM identity.former_password WHERE account_id = $1 AND replaced_at NOT IN (
             SELECT replaced_at FROM identity.former_password WHERE account_id = $1 ORDER BY replaced_at DESC LIMIT $2)`,
    values: [accountId, kept],
  });
}
