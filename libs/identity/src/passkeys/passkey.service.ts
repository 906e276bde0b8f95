import { Inject, Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { passkeyRefused, passkeysNotHere, passkeyUnknown } from '../identity.errors.js';
import { giveRecoveryCodes } from '../second-factor/recovery-codes.js';
import { dropCodesWithoutFactor, findCodesLeft } from '../second-factor/second-factor.sql.js';
import { signInStream } from '../sign-in/credential.service.js';
import { PasskeyCheck, type PasskeyRequest } from './passkey-check.js';
import { challengeLife, partyOf, type Party } from './party.rules.js';
import { insertPasskey, keepChallenge, passkeysOf, removePasskey, takeChallenge } from './passkey.sql.js';

/** What a browser is asked to make a key for. */
export type NewPasskeyRequest = PublicKeyCredentialCreationOptionsJSON;

/** A key that a browser has made. */
export interface MadePasskey {
  readonly name: string;
  readonly response: RegistrationResponseJSON;
}

/** A key as its owner is told it. */
export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  readonly usedAt: string | null;
}

/** One's own passkeys and security keys: who calls it has made sure before that it is them. */
@Injectable()
export class PasskeyService {
  readonly #database: Database;
  readonly #check: PasskeyCheck;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, check: PasskeyCheck, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#check = check;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The keys of somebody, the oldest first. */
  async list({ accountId }: Principal): Promise<Passkey[]> {
    const keys = await passkeysOf(this.#database, accountId);
    return keys.map(({ id, name, madeAt, usedAt }) => ({
      ...{ id, name },
      madeAt: madeAt.toISOString(),
      usedAt: usedAt?.toISOString() ?? null,
    }));
  }

  /** What one of somebody's keys is to sign. @throws passkeys-not-here */
  async proof({ accountId }: Principal, origin: string | undefined): Promise<PasskeyRequest> {
    const request = await this.#check.request(accountId, origin);
    if (!request) throw passkeysNotHere();
    return request;
  }

  /** What a browser needs to make a key. @throws passkeys-not-here */
  async begin({ accountId, username, displayName }: Principal, origin: string | undefined): Promise<NewPasskeyRequest> {
    const party = requireParty(origin);
    const known = await passkeysOf(this.#database, accountId);
    const options = await generateRegistrationOptions({
      rpName: 'Lianban',
      rpID: party.id,
      userName: username,
      userDisplayName: displayName,
      userID: new Uint8Array(Buffer.from(accountId)),
      timeout: challengeLife,
      excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
    });
    const now = this.#clock.now();
    const until = new Date(now.getTime() + challengeLife);
    const challenge = { challenge: options.challenge, accountId, purpose: 'register' } as const;
    await keepChallenge(this.#database, challenge, { now, until });
    return options;
  }

  /**
   * Keeps a key that a browser made for what it was asked for.
   *
   * @returns recovery codes, where the person has none yet
   * @throws passkeys-not-here, passkey-refused
   */
  async add(principal: Principal, { name, response }: MadePasskey, origin: string | undefined): Promise<string[]> {
    const party = requireParty(origin);
    const { accountId } = principal;
    return await this.#database.transaction(async (tx) => {
      const now = this.#clock.now();
      const isAsked = async (challenge: string) =>
        await takeChallenge(tx, { challenge, accountId, purpose: 'register' }, now);
      const verified = await verifyRegistrationResponse({
        response,
        expectedChallenge: isAsked,
        expectedOrigin: party.origin,
        expectedRPID: party.id,
        requireUserVerification: false,
      }).catch(() => undefined);
      if (!verified?.verified) throw passkeyRefused();
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
      const key = { id, name, accountId, counter, transports: [...transports], madeAt: now };
      if (!(await insertPasskey(tx, { ...key, publicKey: Buffer.from(publicKey) }))) throw passkeyRefused();
      const codes = (await findCodesLeft(tx, accountId)) > 0 ? [] : await giveRecoveryCodes(tx, accountId);
      const subject = { type: 'account', id: accountId };
      const actor = auditActor(principal);
      await this.#audit.append(tx, { stream: signInStream, actor, action: 'passkey-added', subject, result: 'done' });
      return codes;
    });
  }

  /** Forgets a key. Who must have a second factor and has no other is asked for a new one at once. @throws passkey-unknown */
  async remove(principal: Principal, id: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      if (!(await removePasskey(tx, principal.accountId, id))) throw passkeyUnknown();
      await dropCodesWithoutFactor(tx, principal.accountId);
      const subject = { type: 'account', id: principal.accountId };
      const actor = auditActor(principal);
      await this.#audit.append(tx, { stream: signInStream, actor, action: 'passkey-removed', subject, result: 'done' });
    });
  }
}

function requireParty(origin: string | undefined): Party {
  const party = partyOf(origin);
  if (!party) throw passkeysNotHere();
  return party;
}
