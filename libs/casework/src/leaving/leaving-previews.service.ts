import { Injectable } from '@nestjs/common';
import { accountUnknown, DepartureService, PrincipalService, type Departure } from '@lianban/identity';
import { Database, isUuid } from '@lianban/platform';
import { Claimants } from '../recusals/claimants.service.js';
import { poolsOfUnit } from '../tasks/pools.rules.js';
import { tasksOfPerson, type LeavingTask } from './leaving.sql.js';

/** What a departure would change. */
export interface LeavingPreview {
  /** What is set already. */
  readonly departure: Departure | undefined;
  /** Tasks that would move: the first of them, the earliest due first. */
  readonly tasks: readonly LeavingTask[];
  readonly total: number;
  /** Names of units in which nobody else handles tasks. */
  readonly leftEmpty: readonly string[];
}

const shown = 50;

/** Tells beforehand what becomes of the tasks of somebody who is to leave. */
@Injectable()
export class LeavingPreviews {
  readonly #database: Database;
  readonly #departures: DepartureService;
  readonly #principals: PrincipalService;
  readonly #claimants: Claimants;

  constructor(database: Database, departures: DepartureService, principals: PrincipalService, claimants: Claimants) {
    this.#database = database;
    this.#departures = departures;
    this.#principals = principals;
    this.#claimants = claimants;
  }

  /** For who manages accounts, and so without what the cases are about. @throws account-unknown */
  async of(accountId: string): Promise<LeavingPreview> {
    const person = isUuid(accountId) ? await this.#principals.find(accountId) : undefined;
    if (!person) throw accountUnknown(accountId);
    const leftEmpty: string[] = [];
    for (const { id, name } of person.units) {
      const others = { unitId: id, pools: poolsOfUnit(id), recused: [accountId] };
      if ((await this.#claimants.of(others)).length === 0) leftEmpty.push(name);
    }
    const tasks = await tasksOfPerson(this.#database, { id: accountId, username: person.username }, shown);
    return { departure: await this.#departures.find(accountId), ...tasks, leftEmpty };
  }
}
