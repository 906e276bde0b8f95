import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import { dispositionsOf } from './dispositions.rules.js';
import { countDispositions, dispositionKinds } from './dispositions.sql.js';
import type { Dispositions } from './dispositions.js';
import type { StatisticsQuery } from './statistics.js';

/** Counts in which of the listed ways (处置方式) matters were settled. */
@Injectable()
export class DispositionsService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database;
    this.#counting = counting;
  }

  /** Of the cases of a period that were closed as of a day. @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<Dispositions> {
    const counted = await this.#counting.of(principal, query);
    const kinds = await dispositionKinds(this.#database);
    return dispositionsOf(kinds, await countDispositions(this.#database, counted));
  }
}
