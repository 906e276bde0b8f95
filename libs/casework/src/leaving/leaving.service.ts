import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DepartureService, type Departure, type NewDeparture, type Principal } from '@lianban/identity';
import { idsOfPath } from '@lianban/organisation';
import { Database, LOGGER, throughPages, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { ActLog } from '../acts/act-log.service.js';
import { involveUnits } from '../cases/case.sql.js';
import { handOver } from '../hand-overs/transfer.sql.js';
import { Claimants } from '../recusals/claimants.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { namesOnly, poolsOfUnit } from '../tasks/pools.rules.js';
import type { Step, StepId } from '../tasks/step.js';
import { findStep } from '../tasks/step.sql.js';
import { actLine } from '../trail/act-line.js';
import { tasksOfPerson } from './leaving.sql.js';

const atOnce = 100;

/**
 * What becomes of the tasks of people who leave (离岗): what they hold goes back to the unit or to a colleague, what is
 * offered to them alone to the head of the unit; each case tells it. Clocks go on. Each task is moved by itself, so that
 * it can be broken off and gone on with at any moment, in any number of processes.
 */
@Injectable()
export class LeavingService {
  readonly #database: Database;
  readonly #departures: DepartureService;
  readonly #claimants: Claimants;
  readonly #acts: ActRunner;
  readonly #days: ActLog;
  readonly #log: Logger;

  constructor(
    database: Database,
    departures: DepartureService,
    claimants: Claimants,
    acts: ActRunner,
    days: ActLog,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#departures = departures;
    this.#claimants = claimants;
    this.#acts = acts;
    this.#days = days;
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
    if (departure.day <= this.#days.today()) await this.#carryOut(departure);
  }

  /** Does what is due; for the worker. Gives how many tasks moved. */
  async followUp(): Promise<number> {
    const today = this.#days.today();
    return await throughPages<Departure>({
      find: (after) => this.#departures.due(today, after),
      act: (departure) => this.#carryOut(departure),
      failed: (err, { person }) =>
        this.#log.warn({ err, account: person.id }, 'a departure cannot be carried out; tried again later'),
    });
  }

  async #carryOut(departure: Departure): Promise<number> {
    if (!departure.closed) await this.#database.transaction((tx) => this.#departures.close(tx, departure));
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
      return await this.#database.transaction((tx) => this.#handOver(tx, id, departure));
    } catch (error) {
      this.#log.warn({ err: error, ...id }, 'a task of somebody who left cannot be moved; tried again later');
      return false;
    }
  }

  async #handOver(tx: Transaction, id: StepId, departure: Departure): Promise<boolean> {
    const step = await findStep(tx, id);
    if (!step || !isWith(step, departure.person)) return false;
    const { home, person } = await this.#receiver(tx, step, departure);
    const at = this.#acts.now();
    if (!(await handOver(tx, step, { ...home, ...(person && { person: { ...person, at } }) }))) return false;
    if (home) await involveUnits(tx, step.caseId, idsOfPath(home.unit.path));
    const act = {
      at,
      kind: person ? 'transferred' : 'released',
      title: person ? '离岗移交' : '离岗退回',
      actor: departure.setBy,
      detail: { from: departure.person.name, to: person?.name ?? home?.unit.name ?? step.unitName },
    } as const;
    await this.#acts.tell(tx, step.caseId, actLine(step, act));
    const notices = person ? [{ kind: 'transferred', step: step.name, accounts: [person.id] } as const] : [];
    await this.#acts.notify(tx, step.caseId, notices);
    return true;
  }

  /** Where a task belongs without the person: where it did, unless it was offered to nobody else; and who takes it over. */
  async #receiver(tx: Transaction, step: Step, { person: gone, unitId, receiverId }: Departure) {
    const place = { ...step, unitId: step.unitId ?? unitId };
    const home = namesOnly(step, gone) ? await this.#claimants.ofHead(place, tx) : undefined;
    if (receiverId === null || step.assigneeId === null) return { home, person: undefined };
    const wider = home ? { ...step, unitId: home.unit.id, pools: poolsOfUnit(home.unit.id) } : step;
    const colleague = await this.#claimants.find(wider, receiverId, tx);
    return { home, person: colleague && { id: colleague.accountId, name: colleague.displayName } };
  }
}

/** Whether a task is open and held by a person, or offered to that person alone. */
function isWith(step: Step, person: Departure['person']): boolean {
  return step.state === 'open' && (step.assigneeId === null ? namesOnly(step, person) : step.assigneeId === person.id);
}
