import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { ActLog } from '../acts/act-log.service.js';
import { localDay } from '../cases/case.rules.js';
import type { SqlValues } from '../sql-values.js';
import type { Counted } from './counted.js';
import { Counting } from './counting.service.js';
import { figureSql, type FigureSql } from './figure.sql.js';
import type { FigureQuery } from './figure.js';
import { ageOf } from './historic-counts.rules.js';
import { countHistoric, historicAges } from './historic-counts.sql.js';
import { HotMattersService } from './hot-matters.service.js';

/** Finds the cases behind a figure, over the units for whose statistics somebody answers. */
@Injectable()
export class FigureCases {
  readonly #database: Database;
  readonly #counting: Counting;
  readonly #hot: HotMattersService;
  readonly #days: ActLog;

  constructor(database: Database, counting: Counting, hot: HotMattersService, days: ActLog) {
    this.#database = database.reports;
    this.#counting = counting;
    this.#hot = hot;
    this.#days = days;
  }

  /** What a list of cases asks to hold those of a figure and no others. @throws permission-missing */
  async of(principal: Principal, asked: FigureQuery): Promise<(sql: SqlValues) => FigureSql> {
    const today = this.#days.today();
    const { from = today, to = today, asOf, matter } = asked;
    const counted = await this.#counting.of(principal, { from, to, asOf });
    const count = {
      counted,
      office: this.#counting.officeTime(counted),
      matter: matter === undefined ? [] : await this.#hot.casesOf(principal, matter, asOf),
      since: asked.age === undefined ? undefined : await this.#sinceOf(counted, asked.age),
    };
    return (sql) => figureSql(asked, count, sql);
  }

  /** Since when matters stand that are of this age. */
  async #sinceOf(counted: Counted, age: string): Promise<string[]> {
    const ages = await historicAges(this.#database);
    const day = localDay(new Date(counted.known.getTime() - 1), counted.timeZone);
    const sinces = (await countHistoric(this.#database, counted)).map(({ since }) => since);
    return [...new Set(sinces)].filter((since) => ages[ageOf(ages, since, day)]?.code === age);
  }
}
