import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import { rankingOf } from './ranking.rules.js';
import { countUnitFates } from './ranking.sql.js';
import type { Ranking } from './ranking.js';
import type { StatisticsQuery } from './statistics.js';

/** Puts units beside others of their kind, and ranks them where an administrator has not switched that off. */
@Injectable()
export class RankingService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database.reports;
    this.#counting = counting;
  }

  /**
   * By weights and thresholds as they were on the day; whether ranks are told is asked of today, for every day.
   *
   * @throws permission-missing
   */
  async of(principal: Principal, query: StatisticsQuery): Promise<Ranking> {
    const counted = await this.#counting.of(principal, query);
    const fates = await this.#counting.once('ranking', counted, () => countUnitFates(this.#database, counted));
    return rankingOf(fates, counted.settings.ranking, counted.rankingShown);
  }
}
