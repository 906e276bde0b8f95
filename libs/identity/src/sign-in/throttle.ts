import type { Database, Transaction } from '@lianban/platform';
import { secretHash } from './secrets.js';
import type { SignInPolicy } from './sign-in-policy.js';

type Reader = Pick<Database, 'query'>;

/** Until when a user name is locked; undefined when it is free. */
export async function lockedUntil(reader: Reader, username: string, now: Date): Promise<Date | undefined> {
  const [row] = await reader.query<{ locked_until: Date }>({
    name: 'identity-locked-until',
    text: 'SELECT locked_until FROM identity.sign_in_throttle WHERE username_hash = $1 AND locked_until > $2',
    values: [secretHash(username), now],
  });
  return row?.locked_until;
}

/** Counts a failure; the one that reaches the maximum locks. Failures older than the lock's length are forgotten. */
export async function recordFailure(
  tx: Transaction,
  username: string,
  { now, policy }: { now: Date; policy: SignInPolicy },
): Promise<void> {
  const forgottenBefore = new Date(now.getTime() - policy.lock);
  const lockEnd = new Date(now.getTime() + policy.lock);
  const failures = `CASE WHEN throttle.failed_at <= $3 THEN 1 ELSE throttle.failures + 1 END`;
  await tx.query({
    name: 'identity-sign-in-failure',
    text: `INSERT INTO identity.sign_in_throttle AS throttle (username_hash, failures, failed_at, locked_until)
           VALUES ($1, 1, $2, CASE WHEN $4 <= 1 THEN $5::timestamptz END)
           ON CONFLICT (username_hash) DO UPDATE
             SET failures = ${failures}, failed_at = $2,
                 locked_until = CASE WHEN ${failures} >= $4 THEN $5::timestamptz END`,
    values: [secretHash(username), now, forgottenBefore, policy.maximumFailures, lockEnd],
  });
}

/** Forgets the failures of a user name, unless it is locked; without a time even then. */
export async function forgetFailures(tx: Transaction, username: string, now?: Date): Promise<void> {
  await tx.query({
    name: 'identity-sign-in-success',
    text: `DELETE FROM identity.sign_in_throttle
           WHERE username_hash = $1 AND ($2::timestamptz IS NULL OR locked_until IS NULL OR locked_until <= $2)`,
    values: [secretHash(username), now ?? null],
  });
}
