import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import { laneTable } from './lanes.rules.js';
import { countLanes } from './lanes.sql.js';
import type { LaneTable } from './lanes.js';
import { dispositionsOf } from './dispositions.rules.js';
import { countDispositions, dispositionKinds } from './dispositions.sql.js';
import type { Dispositions } from './dispositions.js';
import type { StatisticsQuery } from './statistics.js';

/**
 * Counts in which of the listed ways (处置方式) matters were settled, and which of the three ways of handling they went:
 * window, mutual aid, coordination (三个方面机制).
 */
@Injectable()
export class DispositionsService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database.reports;
    this.#counting = counting;
  }

  /** Of the cases of a period that were closed as of a day. @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<Dispositions> {
    const counted = await this.#counting.of(principal, query);
    const kinds = await dispositionKinds(this.#database);
    const counts = await this.#counting.once('dispositions', counted, () => countDispositions(this.#database, counted));
    return dispositionsOf(kinds, counts);
  }

  /** Of the cases of a period by their lane as of a day. @throws permission-missing */
  async lanes(principal: Principal, query: StatisticsQuery): Promise<LaneTable> {
    const counted = await this.#counting.of(principal, query);
    return laneTable(await this.#counting.once('lanes', counted, () => countLanes(this.#database, counted)));
  }
}
