import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import { PasskeyCheck, type PasskeyAnswer, type PasskeyRequest } from '../passkeys/passkey-check.js';
import type { ClientAddress } from '../sign-in/client.js';
import { secretHash } from '../sign-in/secrets.js';
import { lockAccount } from '../sign-in/session-store.js';
import { typedRecoveryCode } from './recovery-codes.rules.js';
import { SecretBox } from './secret-box.js';
import { findFactor, useRecoveryCode, useStep } from './second-factor.sql.js';
import type { ProvedBy } from './second-factor.js';
import { stepOf } from './totp.rules.js';

/** Whose factor a secret is: one that was copied into another's row opens nothing. */
export function sealContext(accountId: string): string {
  return `totp ${accountId}`;
}

/** By what somebody proves a second factor. */
export interface Proof {
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string | undefined;
  readonly passkey?: PasskeyAnswer | undefined;
}

/** Judges what somebody shows beside the password. */
@Injectable()
export class SecondFactorCheck {
  readonly #box: SecretBox;
  readonly #keys: PasskeyCheck;

  constructor(box: SecretBox, keys: PasskeyCheck) {
    this.#box = box;
    this.#keys = keys;
  }

  /** Makes whoever else guesses for this account wait until this transaction has ended. */
  async begin(tx: Transaction, accountId: string): Promise<void> {
    await lockAccount(tx, accountId);
  }

  /** What a key of the account is to sign, where it has one. */
  async request(accountId: string, client: ClientAddress): Promise<PasskeyRequest | undefined> {
    return await this.#keys.request(accountId, client.origin);
  }

  /** Uses up a code or the answer of a key; undefined where it is wrong or was used before. */
  async use(
    tx: Transaction,
    accountId: string,
    { code, passkey }: Proof,
    at: { readonly client: ClientAddress; readonly now: Date },
  ): Promise<ProvedBy | undefined> {
    if (passkey) return (await this.#keys.use(tx, accountId, passkey, at.client.origin)) ? 'passkey' : undefined;
    return await this.#useCode(tx, accountId, code ?? '', at.now);
  }

  async #useCode(tx: Transaction, accountId: string, typed: string, now: Date): Promise<ProvedBy | undefined> {
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
