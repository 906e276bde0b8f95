import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal, type UnitScope } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { settingAsOf } from '../settings/setting.sql.js';
import { statisticsSettingsSchema } from '../settings/statistics-settings.js';
import type { Counted } from './counted.js';
import { KeptCounts } from './kept-counts.js';
import { officeTimeOf, type OfficeTime } from './office-time.rules.js';
import type { StatisticsQuery } from './statistics.js';

const dayMs = 86_400_000;
/** How far beyond the present working days are looked up: the longest term for claiming, over the longest holiday. Days. */
const ahead = 40;

/** Over what somebody's statistics are counted: the units that they answer for, and what was known and decided then. */
@Injectable()
export class Counting {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;
  readonly #kept: KeptCounts;

  constructor(database: Database, access: AccessService, calendars: EngineCalendars, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#calendars = calendars;
    this.#clock = clock;
    this.#kept = new KeptCounts(clock);
  }

  /** @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<Counted> {
    this.#access.require(principal, 'statistics.read');
    return await this.ofScope(this.#access.unitScope(principal, 'statistics.read'), query);
  }

  /** Over units for whom the caller has a right already. */
  async ofScope(scope: UnitScope, { from, to, asOf }: StatisticsQuery): Promise<Counted> {
    // The bounds exclude their end, and the present instant belongs to what is known.
    const now = new Date(this.#clock.now().getTime() + 1);
    const { timeZone } = this.#calendars;
    const day = { day: asOf ?? null, timeZone, now };
    const setting = await settingAsOf(this.#database, 'statistics', day);
    return {
      from,
      to,
      known: setting.known,
      timeZone,
      ...scope,
      settings: statisticsSettingsSchema.parse(setting.value),
      rankingShown: statisticsSettingsSchema.parse(setting.current).ranking.shown,
    };
  }

  /** What a statement counts; not counted twice at once, and what takes long not twice in a minute. */
  async once<T>(name: string, counted: Counted, count: () => Promise<T>): Promise<T> {
    const { known, ...rest } = counted;
    // What is known now is known in the next second too; what was known on a day is another question.
    const asOf = known > this.#clock.now() ? null : known;
    return await this.#kept.of(JSON.stringify([name, asOf, rest]), count);
  }

  /** The working time of the period and beyond, by the calendar that the settings name, as it is decided now. */
  officeTime({ from, known, settings }: Counted): OfficeTime {
    const calendar = this.#calendars.working(settings.calendar);
    return officeTimeOf(calendar, from, new Date(known.getTime() + ahead * dayMs).toISOString().slice(0, 10));
  }
}
