import type { Transaction } from '@lianban/platform';
import { secretHash } from '../sign-in/secrets.js';
import { newRecoveryCodes } from './recovery-codes.rules.js';
import { replaceRecoveryCodes } from './second-factor.sql.js';

/** Gives somebody new recovery codes in the place of all earlier ones; only their hashes stay. */
export async function giveRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, accountId, codes.map(secretHash));
  return codes;
}
