import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CLOCK, Database, newId, uniqueViolation, type Clock, type Transaction } from '@lianban/platform';
import { accountUnknown, passwordWeak, usernameInvalid, usernameTaken } from '../identity.errors.js';
import { endSecretsOf } from '../sign-in/session-store.js';
import { readSignInPolicy } from '../sign-in/sign-in-policy.js';
import { Account } from './account.entity.js';
import { keepFormerPassword } from './former-password.sql.js';
import { hashPassword } from './password-hash.js';
import { passwordProblems } from './password.rules.js';
import { isUsername, normaliseUsername } from './username.rules.js';

/** A person who is to get an account. */
export interface AccountDraft {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  /** Of this password, where many are made before a transaction; made here otherwise. */
  readonly passwordHash?: string | undefined;
}

/** How a password is set. */
interface PasswordSetting {
  /** True where somebody else than its owner chose it. */
  readonly changeNeeded: boolean;
  /** The session or token that goes on. */
  readonly keep?: string | undefined;
}

/** The accounts themselves; what they may do is for GrantService, where they work for MembershipService. */
@Injectable()
export class AccountService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** The account with this id, also a disabled one. */
  async find(id: string, tx?: Transaction): Promise<Account | undefined> {
    const manager = tx?.manager ?? this.#database.dataSource.manager;
    return (await manager.findOneBy(Account, { id })) ?? undefined;
  }

  /** Display names by account id; unknown ids are left out. For the names in a list, in one query. */
  async namesOf(ids: readonly string[], tx?: Transaction): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const manager = tx?.manager ?? this.#database.dataSource.manager;
    const accounts = await manager.find(Account, {
      select: { id: true, displayName: true },
      where: { id: In([...new Set(ids)]) },
    });
    return new Map(accounts.map((account) => [account.id, account.displayName]));
  }

  /** Whether an account is open among those with these ids or user names, without some. */
  async anyOpen(
    idsOrNames: readonly string[],
    { except }: { readonly except: readonly string[] },
    tx: Transaction,
  ): Promise<boolean> {
    const open = await tx.query({
      name: 'identity-any-open',
      text: `SELECT FROM identity.account
             WHERE (username = ANY($1::text[]) OR id::text = ANY($1)) AND disabled_at IS NULL AND id <> ALL($2::uuid[])
             LIMIT 1`,
      values: [idsOrNames, except],
    });
    return open.length > 0;
  }

  /**
   * Opens an account. It may do nothing until roles are granted and its owner has chosen a password of their own.
   *
   * @throws username-invalid, username-taken, password-weak
   */
  async create(tx: Transaction, draft: AccountDraft): Promise<Account> {
    const username = normaliseUsername(draft.username);
    if (!isUsername(username)) throw usernameInvalid(draft.username);
    const passwordHash = await this.#strongHash(tx, username, draft.password, draft.passwordHash);
    const now = this.#clock.now();
    const account = tx.manager.create(Account, {
      id: newId(),
      username,
      displayName: draft.displayName,
      passwordHash,
      passwordChangedAt: now,
      passwordChangeNeeded: true,
      signsInBy: 'password',
      createdAt: now,
      disabledAt: null,
    });
    try {
      await tx.manager.insert(Account, account);
    } catch (error) {
      throw uniqueViolation(error) === 'account_username' ? usernameTaken(username) : error;
    }
    return account;
  }

  /** Sets a new password and signs the person out everywhere else. @throws account-unknown, password-weak */
  async setPassword(tx: Transaction, id: string, password: string, how: PasswordSetting): Promise<void> {
    const account = await this.find(id, tx);
    if (!account) throw accountUnknown(id);
    const passwordHash = await this.#strongHash(tx, account.username, password);
    const { passwordHistory } = await readSignInPolicy(tx);
    const now = this.#clock.now();
    await keepFormerPassword(tx, id, { now, kept: passwordHistory });
    const { changeNeeded: passwordChangeNeeded, keep } = how;
    await tx.manager.update(Account, { id }, { passwordHash, passwordChangedAt: now, passwordChangeNeeded });
    await endSecretsOf(tx, [id], keep);
  }

  /** Closes an account and signs the person out everywhere; its name stays in every record. @throws account-unknown */
  async disable(tx: Transaction, id: string): Promise<void> {
    const { affected } = await tx.manager.update(Account, { id }, { disabledAt: this.#clock.now() });
    if (affected === 0) throw accountUnknown(id);
    await endSecretsOf(tx, [id]);
  }

  async #strongHash(tx: Transaction, username: string, password: string, made?: string): Promise<string> {
    const problems = passwordProblems(password, username, await readSignInPolicy(tx));
    if (problems.length > 0) throw passwordWeak(problems);
    return made ?? (await hashPassword(password));
  }
}
