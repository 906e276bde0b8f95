import { Inject, Injectable } from '@nestjs/common';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { entryChanged } from '../reference/reference.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { insertSetting, lockSettings, settingsBefore, type SettingRow } from './setting.sql.js';

/** What is decided of a setting. */
interface Decision extends Pick<SettingRow, 'version' | 'value' | 'note'> {
  /** What the audit trail says of it, beside the grounds. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What administrators decide by one value in the place of another. Who may, and what a value is, its keeper says. */
@Injectable()
export class Settings {
  readonly #database: Database;
  readonly #idempotency: IdempotencyService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(database: Database, idempotency: IdempotencyService, audit: AuditTrail, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#idempotency = idempotency;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** What was decided last, the newest first. */
  async latest(key: string, limit = 1, tx?: Transaction): Promise<SettingRow[]> {
    // The present instant belongs to what is known.
    const before = new Date(this.#clock.now().getTime() + 1);
    return await settingsBefore(tx ?? this.#database, key, { before, limit });
  }

  /** Decides anew; `version` is that of the latest decision, 0 where there is none. @throws entry-changed */
  async decide(
    principal: Principal,
    key: string,
    { version, value, note, detail }: Decision,
    request: IdempotentRequest | undefined,
  ): Promise<{ readonly version: number; readonly note: string; readonly at: string; readonly by: string }> {
    return await this.#idempotency.transaction(request, async (tx) => {
      await lockSettings(tx);
      const [last = { version: 0, by: '' }] = await this.latest(key, 1, tx);
      if (last.version !== version) throw entryChanged(key, { version: last.version, by: last.by });
      const at = this.#clock.now();
      const by = { id: principal.accountId, name: principal.displayName };
      const decided = await insertSetting(tx, key, { value, note, at, by });
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'setting-changed',
        subject: { type: 'setting', id: key },
        result: 'done',
        detail: { ...detail, note },
      });
      return { version: decided, note, at: at.toISOString(), by: by.name };
    });
  }
}
