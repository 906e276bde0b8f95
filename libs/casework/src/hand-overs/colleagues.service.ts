import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, type Transaction } from '@lianban/platform';
import { parseTaskId } from '@lianban/engine';
import { CaseAccess } from '../cases/case-access.js';
import { personRefused, taskUnknown, unitRefused } from '../casework.errors.js';
import { Claimants } from '../recusals/claimants.service.js';
import type { Step } from '../tasks/step.js';
import { findStep } from '../tasks/step.sql.js';
import type { Colleague, HandOverUnit } from './transfer.js';

/** To whom a task can be handed: those who may claim it. */
@Injectable()
export class Colleagues {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #access: AccessService;
  readonly #claimants: Claimants;

  constructor(database: Database, cases: CaseAccess, access: AccessService, claimants: Claimants) {
    this.#database = database;
    this.#cases = cases;
    this.#access = access;
    this.#claimants = claimants;
  }

  /** The people of the task's unit to whom it can be handed, without the one who asks. @throws task-unknown, case-unknown */
  async of(principal: Principal, taskId: string): Promise<Colleague[]> {
    this.#access.require(principal, 'task.handle');
    const step = await findStep(this.#database, parseTaskId(taskId));
    if (!step) throw taskUnknown(taskId);
    await this.#cases.require(principal, step.caseId);
    return (await this.#claimants.of(step)).filter(({ id }) => id !== principal.accountId);
  }

  /**
   * The other units to which the asker can hand the task: those below its own, and where it and they are units of the
   * asker's to assign in, all of them.
   *
   * @throws task-unknown, case-unknown
   */
  async units(principal: Principal, taskId: string): Promise<HandOverUnit[]> {
    this.#access.require(principal, 'task.handle');
    const step = await findStep(this.#database, parseTaskId(taskId));
    if (!step) throw taskUnknown(taskId);
    await this.#cases.require(principal, step.caseId);
    const assigned = this.#access.unitScope(principal, 'task.assign').paths.map((path) => `${path}%`);
    return await this.#database.query<HandOverUnit>({
      name: 'casework-hand-over-units',
      text: `SELECT unit.id, unit.name FROM organisation.unit JOIN organisation.unit holder ON holder.id = $1
             WHERE unit.valid_to IS NULL AND unit.id <> holder.id
               AND (starts_with(unit.path, holder.path) OR holder.path LIKE ANY($2) AND unit.path LIKE ANY($2))
             ORDER BY unit.path`,
      values: [step.unitId, assigned],
    });
  }

  /** The person with this account, who may claim the task. @throws person-refused */
  async require(tx: Transaction, step: Step, id: string): Promise<{ readonly id: string; readonly name: string }> {
    const person = await this.#claimants.find(step, id, tx);
    if (!person || id === step.assigneeId) throw personRefused(step);
    return { id, name: person.displayName };
  }

  /** Passes unless all who could claim the task in its unit step aside from the case. @throws unit-refused */
  async requireSomebody(tx: Transaction, step: Step): Promise<void> {
    if (await this.#claimants.elsewhere(step, tx)) throw unitRefused('unit', '该单位可承办的人员均应回避');
  }
}
