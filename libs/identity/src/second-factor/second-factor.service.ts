import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { secondFactorMissing, totpCodeWrong, totpNotBegun } from '../identity.errors.js';
import { signInStream } from '../sign-in/credential.service.js';
import { lockAccount } from '../sign-in/session-store.js';
import { giveRecoveryCodes } from './recovery-codes.js';
import { SecretBox } from './secret-box.js';
import { sealContext } from './second-factor-check.js';
import {
  confirmPendingSecret,
  dropCodesWithoutFactor,
  findFactor,
  findCodesLeft,
  removeTotp,
  savePendingSecret,
} from './second-factor.sql.js';
import type { NewTotp, SecondFactorState } from './second-factor.js';
import { newTotpSecret, stepOf, totpUri } from './totp.rules.js';

/** One's own second factor: who calls it has made sure before that it is them. */
@Injectable()
export class SecondFactorService {
  readonly #database: Database;
  readonly #audit: AuditTrail;
  readonly #box: SecretBox;
  readonly #clock: Clock;

  constructor(database: Database, audit: AuditTrail, box: SecretBox, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#audit = audit;
    this.#box = box;
    this.#clock = clock;
  }

  /** What somebody has beside the password. */
  async state({ accountId }: Principal): Promise<SecondFactorState> {
    const factor = await findFactor(this.#database, accountId);
    const recoveryCodes = await findCodesLeft(this.#database, accountId);
    return { since: factor?.confirmedAt?.toISOString() ?? null, recoveryCodes };
  }

  /** A new secret for an authenticator app. It is in force after {@link confirmTotp}; until then the former one is. */
  async beginTotp({ accountId, username }: Principal): Promise<NewTotp> {
    const secret = newTotpSecret();
    const sealed = await this.#box.seal(secret, sealContext(accountId));
    await this.#database.transaction(async (tx) => await savePendingSecret(tx, accountId, sealed));
    return { secret, uri: totpUri(secret, username) };
  }

  /**
   * Puts the new secret in force once the app has given a code of it.
   *
   * @returns recovery codes, for the only time
   * @throws totp-not-begun, totp-code-wrong
   */
  async confirmTotp(principal: Principal, code: string): Promise<string[]> {
    const { accountId } = principal;
    return await this.#database.transaction(async (tx) => {
      await lockAccount(tx, accountId);
      const pending = (await findFactor(tx, accountId))?.pendingSecret;
      const secret = pending ? await this.#box.open(pending, sealContext(accountId)) : undefined;
      if (secret === undefined) throw totpNotBegun();
      const now = this.#clock.now();
      const step = stepOf(secret, code.replaceAll(/\s/gu, ''), now);
      if (step === undefined) throw totpCodeWrong();
      await confirmPendingSecret(tx, accountId, { step, now });
      const codes = await giveRecoveryCodes(tx, accountId);
      await this.#record(tx, principal, 'second-factor-set');
      return codes;
    });
  }

  /** New recovery codes; all earlier ones are void. @throws second-factor-missing */
  async renewRecoveryCodes(principal: Principal): Promise<string[]> {
    if (!principal.hasSecondFactor) throw secondFactorMissing();
    return await this.#database.transaction(async (tx) => {
      const codes = await giveRecoveryCodes(tx, principal.accountId);
      await this.#record(tx, principal, 'recovery-codes-renewed');
      return codes;
    });
  }

  /** Gives the app up; keys stay. Who must have a second factor and has no key is asked for a new one at once. */
  async remove(principal: Principal): Promise<void> {
    await this.#database.transaction(async (tx) => {
      await removeTotp(tx, principal.accountId);
      await dropCodesWithoutFactor(tx, principal.accountId);
      await this.#record(tx, principal, 'second-factor-removed');
    });
  }

  async #record(tx: Transaction, principal: Principal, action: string): Promise<void> {
    const subject = { type: 'account', id: principal.accountId };
    const actor = auditActor(principal);
    await this.#audit.append(tx, { stream: signInStream, actor, action, subject, result: 'done' });
  }
}
