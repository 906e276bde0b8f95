import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { PrincipalService } from '../access/principal.service.js';
import { Account } from '../accounts/account.entity.js';
import { verifyPassword } from '../accounts/password-hash.js';
import { isUsername, normaliseUsername } from '../accounts/username.rules.js';
import { auditActor } from '../audit/audit-actor.js';
import type { AuditDraft } from '../audit/audit-entry.js';
import { AuditTrail } from '../audit/audit-trail.js';
import type { PasskeyRequest } from '../passkeys/passkey-check.js';
import { SecondFactorCheck, type Proof } from '../second-factor/second-factor-check.js';
import type { ClientAddress } from './client.js';
import { readSignInPolicy } from './sign-in-policy.js';
import { forgetFailures, lockedUntil, recordFailure } from './throttle.js';

/** What somebody shows of themselves. */
export interface Credentials extends Proof {
  readonly password: string;
}

/** Whether it was right, and what was wrong. */
export type Judgement =
  | { readonly is: 'right'; readonly principal: Principal }
  | { readonly is: 'password-wrong' | 'code-needed' | 'code-wrong' }
  | { readonly is: 'locked'; readonly until: Date };

/** What it is checked for. */
export interface Purpose {
  /** What the trail says when it was right. */
  readonly action: 'signed-in' | 'identity-confirmed';
  readonly client: ClientAddress;
  /** True where the session has shown the second factor and the password alone is asked for again. */
  readonly passwordOnly?: boolean | undefined;
  /** Present where the provider of sign-in, not a password, told who it is. */
  readonly through?: 'provider';
}

/** Audit stream of everything that happens at the door. */
export const signInStream = 'sign-in';

/**
 * Judges passwords and second factors, counts what was wrong, and locks. An unknown name, a wrong password and a
 * disabled account take the same work; whether somebody has a second factor learns only who knows the password.
 */
@Injectable()
export class CredentialService {
  readonly #database: Database;
  readonly #principals: PrincipalService;
  readonly #factors: SecondFactorCheck;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    principals: PrincipalService,
    factors: SecondFactorCheck,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#principals = principals;
    this.#factors = factors;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** Wrong ones count for the name that was typed, known or not; a code is asked for only after the right password. */
  async judge(typedName: string, given: Credentials, purpose: Purpose): Promise<Judgement> {
    const username = normaliseUsername(typedName);
    const until = await lockedUntil(this.#database, username, this.#clock.now());
    if (until) return await this.#refuseLocked(username, until, purpose);
    const account = await this.#findAccount(username);
    const right = await verifyPassword(passwordThatOpens(account), given.password);
    const principal = right && account ? await this.#principals.find(account.id) : undefined;
    if (principal) return await this.admit(principal, given, purpose);
    await this.#fail(username, account, purpose.client);
    return { is: 'password-wrong' };
  }

  /** What a key of the account is to sign instead of a code; for who has shown the password. */
  async passkeyRequest(typedName: string, client: ClientAddress): Promise<PasskeyRequest | undefined> {
    const account = await this.#findAccount(normaliseUsername(typedName));
    return account && (await this.#factors.request(account.id, client));
  }

  /** Lets somebody in who has shown the first factor: asks for the second one, where there is one, and records it. */
  async admit(principal: Principal, given: Omit<Credentials, 'password'>, purpose: Purpose): Promise<Judgement> {
    const { username, accountId } = principal;
    const asksCode = principal.hasSecondFactor && !purpose.passwordOnly;
    const subject = { type: 'account', id: accountId };
    return await this.#database.transaction(async (tx) => {
      if (asksCode) await this.#factors.begin(tx, accountId);
      const now = this.#clock.now();
      // Guesses sent all at once were checked at the same time: one that fits is refused if the others locked the name.
      const until = await lockedUntil(tx, username, now);
      if (until) {
        await this.#record(tx, { actor: null, action: 'sign-in-refused', subject, result: 'refused' }, purpose.client);
        return { is: 'locked', until };
      }
      if (asksCode && given.code === undefined && given.passkey === undefined) {
        await this.#record(tx, { actor: null, action: 'second-factor-asked', subject, result: 'done' }, purpose.client);
        return { is: 'code-needed' };
      }
      const by = asksCode ? await this.#factors.use(tx, accountId, given, { client: purpose.client, now }) : 'password';
      if (by === undefined) {
        await recordFailure(tx, username, { now, policy: await readSignInPolicy(tx) });
        await this.#record(tx, { actor: null, action: 'code-refused', subject, result: 'failed' }, purpose.client);
        return { is: 'code-wrong' };
      }
      await forgetFailures(tx, username, now);
      const entry = { actor: auditActor(principal), action: purpose.action, result: 'done' } as const;
      const shown = by === 'password' ? [] : [by];
      const detail = { by: [...(purpose.through ? [purpose.through] : []), ...shown].join('+') };
      await this.#record(tx, detail.by === '' ? entry : { ...entry, detail }, purpose.client);
      return { is: 'right', principal };
    });
  }

  async #findAccount(username: string): Promise<Account | undefined> {
    if (!isUsername(username)) return undefined;
    return (await this.#database.dataSource.manager.findOneBy(Account, { username })) ?? undefined;
  }

  async #fail(username: string, account: Account | undefined, client: ClientAddress): Promise<void> {
    const policy = await readSignInPolicy(this.#database);
    await this.#database.transaction(async (tx) => {
      await recordFailure(tx, username, { now: this.#clock.now(), policy });
      // A name that is no account's may be a password typed into the wrong field: it is not recorded.
      const subject = account && { type: 'account', id: account.id };
      const detail = { account: account ? (account.disabledAt ? 'disabled' : 'active') : 'unknown' };
      const failure = { actor: null, action: 'sign-in-failed', result: 'failed', detail } as const;
      await this.#record(tx, subject ? { ...failure, subject } : failure, client);
    });
  }

  async #refuseLocked(username: string, until: Date, { client }: Purpose): Promise<Judgement> {
    const account = await this.#findAccount(username);
    if (account) {
      const subject = { type: 'account', id: account.id };
      await this.#database.transaction(async (tx) => {
        await this.#record(tx, { actor: null, action: 'sign-in-refused', result: 'refused', subject }, client);
      });
    }
    return { is: 'locked', until };
  }

  async #record(tx: Transaction, entry: AuditDraft, { ip }: ClientAddress): Promise<void> {
    await this.#audit.append(tx, { ...entry, stream: signInStream, ...(ip !== undefined && { ip }) });
  }
}

/** Where the password of an account is switched off, none is right, after the same work. */
function passwordThatOpens(account: Account | undefined): string | undefined {
  return account?.signsInBy === 'password' ? account.passwordHash : undefined;
}
