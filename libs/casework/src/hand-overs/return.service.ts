import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { unitNamed } from '../cases/about.js';
import { actRefused, unitRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import type { Step } from '../tasks/step.js';
import { TaskCompletion, type TaskAnswer } from '../tasks/task-completion.js';
import { ActLog } from '../acts/act-log.service.js';
import type { Return } from '../acts/act.js';
import { heldStep } from '../acts/held-step.js';

/** By this name a diagram offers a way of finishing a task that is a return. */
const act = 'return';

/**
 * Returns a case to who sent it (退单). It is a request: what is done about it, and by whom, stands in the diagram, and
 * so does the clock, which goes on. Needs legal basis, suggested owner and evidence (Beijing's rules on handling
 * requests, 北京市接诉即办工作条例 art. 12; Shandong's hotline rules).
 */
@Injectable()
export class ReturnService {
  readonly #idempotency: IdempotencyService;
  readonly #completion: TaskCompletion;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #log: ActLog;

  constructor(
    idempotency: IdempotencyService,
    completion: TaskCompletion,
    access: AccessService,
    units: UnitService,
    log: ActLog,
  ) {
    this.#idempotency = idempotency;
    this.#completion = completion;
    this.#access = access;
    this.#units = units;
    this.#log = log;
  }

  /** @throws permission-missing, case-unknown, task-not-held, return-not-offered, unit-refused, already-decided */
  async return(principal: Principal, caseId: string, given: Return, request?: IdempotentRequest): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#idempotency.transaction(request, async (tx) => {
      const step = await heldStep(tx, principal, caseId, given.task);
      const outcome = step.outcomes.find((offered) => offered.act === act);
      if (!outcome)
        throw actRefused(
          'return-not-offered',
          `The diagram offers no return from "${step.name}"; report it up instead.`,
        );
      const { legalBasis, evidence, opinion } = given;
      const suggested = await this.#suggested(tx, step, given.suggestedUnit);
      const returned = {
        unit: step.unitId,
        suggestedUnit: suggested.id,
        suggestedUnitName: suggested.name,
        legalBasis,
        evidence,
      };
      await this.#log.append(tx, principal, step, { kind: act, opinion });
      return await this.#completion.finish(tx, principal, step, {
        variables: { outcome: outcome.id, returned },
        opinion,
      });
    });
  }

  async #suggested(tx: Transaction, step: Step, id: string): Promise<Unit> {
    const field = 'suggestedUnit';
    const unit = await unitNamed(tx, this.#units, { caseId: step.caseId, id, field });
    if (unit.id === step.unitId) throw unitRefused(field, '不能建议退回给本单位');
    if (unit.kind !== 'department') throw unitRefused(field, '建议承办单位应为职能部门');
    return unit;
  }
}
