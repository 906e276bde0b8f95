import { Inject, Injectable } from '@nestjs/common';
import { NoticeWriter } from '@lianban/casework';
import { PrincipalService } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { absentUnits, keepAbsence, type AbsentUnit } from './whistle.sql.js';

/** How many units that did not come are told of in one look. */
const atOnce = 100;

/** Tells those who supervise a unit, the unit itself and who blew the whistle that it did not come; once. */
@Injectable()
export class WhistleWatch {
  readonly #database: Database;
  readonly #people: PrincipalService;
  readonly #notices: NoticeWriter;
  readonly #clock: Clock;

  constructor(database: Database, people: PrincipalService, notices: NoticeWriter, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#people = people;
    this.#notices = notices;
    this.#clock = clock;
  }

  /** Safe at any moment and in any number of processes. Gives how many units it told of. */
  async tellAbsent(): Promise<number> {
    const now = this.#clock.now();
    let told = 0;
    for (const unit of await absentUnits(this.#database, now, atOnce)) if (await this.#tell(unit, now)) told += 1;
    return told;
  }

  async #tell(unit: AbsentUnit, now: Date): Promise<boolean> {
    return await this.#database.transaction(async (tx) => {
      if (!(await keepAbsence(tx, unit, now))) return false;
      const { id, name, path, caseId, kind, place, blownBy } = unit;
      const supervisors = await this.#people.holders('supervision.order', path, tx);
      const about = { kind: 'whistle-absent', step: `${kind}，${place}`, unit: name } as const;
      await this.#notices.write(tx, caseId, [{ ...about, units: [id], accounts: [...supervisors, blownBy] }]);
      return true;
    });
  }
}
