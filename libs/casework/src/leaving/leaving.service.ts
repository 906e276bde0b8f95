import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DepartureService, type Departure, type NewDeparture, type Principal } from '@lianban/identity';
import { Database, LOGGER, throughPages } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { leaveRoster } from '../mutual-aid/volunteer.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { StepId } from '../tasks/step.js';
import { LeavingTasks } from './leaving-tasks.service.js';
import { tasksOfPerson } from './leaving.sql.js';

const atOnce = 100;

/**
 * What becomes of the tasks of people who leave (离岗): what they hold goes back to the unit or to a colleague, what is
 * offered to them alone to the head of the unit, what they took as a volunteer to the window; each case tells it. Clocks go
 * on. Each task is moved by itself, so that it can be broken off and gone on with at any moment, in any number of processes.
 */
@Injectable()
export class LeavingService {
  readonly #database: Database;
  readonly #departures: DepartureService;
  readonly #tasks: LeavingTasks;
  readonly #acts: ActRunner;
  readonly #log: Logger;

  constructor(
    database: Database,
    departures: DepartureService,
    tasks: LeavingTasks,
    acts: ActRunner,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#departures = departures;
    this.#tasks = tasks;
    this.#acts = acts;
    this.#log = log;
  }

  /** Lets somebody leave; at once if the day has begun. @throws account-unknown, departure-refused */
  async leave(
    principal: Principal,
    accountId: string,
    draft: NewDeparture,
    request?: IdempotentRequest,
  ): Promise<void> {
    const departure = await this.#acts.run(request, (tx) => this.#departures.set(tx, principal, accountId, draft));
    if (departure.day <= this.#acts.today()) await this.#carryOut(departure);
  }

  /** Does what is due; for the worker. Gives how many tasks moved. */
  async followUp(): Promise<number> {
    const today = this.#acts.today();
    return await throughPages<Departure>({
      find: (after) => this.#departures.due(today, after),
      act: (departure) => this.#carryOut(departure),
      failed: (err, { person }) =>
        this.#log.warn({ err, account: person.id }, 'a departure cannot be carried out; tried again later'),
    });
  }

  async #carryOut(departure: Departure): Promise<number> {
    if (!departure.closed)
      await this.#database.transaction(async (tx) => {
        await this.#departures.close(tx, departure);
        await leaveRoster(tx, departure.person.id, this.#acts.now());
      });
    for (let moved = 0; ;) {
      const { tasks } = await tasksOfPerson(this.#database, departure.person, atOnce);
      if (tasks.length === 0) await this.#departures.finish(departure);
      let inPage = 0;
      for (const id of tasks) if (await this.#move(id, departure)) inPage += 1;
      if (inPage === 0) return moved; // what cannot be moved now is tried again later
      moved += inPage;
    }
  }

  /** Moves one task, unless somebody was quicker; one that cannot be moved does not keep the others. */
  async #move(id: StepId, departure: Departure): Promise<boolean> {
    try {
      return await this.#database.transaction((tx) => this.#tasks.move(tx, id, departure));
    } catch (error) {
      this.#log.warn({ err: error, ...id }, 'a task of somebody who left cannot be moved; tried again later');
      return false;
    }
  }
}
