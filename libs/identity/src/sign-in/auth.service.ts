import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { PrincipalService } from '../access/principal.service.js';
import { Account } from '../accounts/account.entity.js';
import { verifyPassword } from '../accounts/password-hash.js';
import { isUsername, normaliseUsername } from '../accounts/username.rules.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { signInFailed, signInLocked } from '../identity.errors.js';
import { csrfTokenOf, newSecret, secretHash } from './secrets.js';
import {
  accountOfSession,
  accountOfToken,
  endSecret,
  insertSession,
  insertToken,
  liveHashes,
  removeExpired,
} from './session-store.js';
import { readSignInPolicy } from './sign-in-policy.js';
import { forgetFailures, lockedUntil, recordFailure } from './throttle.js';

/** Where a request comes from. */
export interface ClientAddress {
  readonly ip?: string;
}

/** An access token for a program. */
export interface IssuedToken {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

/** A session for a browser: the token goes into an HttpOnly cookie, the CSRF token to the page. */
export interface OpenedSession {
  readonly token: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  readonly principal: Principal;
}

/** Audit stream of everything that happens at the door. */
const stream = 'sign-in';

/** The door: password in, principal out; sessions and tokens by which one stays signed in. */
@Injectable()
export class AuthService {
  readonly #database: Database;
  readonly #principals: PrincipalService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, principals: PrincipalService, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#principals = principals;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Checks a password. An unknown name, a wrong password and a disabled account give the same answer after the same
   * work; names lock after too many failures whether they exist or not.
   *
   * @throws sign-in-failed, sign-in-locked
   */
  async signIn(typedName: string, password: string, client: ClientAddress = {}): Promise<Principal> {
    const username = normaliseUsername(typedName);
    const lock = await lockedUntil(this.#database, username, this.#clock.now());
    if (lock) throw await this.#refuseLocked(username, lock, client);
    const account = await this.#findAccount(username);
    const right = await verifyPassword(account?.passwordHash, password);
    const principal = right && account ? await this.#principals.find(account.id) : undefined;
    if (!principal) {
      await this.#fail(username, account, client);
      throw signInFailed();
    }
    // Guesses sent all at once were checked at the same time: one that fits is refused if the others locked the name.
    const lockSince = await lockedUntil(this.#database, username, this.#clock.now());
    if (lockSince) throw await this.#refuseLocked(username, lockSince, client);
    await this.#succeed(username, principal, client);
    return principal;
  }

  /** Gives a program a token that stands for the person until it expires. */
  async issueToken(principal: Principal): Promise<IssuedToken> {
    const { tokenLife } = await readSignInPolicy(this.#database);
    const issuedAt = this.#clock.now();
    const accessToken = newSecret();
    const expiresAt = new Date(issuedAt.getTime() + tokenLife);
    await insertToken(this.#database, { token: accessToken, accountId: principal.accountId, issuedAt, expiresAt });
    return { accessToken, expiresIn: Math.floor(tokenLife / 1_000) };
  }

  /** Opens a browser session. It ends after idle time, after its whole life, or by {@link signOut}. */
  async openSession(principal: Principal, client: ClientAddress = {}): Promise<OpenedSession> {
    const { sessionIdle, sessionLife } = await readSignInPolicy(this.#database);
    const openedAt = this.#clock.now();
    const token = newSecret();
    const expiresAt = new Date(openedAt.getTime() + sessionLife);
    const idleExpiresAt = new Date(openedAt.getTime() + sessionIdle);
    const { accountId } = principal;
    await insertSession(this.#database, { token, accountId, openedAt, idleExpiresAt, expiresAt, ip: client.ip });
    return { token, csrfToken: csrfTokenOf(token), expiresAt, principal };
  }

  /** Who a bearer token stands for; undefined when it is unknown, expired, or its account disabled. */
  async principalOfToken(token: string): Promise<Principal | undefined> {
    const accountId = await accountOfToken(this.#database, token, this.#clock.now());
    return accountId === undefined ? undefined : await this.#principals.find(accountId);
  }

  /**
   * Who a session cookie stands for, as {@link principalOfToken}.
   *
   * @param active whether somebody did something: the idle time starts anew
   */
  async principalOfSession(token: string, active = true): Promise<Principal | undefined> {
    const accountId = await accountOfSession(this.#database, token, { now: this.#clock.now(), active });
    return accountId === undefined ? undefined : await this.#principals.find(accountId);
  }

  /** Those of these sessions and tokens that still sign somebody in. Being asked for does not keep them alive. */
  async stillSignedIn(secrets: readonly string[]): Promise<ReadonlySet<string>> {
    if (secrets.length === 0) return new Set();
    const byHash = new Map(secrets.map((secret) => [secretHash(secret).toString('hex'), secret]));
    const hashes = [...byHash.keys()].map((hash) => Buffer.from(hash, 'hex'));
    const live = await liveHashes(this.#database, hashes, this.#clock.now());
    return new Set(live.flatMap((hash) => byHash.get(hash.toString('hex')) ?? []));
  }

  /** Ends a session or an access token; one that has ended already is fine. */
  async signOut(token: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const accountId = await endSecret(tx, token);
      const principal = accountId === undefined ? undefined : await this.#principals.find(accountId, tx);
      if (!principal) return;
      await this.#audit.append(tx, { stream, actor: auditActor(principal), action: 'signed-out', result: 'done' });
    });
  }

  /** Removes expired sessions, tokens and failure counts; for a sweep. @returns how many rows */
  async removeExpired(): Promise<number> {
    return await removeExpired(this.#database, this.#clock.now());
  }

  async #findAccount(username: string): Promise<Account | undefined> {
    if (!isUsername(username)) return undefined;
    return (await this.#database.dataSource.manager.findOneBy(Account, { username })) ?? undefined;
  }

  async #succeed(username: string, principal: Principal, client: ClientAddress): Promise<void> {
    await this.#database.transaction(async (tx) => {
      await forgetFailures(tx, username, this.#clock.now());
      await this.#audit.append(tx, {
        stream,
        actor: auditActor(principal),
        action: 'signed-in',
        result: 'done',
        ...client,
      });
    });
  }

  async #fail(username: string, account: Account | undefined, client: ClientAddress): Promise<void> {
    const policy = await readSignInPolicy(this.#database);
    await this.#database.transaction(async (tx) => {
      await recordFailure(tx, username, { now: this.#clock.now(), policy });
      // A name that is no account's may be a password typed into the wrong field: it is not recorded.
      const subject = account && { type: 'account', id: account.id };
      const detail = { account: account ? (account.disabledAt ? 'disabled' : 'active') : 'unknown' };
      const failure = { stream, actor: null, action: 'sign-in-failed', result: 'failed', detail, ...client } as const;
      await this.#audit.append(tx, subject ? { ...failure, subject } : failure);
    });
  }

  async #refuseLocked(username: string, lock: Date, client: ClientAddress): Promise<Error> {
    const account = await this.#findAccount(username);
    if (account) {
      const subject = { type: 'account', id: account.id };
      await this.#database.transaction(async (tx) => {
        await this.#audit.append(tx, {
          stream,
          actor: null,
          action: 'sign-in-refused',
          result: 'refused',
          subject,
          ...client,
        });
      });
    }
    return signInLocked(lock);
  }
}
