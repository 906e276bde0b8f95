import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { passwordUsedBefore } from '../identity.errors.js';
import { AuthService } from '../sign-in/auth.service.js';
import type { ClientAddress } from '../sign-in/client.js';
import { signInStream } from '../sign-in/credential.service.js';
import { readSignInPolicy } from '../sign-in/sign-in-policy.js';
import { AccountService } from './account.service.js';
import { lastPasswords } from './former-password.sql.js';
import { verifyPassword } from './password-hash.js';

/** A password that its owner chooses. */
export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** Where it is changed: this session or token goes on, all others end. */
interface Here {
  readonly secret: string | undefined;
  readonly client: ClientAddress;
}

/** Changes one's own password. */
@Injectable()
export class OwnPasswordService {
  readonly #database: Database;
  readonly #auth: AuthService;
  readonly #accounts: AccountService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    auth: AuthService,
    accounts: AccountService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#auth = auth;
    this.#accounts = accounts;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Needs the present password, and one that was not among the last.
   *
   * @throws password-wrong, confirming-locked, password-weak, password-used-before
   */
  async change(principal: Principal, { current, next }: PasswordChange, { secret, client }: Here): Promise<void> {
    await this.#auth.confirm(principal, { password: current }, { client, passwordOnly: true });
    const { accountId } = principal;
    const { passwordHistory } = await readSignInPolicy(this.#database);
    for (const hash of await lastPasswords(this.#database, accountId, passwordHistory))
      if (await verifyPassword(hash, next)) throw passwordUsedBefore(passwordHistory);
    await this.#database.transaction(async (tx) => {
      await this.#accounts.setPassword(tx, accountId, next, { changeNeeded: false, keep: secret });
      const subject = { type: 'account', id: accountId };
      const entry = { actor: auditActor(principal), action: 'password-changed', subject, result: 'done' } as const;
      await this.#audit.append(tx, { ...entry, stream: signInStream, ...(client.ip && { ip: client.ip }) });
    });
  }
}
