import { Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { settingCalendarUnknown } from './setting.errors.js';
import { Settings } from './settings.service.js';
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
  readonly #settings: Settings;
  readonly #access: AccessService;
  readonly #calendars: EngineCalendars;

  constructor(settings: Settings, access: AccessService, calendars: EngineCalendars) {
    this.#settings = settings;
    this.#access = access;
    this.#calendars = calendars;
  }

  /** What counts now; for the lib itself, which asks for rights before. */
  async current(): Promise<StatisticsSettings> {
    const [row] = await this.#settings.latest(key);
    return statisticsSettingsSchema.parse(row?.value);
  }

  /** What was decided last, the newest first. @throws permission-missing */
  async decisions(principal: Principal): Promise<SettledStatistics[]> {
    this.#access.require(principal, 'system.manage');
    const rows = await this.#settings.latest(key, shown);
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
    return {
      ...(await this.#settings.decide(principal, key, { version, value, note, detail: { value } }, request)),
      value,
    };
  }
}
