import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, isUuid, type Clock, type Transaction } from '@lianban/platform';
import type { Principal, SignsInBy } from '../access/principal.js';
import { revokeApiTokensOf } from '../api-tokens/api-token.sql.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { accountOfOneself, accountUnknown, usernameUnknown } from '../identity.errors.js';
import { removeFactors } from '../second-factor/second-factor.sql.js';
import { endSessionsOf, endTokensOf } from '../sign-in/session-store.js';
import { forgetFailures } from '../sign-in/throttle.js';
import { Account } from './account.entity.js';
import { AccountService } from './account.service.js';
import { normaliseUsername } from './username.rules.js';

/** What others do about an account that its owner cannot get into any more, or somebody else got into. */
@Injectable()
export class AccountRescue {
  readonly #database: Database;
  readonly #accounts: AccountService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, accounts: AccountService, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#accounts = accounts;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Gives a password that its owner has to change at the next sign-in, unlocks, and signs them out everywhere.
   *
   * @throws account-unknown, account-of-oneself, password-weak
   */
  async resetPassword(by: Principal, accountId: string, password: string): Promise<void> {
    await this.#act(by, accountId, 'password-reset', async (tx, account) => {
      await this.#accounts.setPassword(tx, accountId, password, { changeNeeded: true });
      await this.#revokeTokens(tx, accountId, by.accountId);
      await forgetFailures(tx, account.username);
    });
  }

  /** Takes the second factor away, and signs out everywhere. @throws account-unknown, account-of-oneself */
  async resetSecondFactor(by: Principal, accountId: string): Promise<void> {
    await this.#act(by, accountId, 'second-factor-reset', async (tx) => {
      await removeFactors(tx, accountId);
      await this.#signOut(tx, accountId, by);
    });
  }

  /** Signs somebody out everywhere. @throws account-unknown, account-of-oneself */
  async endSessions(by: Principal, accountId: string): Promise<void> {
    await this.#act(by, accountId, 'sessions-ended', async (tx) => await this.#signOut(tx, accountId, by));
  }

  /**
   * Decides by what the account gets in. Everything by which somebody is in ends: what a person kept must not go on as a
   * program's, nor the other way round.
   *
   * @throws account-unknown, account-of-oneself
   */
  async setSignIn(by: Principal, accountId: string, signsInBy: SignsInBy): Promise<void> {
    await this.#act(by, accountId, `sign-in-by-${signsInBy}`, async (tx) => {
      await tx.manager.update(Account, { id: accountId }, { signsInBy });
      await this.#signOut(tx, accountId, by);
    });
  }

  /**
   * For whoever stands at the machine itself: a password that has to be changed, no second factor, no lock, no session.
   *
   * @throws username-unknown, password-weak
   */
  async recover(typedName: string, password: string): Promise<void> {
    const username = normaliseUsername(typedName);
    await this.#database.transaction(async (tx) => {
      const account = await tx.manager.findOneBy(Account, { username });
      if (!account || account.disabledAt) throw usernameUnknown(username);
      await this.#accounts.setPassword(tx, account.id, password, { changeNeeded: true });
      await removeFactors(tx, account.id);
      await this.#revokeTokens(tx, account.id, null);
      await tx.manager.update(Account, { id: account.id }, { signsInBy: 'password' });
      await forgetFailures(tx, username);
      const subject = { type: 'account', id: account.id };
      const detail = { at: 'command line' };
      await this.#audit.append(tx, { actor: null, action: 'account-recovered', subject, result: 'done', detail });
    });
  }

  async #signOut(tx: Transaction, accountId: string, by: Principal): Promise<void> {
    await endSessionsOf(tx, accountId, { reason: 'ended-by-administrator', now: this.#clock.now() });
    await endTokensOf(tx, accountId);
    await this.#revokeTokens(tx, accountId, by.accountId);
  }

  async #revokeTokens(tx: Transaction, accountId: string, by: string | null): Promise<void> {
    await revokeApiTokensOf(tx, accountId, { by, now: this.#clock.now() });
  }

  async #act(
    by: Principal,
    accountId: string,
    action: string,
    act: (tx: Transaction, account: Account) => Promise<void>,
  ): Promise<void> {
    if (by.accountId === accountId) throw accountOfOneself();
    await this.#database.transaction(async (tx) => {
      const account = isUuid(accountId) ? await this.#accounts.find(accountId, tx) : undefined;
      if (!account || account.disabledAt) throw accountUnknown(accountId);
      await act(tx, account);
      const subject = { type: 'account', id: accountId };
      await this.#audit.append(tx, { actor: auditActor(by), action, subject, result: 'done' });
    });
  }
}
