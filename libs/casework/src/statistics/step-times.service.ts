import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import { countStepTimes } from './step-times.sql.js';
import type { StepTimes } from './step-times.js';
import type { StatisticsQuery } from './statistics.js';

/** Tells how long each step takes, in all units and in each: waiting to be claimed, and being handled. */
@Injectable()
export class StepTimesService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database.reports;
    this.#counting = counting;
  }

  /** Of the tasks received in a period, as of a day. @throws permission-missing */
  async of(principal: Principal, query: StatisticsQuery): Promise<StepTimes> {
    const counted = await this.#counting.of(principal, query);
    const office = this.#counting.officeTime(counted);
    const items = await this.#counting.once('step-times', counted, () =>
      countStepTimes(this.#database, counted, office),
    );
    return { calendar: office.calendar, items };
  }
}
