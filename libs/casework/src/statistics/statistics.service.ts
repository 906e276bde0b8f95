import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import { ratesOf, sumOf, topicsOf, totalOf } from './rates.rules.js';
import { countTopics, countUnits } from './statistics.sql.js';
import type { RateCounts, Statistics, StatisticsQuery } from './statistics.js';
import { stretchOf, trendOf } from './trend.rules.js';
import { countTrend } from './trend.sql.js';
import type { Trend } from './trend.js';
import { weakTopicsOf } from './weak-topics.rules.js';

/** Counts cases, tasks and rates over the units that somebody answers for; no person and no text is in it. */
@Injectable()
export class StatisticsService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database.reports;
    this.#counting = counting;
  }

  /** What became, as of a day, of the cases that were received in a period. @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<Statistics> {
    const counted = await this.#counting.of(principal, query);
    const fates = await this.#counting.once('topics', counted, () => countTopics(this.#database, counted));
    const tasks = await this.#counting.once('units', counted, () =>
      countUnits(this.#database, counted, this.#counting.officeTime(counted)),
    );
    const claims = sumOf(tasks, ['toClaim', 'claimedInTime', 'toClaimLeft', 'claimedInTimeLeft']);
    const left = { toClaim: claims.toClaimLeft, claimedInTime: claims.claimedInTimeLeft };
    const rest = fates.filter(({ excluded }) => !excluded);
    const { fewest } = counted.settings.weakTopics;
    return {
      ...withRates(totalOf(fates, claims)),
      adjusted: withRates(totalOf(rest, left)),
      units: tasks.map(({ toClaimLeft: _, claimedInTimeLeft: __, ...unit }) => unit),
      topics: topicsOf(fates),
      weakTopics: { fewest, items: weakTopicsOf(fates, fewest) },
    };
  }

  /** How the period went, day by day, or month by month where it is long. @throws permission-missing */
  async trend(principal: Principal, query: StatisticsQuery): Promise<Trend> {
    const by = stretchOf(query.from, query.to);
    const counted = await this.#counting.of(principal, query);
    const counts = await this.#counting.once('trend', counted, () => countTrend(this.#database, counted, by));
    return trendOf(by, counts);
  }
}

function withRates(cases: RateCounts) {
  return { cases, rates: ratesOf(cases) };
}
