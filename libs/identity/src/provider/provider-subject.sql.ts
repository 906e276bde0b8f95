import type { Transaction } from '@lianban/platform';

/** Whom a provider means, by its own address and its name for them. */
export interface Subject {
  readonly issuer: string;
  readonly subject: string;
}

/** The account that is linked to a subject. */
export async function accountOfSubject(tx: Transaction, { issuer, subject }: Subject): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>({
    name: 'identity-account-of-subject',
    text: 'SELECT account_id AS id FROM identity.provider_subject WHERE issuer = $1 AND subject = $2',
    values: [issuer, subject],
  });
  return row?.id;
}

/** The open account of a person with this user name that is linked to nobody of the provider yet. */
export async function unlinkedAccount(tx: Transaction, issuer: string, username: string): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>({
    name: 'identity-unlinked-account',
    text: `SELECT id FROM identity.account WHERE username = $2 AND disabled_at IS NULL AND sign_in <> 'program'
             AND NOT EXISTS (SELECT FROM identity.provider_subject WHERE account_id = account.id AND issuer = $1)
           FOR NO KEY UPDATE`,
    values: [issuer, username],
  });
  return row?.id;
}

/** Links an account; false where the subject, or the account, is linked already. */
export async function linkSubject(
  tx: Transaction,
  { issuer, subject }: Subject,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<boolean> {
  const linked = await tx.query({
    name: 'identity-link-subject',
    text: `INSERT INTO identity.provider_subject (issuer, subject, account_id, linked_at) VALUES ($1, $2, $3, $4)
           ON CONFLICT DO NOTHING RETURNING account_id`,
    values: [issuer, subject, accountId, now],
  });
  return linked.length > 0;
}

/** Takes the link of an account away. */
export async function unlinkAccount(tx: Transaction, issuer: string, accountId: string): Promise<void> {
  await tx.query({
    name: 'identity-unlink-account',
    text: 'DELETE FROM identity.provider_subject WHERE issuer = $1 AND account_id = $2',
    values: [issuer, accountId],
  });
}
