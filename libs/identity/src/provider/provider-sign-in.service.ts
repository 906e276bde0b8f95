import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, isUuid, type Clock, type Transaction } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { PrincipalService } from '../access/principal.service.js';
import { Account } from '../accounts/account.entity.js';
import { AccountService } from '../accounts/account.service.js';
import { isUsername, normaliseUsername } from '../accounts/username.rules.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { accountOfOneself, accountUnknown, secondFactorWrong, signInLocked } from '../identity.errors.js';
import type { ClientAddress } from '../sign-in/client.js';
import { CredentialService, signInStream } from '../sign-in/credential.service.js';
import { newSecret } from '../sign-in/secrets.js';
import { providerAccountUnknown, secondFactorStands, subjectTaken } from './provider.errors.js';
import { accountOfSubject, linkSubject, unlinkAccount, unlinkedAccount, type Subject } from './provider-subject.sql.js';

/** Somebody whom a provider of sign-in has let in. */
export interface ProviderPerson extends Subject {
  readonly username: string | undefined;
  readonly name: string | undefined;
  /** Whether the provider asked for a second factor. */
  readonly vouched: boolean;
}

/** How its people are found among the accounts. */
interface ProviderRule {
  /** `username`: the first sign-in links the account with the same user name; `subject`: administrators link them. */
  readonly link: 'username' | 'subject';
  /** Whether an account without any role is opened for whoever has none. */
  readonly create: boolean;
}

/** Whose sign-in it is, and whether a code is still to be asked for. */
interface ProviderSignedIn {
  readonly principal: Principal;
  readonly needsCode: boolean;
}

/** Password in at a provider, principal out here. An account is found by its subject, whatever its names became. */
@Injectable()
export class ProviderSignIn {
  readonly #database: Database;
  readonly #principals: PrincipalService;
  readonly #accounts: AccountService;
  readonly #credentials: CredentialService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    principals: PrincipalService,
    accounts: AccountService,
    credentials: CredentialService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#principals = principals;
    this.#accounts = accounts;
    this.#credentials = credentials;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws provider-account-unknown, sign-in-locked */
  async signIn(person: ProviderPerson, rule: ProviderRule, client: ClientAddress): Promise<ProviderSignedIn> {
    const accountId = await this.#database.transaction(
      async (tx) =>
        (await accountOfSubject(tx, person)) ??
        (await this.#linkByName(tx, person, rule)) ??
        (await this.#open(tx, person, rule)),
    );
    const principal = accountId === undefined ? undefined : await this.#principals.find(accountId);
    if (!principal || principal.signsInBy === 'program') throw providerAccountUnknown();
    const judged = await this.#credentials.admit(
      principal,
      {},
      {
        action: 'signed-in',
        client,
        through: 'provider',
        passwordOnly: person.vouched,
      },
    );
    if (judged.is === 'locked') throw signInLocked(judged.until);
    return { principal, needsCode: judged.is !== 'right' };
  }

  /** The code that {@link signIn} left to be asked for. @throws provider-account-unknown, sign-in-locked, second-factor-wrong */
  async giveCode(accountId: string, code: string, client: ClientAddress): Promise<Principal> {
    const principal = await this.#principals.find(accountId);
    if (!principal) throw providerAccountUnknown();
    const judged = await this.#credentials.admit(
      principal,
      { code },
      { action: 'signed-in', client, through: 'provider' },
    );
    if (judged.is === 'locked') throw signInLocked(judged.until);
    if (judged.is !== 'right') throw secondFactorWrong();
    return principal;
  }

  /**
   * Links an account to somebody of the provider, or to nobody. Not while it has a second factor, which another
   * administrator takes away: the provider may vouch for its own people, so one alone would get in.
   *
   * @throws account-unknown, account-of-oneself, second-factor-stands, subject-taken
   */
  async setSubject(by: Principal, accountId: string, issuer: string, subject: string | null): Promise<void> {
    if (by.accountId === accountId) throw accountOfOneself();
    const owner = isUuid(accountId) ? await this.#principals.find(accountId) : undefined;
    if (!owner) throw accountUnknown(accountId);
    if (subject !== null && owner.hasSecondFactor) throw secondFactorStands(owner.username);
    await this.#database.transaction(async (tx) => {
      await unlinkAccount(tx, issuer, accountId);
      const now = this.#clock.now();
      if (subject !== null && !(await linkSubject(tx, { issuer, subject }, { accountId, now }))) throw subjectTaken();
      await this.#record(tx, auditActor(by), subject === null ? 'provider-unlinked' : 'provider-linked', accountId);
    });
  }

  async #linkByName(tx: Transaction, person: ProviderPerson, { link }: ProviderRule): Promise<string | undefined> {
    if (link !== 'username' || person.username === undefined) return undefined;
    const accountId = await unlinkedAccount(tx, person.issuer, normaliseUsername(person.username));
    if (accountId === undefined || !(await linkSubject(tx, person, { accountId, now: this.#clock.now() })))
      return undefined;
    await this.#record(tx, null, 'provider-linked', accountId);
    return accountId;
  }

  async #open(tx: Transaction, person: ProviderPerson, { create }: ProviderRule): Promise<string | undefined> {
    const username = normaliseUsername(person.username ?? '');
    if (!create || !isUsername(username)) return undefined;
    if (await tx.manager.existsBy(Account, { username })) return undefined;
    const displayName = person.name ?? username;
    // Nobody knows this password, and the account takes none; the table asks for one.
    const account = await this.#accounts.create(tx, { username, displayName, password: `Aa1-${newSecret()}` });
    await tx.manager.update(Account, { id: account.id }, { signsInBy: 'provider', passwordChangeNeeded: false });
    await linkSubject(tx, person, { accountId: account.id, now: this.#clock.now() });
    await this.#record(tx, null, 'account-opened-by-provider', account.id);
    return account.id;
  }

  async #record(
    tx: Transaction,
    actor: ReturnType<typeof auditActor> | null,
    action: string,
    accountId: string,
  ): Promise<void> {
    const subject = { type: 'account', id: accountId };
    await this.#audit.append(tx, { stream: signInStream, actor, action, subject, result: 'done' });
  }
}
