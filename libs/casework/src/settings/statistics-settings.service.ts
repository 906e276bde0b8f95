import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { insertSetting, settingsBefore } from './setting.sql.js';
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

  /** What counted just before an instant; for the lib itself, which asks for rights before. */
  async before(instant: Date): Promise<StatisticsSettings> {
    const [row] = await settingsBefore(this.#database, key, { before: instant, limit: 1 });
    return statisticsSettingsSchema.parse(row?.value);
  }

  /** What was decided last, the newest first. @throws permission-missing */
  async decisions(principal: Principal): Promise<SettledStatistics[]> {
    this.#access.require(principal, 'system.manage');
    // The present instant belongs to what is known.
    const before = new Date(this.#clock.now().getTime() + 1);
    const rows = await settingsBefore(this.#database, key, { before, limit: shown });
    return rows.map(({ value, at, note, by }) => ({
      value: statisticsSettingsSchema.parse(value),
      at: at.toISOString(),
      note,
      by,
    }));
  }

  /**
   * Decides by what is counted from now on; statistics as of an earlier day stay what they were.
   *
   * @throws permission-missing, setting-calendar-unknown
   */
  async decide(
    principal: Principal,
    { value, note }: StatisticsSettingsChange,
    request?: IdempotentRequest,
  ): Promise<SettledStatistics> {
    this.#access.require(principal, 'system.manage');
    const { current } = this.#calendars;
    if (!current.has(value.calendar)) throw settingCalendarUnknown(value.calendar, current.ids);
    return await this.#idempotency.transaction(request, async (tx) => {
      const at = this.#clock.now();
      const by = { id: principal.accountId, name: principal.displayName };
      await insertSetting(tx, key, { value, note, at, by });
      const subject = { type: 'setting', id: key };
      const entry = { action: 'setting-changed', subject, result: 'done', detail: { value, note } } as const;
      await this.#audit.append(tx, { actor: auditActor(principal), ...entry });
      return { value, note, at: at.toISOString(), by: by.name };
    });
  }
}
