import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import { laneTable } from './lanes.rules.js';
import { countLanes } from './lanes.sql.js';
import type { LaneTable } from './lanes.js';
import type { StatisticsQuery } from './statistics.js';

/** Counts how many cases went which of the three ways: window, mutual aid, coordination (三个方面机制). */
@Injectable()
export class LanesService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database;
    this.#counting = counting;
  }

  /** Of the cases received in a period, as of a day. @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<LaneTable> {
    return laneTable(await countLanes(this.#database, await this.#counting.of(principal, query)));
  }
}
