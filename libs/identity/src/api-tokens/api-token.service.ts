import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  CONFIG,
  Database,
  instantMark,
  isUuid,
  pageOf,
  type Clock,
  type Config,
  type Page,
  type Transaction,
} from '@lianban/platform';
import { isPermission } from '../access/permission.js';
import type { Principal } from '../access/principal.js';
import { PrincipalService } from '../access/principal.service.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { accountUnknown } from '../identity.errors.js';
import { secretHash } from '../sign-in/secrets.js';
import { readSignInPolicy } from '../sign-in/sign-in-policy.js';
import {
  apiTokenExists,
  apiTokenScopeRefused,
  apiTokensEnough,
  apiTokenTermRefused,
  apiTokenUnknown,
  notOfProgram,
} from './api-token.errors.js';
import { asProgram, newApiToken } from './api-token.rules.js';
import { countLiveApiTokens, findApiToken, insertApiToken, listApiTokens, revokeApiToken } from './api-token.sql.js';
import type { ApiToken, NewApiToken } from './api-token.js';

const day = 86_400_000;
/** Live tokens of one account; whoever needs more has forgotten some. */
const most = 50;

/** A token, told once. */
export interface MadeApiToken {
  readonly token: string;
  readonly expiresAt: string;
}

/** Tokens by which programs act for an account, each for a purpose and a time. */
@Injectable()
export class ApiTokenService {
  readonly #database: Database;
  readonly #principals: PrincipalService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    principals: PrincipalService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) { timeZone }: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#principals = principals;
    this.#audit = audit;
    this.#clock = clock;
    this.#timeZone = timeZone;
  }

  /** Who acts by this token, with no more than it allows; undefined where it does not hold, or its account is closed. */
  async principalOf(token: string): Promise<Principal | undefined> {
    const at = { now: this.#clock.now(), timeZone: this.#timeZone };
    const known = await findApiToken(this.#database, secretHash(token), at);
    const owner = known && (await this.#principals.find(known.accountId));
    return owner && asProgram(owner, { ...known, scopes: new Set(known.scopes.filter(isPermission)) });
  }

  /** One's own, the newest first; the last hundred. */
  async ofOneself({ accountId }: Principal): Promise<ApiToken[]> {
    const rows = await listApiTokens(this.#database, {
      accountId,
      now: this.#clock.now(),
      mark: undefined,
      limit: 100,
    });
    return rows.map(({ mark: _mark, ...token }) => token);
  }

  /** One page of everybody's, the newest first. @throws cursor-invalid */
  async list({
    limit,
    after,
  }: {
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<Page<ApiToken>> {
    const asked = { now: this.#clock.now(), mark: instantMark(after), limit: limit + 1 };
    const page = pageOf(await listApiTokens(this.#database, asked), limit, ({ mark, id }) => [mark, id]);
    return { items: page.items.map(({ mark: _mark, ...token }) => token), next: page.next };
  }

  /**
   * Makes a token that acts as its maker. Who calls it has made sure that it is them.
   *
   * @param id chosen by who asks, so that a request that is repeated makes no second one
   * @throws api-token-scope-refused, api-token-term-refused, api-tokens-enough, api-token-exists, api-token-unknown
   */
  async makeForOneself(maker: Principal, id: string, draft: NewApiToken): Promise<MadeApiToken> {
    return await this.#make(maker, maker, id, draft);
  }

  /** Makes one for an account that only programs use. @throws account-unknown, not-of-program, as {@link makeForOneself} */
  async makeForProgram(maker: Principal, accountId: string, id: string, draft: NewApiToken): Promise<MadeApiToken> {
    const owner = isUuid(accountId) ? await this.#principals.find(accountId) : undefined;
    if (!owner) throw accountUnknown(accountId);
    if (owner.signsInBy !== 'program') throw notOfProgram(owner.username);
    return await this.#make(maker, owner, id, draft);
  }

  /** Takes one of one's own back. @throws api-token-unknown */
  async revokeOwn(owner: Principal, id: string): Promise<void> {
    await this.#revoke(owner, id, owner.accountId);
  }

  /** Takes anybody's back. @throws api-token-unknown */
  async revoke(by: Principal, id: string): Promise<void> {
    await this.#revoke(by, id);
  }

  async #make(maker: Principal, owner: Principal, id: string, draft: NewApiToken): Promise<MadeApiToken> {
    const beyond = draft.scopes.find((scope) => !owner.permissions.has(scope));
    if (beyond !== undefined) throw apiTokenScopeRefused(beyond);
    if (!isUuid(id)) throw apiTokenUnknown(id);
    const { token, start } = newApiToken();
    const createdAt = this.#clock.now();
    const expiresAt = new Date(createdAt.getTime() + draft.days * day);
    return await this.#database.transaction(async (tx) => {
      const { apiTokenDays } = await readSignInPolicy(tx);
      if (draft.days > apiTokenDays) throw apiTokenTermRefused(apiTokenDays);
      if ((await countLiveApiTokens(tx, owner.accountId, createdAt)) >= most) throw apiTokensEnough(most);
      const { name } = draft;
      const scopes = [...new Set(draft.scopes)];
      const facts = { id, accountId: owner.accountId, name, scopes, start, createdAt, expiresAt };
      const row = { ...facts, hash: secretHash(token), createdBy: maker.accountId };
      if (!(await insertApiToken(tx, row))) throw apiTokenExists();
      await this.#record(tx, maker, 'api-token-made', { id, name, scopes, start, account: owner.username, expiresAt });
      return { token, expiresAt: expiresAt.toISOString() };
    });
  }

  async #revoke(by: Principal, id: string, accountId?: string): Promise<void> {
    await this.#database.transaction(async (tx) => {
      const now = this.#clock.now();
      const revoked = isUuid(id) ? await revokeApiToken(tx, id, { by: by.accountId, now, accountId }) : undefined;
      if (!revoked) throw apiTokenUnknown(id);
      await this.#record(tx, by, 'api-token-revoked', { id, name: revoked.name });
    });
  }

  async #record(
    tx: Transaction,
    by: Principal,
    action: string,
    { id, ...detail }: { readonly id: string; readonly [fact: string]: unknown },
  ): Promise<void> {
    const subject = { type: 'api-token', id };
    await this.#audit.append(tx, { actor: auditActor(by), action, subject, result: 'done', detail });
  }
}
