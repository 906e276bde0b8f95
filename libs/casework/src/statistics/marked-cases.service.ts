import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import type { CampaignCounts } from './campaign-counts.js';
import { campaignCountOf } from './campaign-counts.rules.js';
import { countCampaigns } from './campaign-counts.sql.js';
import { Counting } from './counting.service.js';
import type { StatisticsQuery } from './statistics.js';

/** Counts the cases that carry a mark: the campaign for which they were registered. */
@Injectable()
export class MarkedCases {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database;
    this.#counting = counting;
  }

  /** Of the cases of a period, as of a day. @throws permission-missing */
  async campaigns(principal: Principal, query: StatisticsQuery): Promise<CampaignCounts> {
    const counts = await countCampaigns(this.#database, await this.#counting.of(principal, query));
    return { items: counts.map(campaignCountOf) };
  }
}
