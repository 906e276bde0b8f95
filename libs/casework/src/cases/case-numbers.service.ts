import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Database, type Config } from '@lianban/platform';
import { caseCode, localDay } from './case.rules.js';

/** Hands out the codes of cases. */
@Injectable()
export class CaseNumbers {
  readonly #database: Database;
  readonly #timeZone: string;

  constructor(database: Database, @Inject(CONFIG) config: Pick<Config, 'timeZone'>) {
    this.#database = database;
    this.#timeZone = config.timeZone;
  }

  /** The local day of an instant, as YYYY-MM-DD. */
  dayOf(at: Date): string {
    return localDay(at, this.#timeZone);
  }

  /**
   * The next code of the local day. Taken outside any transaction: the row is hot, and held until a commit it would
   * make all registrations wait for each other. A registration that fails leaves a gap, which is allowed.
   */
  async next(at: Date): Promise<string> {
    const day = this.dayOf(at);
    const [row] = await this.#database.query<{ last: number }>({
      name: 'casework-next-number',
      text: `INSERT INTO casework.day_number AS number (day, last) VALUES ($1::date, 1)
             ON CONFLICT (day) DO UPDATE SET last = number.last + 1 RETURNING last`,
      values: [day],
    });
    return caseCode(day, row?.last ?? 1);
  }
}
