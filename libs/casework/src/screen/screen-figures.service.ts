import { Injectable } from '@nestjs/common';
import { AccessService, type Principal, type UnitScope } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Database } from '@lianban/platform';
import { ActLog } from '../acts/act-log.service.js';
import { Counting } from '../statistics/counting.service.js';
import { mapFigures } from '../statistics/map-figures.sql.js';
import { ratesOf, totalOf } from '../statistics/rates.rules.js';
import { countTopics } from '../statistics/statistics.sql.js';
import { countTrend } from '../statistics/trend.sql.js';
import { weakTopicsOf } from '../statistics/weak-topics.rules.js';
import type { ScreenFigures } from './screen-figures.js';
import { openByLevel } from './screen-figures.sql.js';

const dayMs = 86_400_000;
/** How far back a screen looks, today among it. Days. */
const days = 30;
const mostWeak = 6;

/** Figures for a screen in a hall, read by a link or by somebody who may read statistics. */
@Injectable()
export class ScreenFiguresService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #counting: Counting;
  readonly #units: UnitService;
  readonly #days: ActLog;

  constructor(database: Database, access: AccessService, counting: Counting, units: UnitService, days: ActLog) {
    this.#database = database;
    this.#access = access;
    this.#counting = counting;
    this.#units = units;
    this.#days = days;
  }

  /** Of the units that somebody answers for. @throws permission-missing */
  async of(principal: Principal): Promise<ScreenFigures> {
    this.#access.require(principal, 'statistics.read');
    return await this.ofScope(this.#access.unitScope(principal, 'statistics.read'));
  }

  /** Of units for which the caller has a right already. */
  async ofScope(scope: UnitScope): Promise<ScreenFigures> {
    const to = this.#days.today();
    const from = new Date(Date.parse(to) - (days - 1) * dayMs).toISOString().slice(0, 10);
    const counted = await this.#counting.ofScope(scope, { from, to });
    const fates = await this.#counting.once('topics', counted, () => countTopics(this.#database, counted));
    const trend = await this.#counting.once('trend', counted, () => countTrend(this.#database, counted, 'day'));
    const places = await this.#counting.once('map', counted, () => mapFigures(this.#database, counted));
    const levels = await openByLevel(this.#database, scope.unitIds);
    const named = await this.#units.byIds(scope.unitIds);
    const today = trend.at(-1);
    const rates = ratesOf(totalOf(fates.filter(({ excluded }) => !excluded)));
    return {
      units: scope.unitIds.map((id) => named.get(id)?.name ?? id),
      at: this.#days.now().toISOString(),
      days,
      today: { received: today?.received ?? 0, endings: today?.endings ?? 0 },
      open: levels.reduce((sum, { open }) => sum + open, 0),
      overdue: places.reduce((sum, { red }) => sum + red, 0),
      inTime: rates.find(({ code }) => code === 'closing-in-time') ?? null,
      levels,
      places: places.map(({ parentId: _, address: __, ...place }) => place),
      trend: trend.map(({ day, received, endings }) => ({ day, received, endings })),
      weakTopics: weakTopicsOf(fates, counted.settings.weakTopics.fewest)
        .slice(0, mostWeak)
        .map(({ topic, name, rate, mean }) => ({ topic, name, rate, mean })),
    };
  }
}
