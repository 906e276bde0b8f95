import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { Database } from '@lianban/platform';
import { Counting } from './counting.service.js';
import type { MapFigures } from './map-figures.js';
import { mapFigures } from './map-figures.sql.js';
import type { StatisticsQuery } from './statistics.js';

/** What units have to do and where they are, over the units that somebody answers for. */
@Injectable()
export class MapFiguresService {
  readonly #database: Database;
  readonly #counting: Counting;

  constructor(database: Database, counting: Counting) {
    this.#database = database.reports;
    this.#counting = counting;
  }

  /** Of the cases of a period, as they stand now. @throws permission-missing */
  async of(principal: Principal, { from, to }: Pick<StatisticsQuery, 'from' | 'to'>): Promise<MapFigures> {
    const counted = await this.#counting.of(principal, { from, to });
    return { units: await this.#counting.once('map', counted, () => mapFigures(this.#database, counted)) };
  }
}
