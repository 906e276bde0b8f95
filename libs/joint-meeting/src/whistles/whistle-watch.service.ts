import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { NoticeWriter } from '@lianban/casework';
import { PrincipalService } from '@lianban/identity';
import { CLOCK, Database, LOGGER, throughPages, type Clock } from '@lianban/platform';
import { absentUnits, keepAbsence, type AbsentUnit } from './whistle.sql.js';

const atOnce = 100;

/** Tells those who supervise a unit, the unit itself and who blew the whistle that it did not come; once. */
@Injectable()
export class WhistleWatch {
  readonly #database: Database;
  readonly #people: PrincipalService;
  readonly #notices: NoticeWriter;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    database: Database,
    people: PrincipalService,
    notices: NoticeWriter,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#people = people;
    this.#notices = notices;
    this.#clock = clock;
    this.#log = log;
  }

  /** Safe at any moment and in any number of processes. Gives how many units it told of. */
  async tellAbsent(): Promise<number> {
    const now = this.#clock.now();
    return await throughPages<AbsentUnit>({
      find: (after) => absentUnits(this.#database, now, { after, limit: atOnce }),
      act: (unit) => this.#tell(unit, now),
      failed: (err, { whistleId, id }) =>
        this.#log.warn({ err, whistleId, unitId: id }, 'that a unit did not come cannot be told; tried again later'),
    });
  }

  async #tell(unit: AbsentUnit, now: Date): Promise<number> {
    return await this.#database.transaction(async (tx) => {
      if (!(await keepAbsence(tx, unit, now))) return 0;
      const { id, name, path, caseId, kind, place, blownBy } = unit;
      const supervisors = await this.#people.holders('supervision.order', path, tx);
      const about = { kind: 'whistle-absent', step: `${kind}，${place}`, unit: name } as const;
      await this.#notices.write(tx, caseId, [{ ...about, units: [id], accounts: [...supervisors, blownBy] }]);
      return 1;
    });
  }
}
