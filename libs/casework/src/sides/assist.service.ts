import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { unitNamed } from '../cases/about.js';
import { heldStep } from '../acts/held-step.js';
import { alreadyDecided, unitRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { ownStepsOfCase } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { HelperTasks } from './helper-tasks.service.js';
import type { Assist } from './side-process.js';
import { lockOpenStep, wasAsked } from './side-process.sql.js';

/** Property by which a diagram marks a task that was ordered and cannot be returned. */
const ordered = 'ruled';

/** Asks another unit for help (协办): who leads keeps the case, the helper gets a task with an earlier term. */
@Injectable()
export class AssistService {
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #acts: ActRunner;
  readonly #helpers: HelperTasks;

  constructor(access: AccessService, units: UnitService, acts: ActRunner, helpers: HelperTasks) {
    this.#access = access;
    this.#units = units;
    this.#acts = acts;
    this.#helpers = helpers;
  }

  /**
   * @throws permission-missing, case-unknown, task-not-held, unit-refused, already-decided, no-time-to-assist,
   *   assist-too-long, asked-already
   */
  async assist(principal: Principal, caseId: string, asked: Assist, request?: IdempotentRequest): Promise<TaskAnswer> {
    return await this.#acts.run(request, async (tx) => await this.assistIn(tx, principal, caseId, asked));
  }

  /** As {@link assist}, in a transaction that does more. @throws as {@link assist} */
  async assistIn(tx: Transaction, principal: Principal, caseId: string, asked: Assist): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    const step = await heldStep(tx, principal, caseId, asked.task);
    const unit = await unitNamed(tx, this.#units, { caseId, id: asked.unit });
    if (unit.id === step.unitId) throw unitRefused('unit', '不能请本单位协办');
    if (!(await lockOpenStep(tx, step))) throw alreadyDecided({ ...step, state: 'done' });
    return await this.#helpers.begin(tx, principal, { ...asked, kind: 'assist', step, unit });
  }

  /**
   * Gives helpers to whoever was ordered to handle a case, e.g. by the joint meeting. It can be repeated: a unit that
   * leads, or was asked already, is passed over; without a task that was ordered nothing happens.
   *
   * @throws unit-refused, no-time-to-assist
   */
  async appoint(
    principal: Principal,
    caseId: string,
    { units, opinion }: { readonly units: readonly string[]; readonly opinion: string },
  ): Promise<void> {
    for (const id of new Set(units)) {
      await this.#acts.run(undefined, async (tx) => {
        const step = (await ownStepsOfCase(tx, caseId)).find(({ properties }) => properties[ordered] === 'true');
        const unit = await unitNamed(tx, this.#units, { caseId, id, field: 'helpers' });
        if (!step || step.unitId === unit.id || !(await lockOpenStep(tx, step))) return { tasks: [] };
        if (await wasAsked(tx, step, unit.id)) return { tasks: [] };
        return await this.#helpers.begin(tx, principal, { kind: 'assist', step, unit, opinion });
      });
    }
  }
}
