import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import type { StatisticsQuery } from './statistics.js';
import { stretchOf, trendOf } from './trend.rules.js';
import { countTrend } from './trend.sql.js';
import type { Trend } from './trend.js';

/** How a period went, day by day or month by month, over the units that somebody answers for. */
@Injectable()
export class TrendService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database;
    this.#counting = counting;
  }

  /** @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<Trend> {
    const by = stretchOf(query.from, query.to);
    const counted = await this.#counting.of(principal, query);
    return trendOf(by, await countTrend(this.#database, counted, by));
  }
}
