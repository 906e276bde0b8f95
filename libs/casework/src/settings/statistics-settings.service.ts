import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { entryChanged } from '../reference/reference.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { insertSetting, lockSettings, settingsBefore, type SettingRow } from './setting.sql.js';
import { settingCalendarUnknown } from './setting.errors.js';
import {
  statisticsSettingsSchema,
  type SettledStatistics,
  type StatisticsSettings,
  type StatisticsSettingsChange,
} from './statistics-settings.js';

const key = 'statistics';
/** How many decisions are shown. */
const shown = 20;

/** What statistics are counted by (统计口径): weights, thresholds and windows, with who decided them and when. */
@Injectable()
export class StatisticsSettingsService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #idempotency: IdempotencyService;
  readonly #audit: AuditTrail;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    idempotency: IdempotencyService,
    audit: AuditTrail,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#idempotency = idempotency;
    this.#audit = audit;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /** What counts now; for the lib itself, which asks for rights before. */
  async current(): Promise<StatisticsSettings> {
    const [row] = await this.#latest(1);
    return statisticsSettingsSchema.parse(row?.value);
  }

  /** What was decided last, the newest first. @throws permission-missing */
  async decisions(principal: Principal): Promise<SettledStatistics[]> {
    this.#access.require(principal, 'system.manage');
    const rows = await this.#latest(shown);
    return rows.map(({ value, at, ...row }) => ({
      ...row,
      value: statisticsSettingsSchema.parse(value),
      at: at.toISOString(),
    }));
  }

  /**
   * Decides by what is counted from now on; statistics as of an earlier day stay what they were.
   *
   * @throws permission-missing, setting-calendar-unknown, entry-changed
   */
  async decide(
    principal: Principal,
    { version, value, note }: StatisticsSettingsChange,
    request?: IdempotentRequest,
  ): Promise<SettledStatistics> {
    this.#access.require(principal, 'system.manage');
    const { current } = this.#calendars;
    if (!current.has(value.calendar)) throw settingCalendarUnknown(value.calendar, current.ids);
    return await this.#idempotency.transaction(request, async (tx) => {
      await lockSettings(tx);
      const [last] = await this.#latest(1, tx);
      if (last && last.version !== version) throw entryChanged(key, { version: last.version, by: last.by });
      const at = this.#clock.now();
      const by = { id: principal.accountId, name: principal.displayName };
      const decided = await insertSetting(tx, key, { value, note, at, by });
      const subject = { type: 'setting', id: key };
      const entry = { action: 'setting-changed', subject, result: 'done', detail: { value, note } } as const;
      await this.#audit.append(tx, { actor: auditActor(principal), ...entry });
      return { version: decided, value, note, at: at.toISOString(), by: by.name };
    });
  }

  async #latest(limit: number, tx?: Transaction): Promise<SettingRow[]> {
    // The present instant belongs to what is known.
    const before = new Date(this.#clock.now().getTime() + 1);
    return await settingsBefore(tx ?? this.#database, key, { before, limit });
  }
}
