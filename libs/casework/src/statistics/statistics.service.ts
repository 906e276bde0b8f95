import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, CONFIG, Database, type Clock, type Config } from '@lianban/platform';
import { ratesOf, topicsOf, totalOf } from './rates.rules.js';
import { countTopics, countUnits } from './statistics.sql.js';
import type { Statistics, StatisticsQuery } from './statistics.js';

/** Counts cases, tasks and rates over the units that somebody answers for; no person and no text is in it. */
@Injectable()
export class StatisticsService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    access: AccessService,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#access = access;
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  /** What became, as of a day, of the cases that were received in a period. @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<Statistics> {
    this.#access.require(principal, 'statistics.read');
    const scope = this.#access.unitScope(principal, 'statistics.read');
    // The bounds exclude their end, and the present instant belongs to what is known.
    const now = new Date(this.#clock.now().getTime() + 1);
    const counted = { ...query, ...scope, timeZone: this.#timeZone, now };
    const fates = await countTopics(this.#database, counted);
    const units = await countUnits(this.#database, counted);
    const cases = totalOf(fates);
    const rest = totalOf(fates.filter(({ excluded }) => !excluded));
    const adjusted = { cases: rest, rates: ratesOf(rest) };
    return { cases, rates: ratesOf(cases), adjusted, units, topics: topicsOf(fates) };
  }
}
