import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { ActRunner } from '../acts/act-runner.service.js';
import { heldOwnStep } from '../acts/held-step.js';
import { unitNamed } from '../cases/about.js';
import { alreadyDecided, unitRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { HelperTasks } from './helper-tasks.service.js';
import type { HelperKind, OpinionRequest } from './side-process.js';
import { lockOpenStep } from './side-process.sql.js';

/** Asks units for their opinion before the lead goes on: to sign what it wants to answer, or whether a case is theirs. */
@Injectable()
export class OpinionService {
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
   * Asks all the units or none. Each gets a task; the task of who asks waits until each has answered or lapsed.
   *
   * @param kind `countersign`: 会签; `consult`: 派单会商
   * @throws permission-missing, case-unknown, task-not-held, unit-refused, already-decided, no-time-to-assist,
   *   assist-too-long, asked-already
   */
  async ask(
    kind: Extract<HelperKind, 'countersign' | 'consult'>,
    principal: Principal,
    caseId: string,
    asked: OpinionRequest,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#acts.run(request, async (tx) => {
      const step = await heldOwnStep(tx, principal, caseId, asked.task);
      if (!(await lockOpenStep(tx, step))) throw alreadyDecided({ ...step, state: 'done' });
      const tasks: TaskAnswer['tasks'] = [];
      for (const id of new Set(asked.units)) {
        const unit = await unitNamed(tx, this.#units, { caseId, id, field: 'units' });
        if (unit.id === step.unitId) throw unitRefused('units', '不能征求本单位的意见');
        const answer = await this.#helpers.begin(tx, principal, { ...asked, kind, step, unit });
        tasks.push(...answer.tasks);
      }
      return { tasks };
    });
  }
}
