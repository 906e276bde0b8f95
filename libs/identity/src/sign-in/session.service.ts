import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, isUuid, type Clock } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { auditActor } from '../audit/audit-actor.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { sessionUnknown } from '../identity.errors.js';
import { signInStream } from './credential.service.js';
import type { Device } from './device.rules.js';
import { secretHash } from './secrets.js';
import { endSessionsOf, endTokensOf } from './session-store.js';

/** A browser in which somebody is signed in. */
export interface OwnSession extends Device {
  readonly id: string;
  readonly openedAt: string;
  readonly seenAt: string;
  readonly ip: string | null;
  /** The one that asks. */
  readonly current: boolean;
}

/** The newest are shown; nobody has more than a handful. */
const mostShown = 50;

/** Where somebody is signed in, and the end of it. */
@Injectable()
export class SessionService {
  readonly #database: Database;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** One's own, the one in use last first. @param secret of the session that asks */
  async list({ accountId }: Principal, secret: string | undefined): Promise<OwnSession[]> {
    const rows = await this.#database.query<Omit<OwnSession, 'openedAt' | 'seenAt'> & { openedAt: Date; seenAt: Date }>(
      {
        name: 'identity-own-sessions',
        text: `SELECT id, opened_at AS "openedAt", seen_at AS "seenAt", ip, browser, system, token_hash = $3 AS current
               FROM identity.session
               WHERE account_id = $1 AND idle_expires_at > $2 AND expires_at > $2 AND ended_at IS NULL
               ORDER BY seen_at DESC, id LIMIT $4`,
        values: [accountId, this.#clock.now(), secret === undefined ? Buffer.alloc(0) : secretHash(secret), mostShown],
      },
    );
    return rows.map((row) => ({
      ...row,
      openedAt: row.openedAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
    }));
  }

  /** Ends one of one's own. @throws session-unknown */
  async end(principal: Principal, id: string): Promise<void> {
    const end = { reason: 'ended-by-owner', now: this.#clock.now(), id } as const;
    await this.#database.transaction(async (tx) => {
      if (!isUuid(id) || (await endSessionsOf(tx, principal.accountId, end)) === 0) throw sessionUnknown(id);
      const actor = auditActor(principal);
      await this.#audit.append(tx, { stream: signInStream, actor, action: 'session-ended', result: 'done' });
    });
  }

  /** Ends all others, and the tokens of programs. @param secret of the session or token that goes on */
  async endOthers(principal: Principal, secret: string | undefined): Promise<void> {
    const end = { reason: 'ended-by-owner', now: this.#clock.now(), keep: secret } as const;
    await this.#database.transaction(async (tx) => {
      const sessions = await endSessionsOf(tx, principal.accountId, end);
      await endTokensOf(tx, principal.accountId, secret);
      const entry = { actor: auditActor(principal), action: 'other-sessions-ended', result: 'done' } as const;
      await this.#audit.append(tx, { ...entry, stream: signInStream, detail: { sessions } });
    });
  }
}
