import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { PrincipalService } from '../access/principal.service.js';
import { isApiToken } from '../api-tokens/api-token.rules.js';
import { ApiTokenService } from '../api-tokens/api-token.service.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import {
  confirmingLocked,
  identityUnconfirmed,
  secondFactorNeeded,
  secondFactorWrong,
  signInFailed,
  signInLocked,
} from '../identity.errors.js';
import type { Proof } from '../second-factor/second-factor-check.js';
import { signInFailures } from '../identity-numbers.js';
import type { ClientAddress } from './client.js';
import { CredentialService, signInStream, type Credentials, type Judgement } from './credential.service.js';
import { deviceOf } from './device.rules.js';
import { csrfTokenOf, newSecret, secretHash } from './secrets.js';
import {
  accountOfSession,
  accountOfToken,
  endOfSession,
  endSecret,
  endSessionsOf,
  insertSession,
  insertToken,
  liveHashes,
  lockAccount,
  removeExpired,
  type SessionEnd,
} from './session-store.js';
import { readSignInPolicy } from './sign-in-policy.js';

/** What comes with a password. */
interface SigningIn extends ClientAddress, Proof {}

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

/** The door: password in, principal out; sessions and tokens by which one stays signed in. */
@Injectable()
export class AuthService {
  readonly #database: Database;
  readonly #credentials: CredentialService;
  readonly #principals: PrincipalService;
  readonly #programs: ApiTokenService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    credentials: CredentialService,
    principals: PrincipalService,
    programs: ApiTokenService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#credentials = credentials;
    this.#principals = principals;
    this.#programs = programs;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Checks a password, and the code of whoever has a second factor. An unknown name, a wrong password and a disabled
   * account give the same answer after the same work; names lock after too many failures whether they exist or not.
   *
   * @throws sign-in-failed, sign-in-locked, second-factor-needed, second-factor-wrong
   */
  async signIn(username: string, password: string, { code, passkey, ...client }: SigningIn = {}): Promise<Principal> {
    const judged = await this.#credentials.judge(
      username,
      { password, code, passkey },
      { action: 'signed-in', client },
    );
    countFailure(judged.is);
    switch (judged.is) {
      case 'right':
        return judged.principal;
      case 'password-wrong':
        throw signInFailed();
      case 'code-needed':
        throw secondFactorNeeded(await this.#credentials.passkeyRequest(username, client));
      case 'code-wrong':
        throw secondFactorWrong();
      case 'locked':
        throw signInLocked(judged.until);
    }
  }

  /**
   * Whether it is still the person who signed in, before something that whoever finds an open window must not do. Whoever
   * has no password here has nothing to show: their provider asked them.
   *
   * @throws password-wrong, code-wrong, confirming-locked
   */
  async confirm(
    principal: Principal,
    given: Credentials,
    how: { readonly client: ClientAddress; readonly passwordOnly?: boolean },
  ): Promise<void> {
    if (principal.signsInBy === 'provider') return;
    const judged = await this.#credentials.judge(principal.username, given, { action: 'identity-confirmed', ...how });
    switch (judged.is) {
      case 'right':
        return;
      case 'password-wrong':
        throw identityUnconfirmed('password');
      case 'code-needed':
      case 'code-wrong':
        throw identityUnconfirmed('code');
      case 'locked':
        throw confirmingLocked(judged.until);
    }
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

  /**
   * Opens a browser session. It ends after idle time, after its whole life, or by {@link signOut}; one of somebody who
   * may have only one ends the others, whose windows are told.
   *
   * @param how.vouched whether a provider of sign-in has asked for a second factor
   */
  async openSession(
    principal: Principal,
    client: ClientAddress = {},
    { vouched = false }: { readonly vouched?: boolean } = {},
  ): Promise<OpenedSession> {
    const { sessionIdle, sessionLife } = await readSignInPolicy(this.#database);
    const openedAt = this.#clock.now();
    const token = newSecret();
    const expiresAt = new Date(openedAt.getTime() + sessionLife);
    const idleExpiresAt = new Date(openedAt.getTime() + sessionIdle);
    const { accountId } = principal;
    const session = {
      token,
      accountId,
      openedAt,
      idleExpiresAt,
      expiresAt,
      ip: client.ip,
      vouched,
      ...deviceOf(client),
    };
    await this.#database.transaction(async (tx) => {
      if (principal.singleSession) {
        await lockAccount(tx, accountId);
        await endSessionsOf(tx, accountId, { reason: 'signed-in-elsewhere', now: openedAt });
      }
      await insertSession(tx, session);
    });
    return { token, csrfToken: csrfTokenOf(token), expiresAt, principal };
  }

  /** Why a session ended before its time; undefined where it was not ended, or is unknown. */
  async endOfSession(token: string): Promise<SessionEnd | undefined> {
    return await endOfSession(this.#database, token);
  }

  /** Who a bearer token stands for; undefined when it is unknown, expired, or its account disabled. */
  async principalOfToken(token: string): Promise<Principal | undefined> {
    if (isApiToken(token)) return await this.#programs.principalOf(token);
    const accountId = await accountOfToken(this.#database, token, this.#clock.now());
    return accountId === undefined ? undefined : await this.#principals.find(accountId);
  }

  /**
   * Who a session cookie stands for, as {@link principalOfToken}.
   *
   * @param active whether somebody did something: the idle time starts anew
   */
  async principalOfSession(token: string, active = true): Promise<Principal | undefined> {
    const live = await accountOfSession(this.#database, token, { now: this.#clock.now(), active });
    const principal = live && (await this.#principals.find(live.accountId));
    return principal && live.vouched ? asVouched(principal) : principal;
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
      await this.#audit.append(tx, {
        stream: signInStream,
        actor: auditActor(principal),
        action: 'signed-out',
        result: 'done',
      });
    });
  }

  /** Removes expired sessions, tokens and failure counts; for a sweep. @returns how many rows */
  async removeExpired(): Promise<number> {
    return await removeExpired(this.#database, this.#clock.now());
  }
}

/** That a code is asked for is no failure: it comes with the next attempt. */
function countFailure(is: Judgement['is']): void {
  if (is === 'password-wrong' || is === 'code-wrong') signInFailures.inc({ reason: 'wrong' });
  if (is === 'locked') signInFailures.inc({ reason: 'locked' });
}

/** Whom a provider has asked for a second factor need not set up another one. */
function asVouched(principal: Principal): Principal {
  return { ...principal, due: principal.due.filter((due) => due !== 'second-factor') };
}
