import { Inject, Injectable } from '@nestjs/common';
import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { challengeLife, partyOf } from './party.rules.js';
import { keepChallenge, passkeysOf, takeChallenge, usePasskey } from './passkey.sql.js';

/** What a browser is asked to have signed by one of its keys. */
export type PasskeyRequest = PublicKeyCredentialRequestOptionsJSON;

/** What it answers. */
export type PasskeyAnswer = AuthenticationResponseJSON;

/** Asks for a signature of somebody's key, and judges it. */
@Injectable()
export class PasskeyCheck {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Undefined where the account has no key, or the address is none that keys sign for. */
  async request(accountId: string, origin: string | undefined): Promise<PasskeyRequest | undefined> {
    const party = partyOf(origin);
    const keys = party ? await passkeysOf(this.#database, accountId) : [];
    if (!party || keys.length === 0) return undefined;
    const options = await generateAuthenticationOptions({
      rpID: party.id,
      userVerification: 'preferred',
      timeout: challengeLife,
      allowCredentials: keys.map(({ id, transports }) => ({ id, transports })),
    });
    const now = this.#clock.now();
    const until = new Date(now.getTime() + challengeLife);
    await keepChallenge(this.#database, { challenge: options.challenge, accountId, purpose: 'prove' }, { now, until });
    return options;
  }

  /** Whether one of the account's keys has signed what it was asked for last, at this address. */
  async use(tx: Transaction, accountId: string, answer: PasskeyAnswer, origin: string | undefined): Promise<boolean> {
    const party = partyOf(origin);
    const key = (await passkeysOf(tx, accountId)).find(({ id }) => id === answer.id);
    if (!party || !key) return false;
    const now = this.#clock.now();
    const isAsked = async (challenge: string) =>
      await takeChallenge(tx, { challenge, accountId, purpose: 'prove' }, now);
    const verified = await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: isAsked,
      expectedOrigin: party.origin,
      expectedRPID: party.id,
      credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: Number(key.counter) },
      requireUserVerification: false, // the password was right: the key is the second factor
    }).catch(() => undefined);
    if (!verified?.verified) return false;
    await usePasskey(tx, key.id, { counter: verified.authenticationInfo.newCounter, now });
    return true;
  }
}
