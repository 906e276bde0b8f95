import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { secretHash } from '../sign-in/secrets.js';
import { typedRecoveryCode } from './recovery-codes.rules.js';
import { SecretBox } from './secret-box.js';
import { findFactor, lockFactor, useRecoveryCode, useStep } from './second-factor.sql.js';
import type { ProvedBy } from './second-factor.js';
import { stepOf } from './totp.rules.js';

/** Whose factor a secret is: one that was copied into another's row opens nothing. */
export function sealContext(accountId: string): string {
  return `totp ${accountId}`;
}

/** Judges a code that somebody typed beside the password. */
@Injectable()
export class SecondFactorCheck {
  readonly #box: SecretBox;

  constructor(box: SecretBox) {
    this.#box = box;
  }

  /** Makes whoever else guesses for this account wait until this transaction has ended. */
  async begin(tx: Transaction, accountId: string): Promise<void> {
    await lockFactor(tx, accountId);
  }

  /** Uses up a code of the app or a recovery code; undefined where it is wrong or was used before. */
  async use(tx: Transaction, accountId: string, typed: string, now: Date): Promise<ProvedBy | undefined> {
    const recovery = typedRecoveryCode(typed);
    if (recovery !== undefined) {
      const used = await useRecoveryCode(tx, accountId, { hash: secretHash(recovery), now });
      return used ? 'recovery-code' : undefined;
    }
    const factor = await findFactor(tx, accountId);
    const secret = factor?.secret ? await this.#box.open(factor.secret, sealContext(accountId)) : undefined;
    const step = secret === undefined ? undefined : stepOf(secret, typed.replaceAll(/\s/gu, ''), now);
    return step !== undefined && (await useStep(tx, accountId, step)) ? 'totp' : undefined;
  }
}
