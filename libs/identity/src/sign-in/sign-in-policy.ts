import type { Database } from '@lianban/platform';
import type { PasswordPolicy } from '../accounts/password.rules.js';

/** The settings of sign-in, one row of `identity.sign_in_policy`. Times in milliseconds. */
export interface SignInPolicy extends PasswordPolicy {
  /** The failure with this number locks the user name. */
  readonly maximumFailures: number;
  readonly lock: number;
  readonly tokenLife: number;
  readonly sessionIdle: number;
  readonly sessionLife: number;
  /** How many of the last passwords may not be taken again, the present one among them. */
  readonly passwordHistory: number;
  /** For how many days a token of a program may hold. */
  readonly apiTokenDays: number;
}

/** Reads the settings; a change holds from the next sign-in on. */
export async function readSignInPolicy(database: Pick<Database, 'query'>): Promise<SignInPolicy> {
  const [policy] = await database.query<SignInPolicy>({
    name: 'identity-sign-in-policy',
    text: `SELECT maximum_failures AS "maximumFailures", minimum_length AS "minimumLength",
             minimum_kinds AS "minimumKinds", ${milliseconds('lock')} AS "lock", ${milliseconds('token_life')} AS "tokenLife",
             ${milliseconds('session_idle')} AS "sessionIdle", ${milliseconds('session_life')} AS "sessionLife",
             password_history AS "passwordHistory", api_token_days AS "apiTokenDays"
           FROM identity.sign_in_policy`,
  });
  if (!policy) throw new Error('identity.sign_in_policy is empty; expected its one row: INSERT … DEFAULT VALUES');
  return policy;
}

function milliseconds(column: string): string {
  return `(extract(epoch FROM ${column}) * 1000)::double precision`;
}
