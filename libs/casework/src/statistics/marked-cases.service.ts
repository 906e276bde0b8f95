import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import { campaignCountOf } from './campaign-counts.rules.js';
import { countCampaigns } from './campaign-counts.sql.js';
import { Counting } from './counting.service.js';
import type { CampaignCounts, HistoricCounts } from './marked-cases.js';
import { historicCountsOf } from './historic-counts.rules.js';
import { countHistoric, historicAges } from './historic-counts.sql.js';
import type { StatisticsQuery } from './statistics.js';

/** Counts the cases that carry a mark: the campaign for which they were registered, or that a matter is long-standing. */
@Injectable()
export class MarkedCases {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database.reports;
    this.#counting = counting;
  }

  /** Of the cases of a period, as of a day. @throws permission-missing */
  async campaigns(principal: Principal, query: StatisticsQuery): Promise<CampaignCounts> {
    const counts = await countCampaigns(this.#database, await this.#counting.of(principal, query));
    return { items: counts.map(campaignCountOf) };
  }

  /** Open cases about long-standing matters as of a day, whenever they were received. @throws permission-missing */
  async historic(principal: Principal, query: StatisticsQuery): Promise<HistoricCounts> {
    const counted = await this.#counting.of(principal, query);
    const counts = await countHistoric(this.#database, counted);
    const day = localDay(new Date(counted.known.getTime() - 1), counted.timeZone);
    return historicCountsOf(await historicAges(this.#database), counts, day);
  }
}
