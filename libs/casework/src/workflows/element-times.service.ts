import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { CLOCK, CONFIG, Database, type Clock, type Config } from '@lianban/platform';
import { settingAsOf } from '../settings/setting.sql.js';
import { statisticsSettingsSchema } from '../settings/statistics-settings.js';
import { officeTimeOf } from '../statistics/office-time.rules.js';
import type { ElementTimes } from './element-times.js';
import { measureElements } from './element-times.sql.js';

/** Steps that one answer measures at most: what bounds it, whatever the period. */
const most = 50_000;
/** How long before the period a step that ended in it may have begun, in days: working time is known from there. */
const before = 400;
const dayMs = 86_400_000;

/** Tells how long cases stay at the elements of a version, by the calendar of the statistics. Pauses are not taken out. */
@Injectable()
export class ElementTimesService {
  readonly #database: Database;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#calendars = calendars;
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  /** Of the steps that ended since an instant. */
  async of(processKey: string, version: number, since: string): Promise<ElementTimes> {
    const now = this.#clock.now();
    const setting = await settingAsOf(this.#database, 'statistics', { day: null, timeZone: this.#timeZone, now });
    const calendar = this.#calendars.working(statisticsSettingsSchema.parse(setting.current).calendar);
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const office = officeTimeOf(calendar, day(Date.parse(since) - before * dayMs), day(now.getTime() + dayMs));
    const asked = { processKey, version, since, timeZone: this.#timeZone, most };
    const items = await measureElements(this.#database, asked, office);
    const seen = items.reduce((sum, { count }) => sum + count, 0);
    return { calendar: office.calendar, items, cut: seen >= most };
  }
}
