import { Injectable } from '@nestjs/common';
import { AccessService, maskName, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { isUuid, type Transaction } from '@lianban/platform';
import { ActLog } from '../acts/act-log.service.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { heldOwnStep, heldStep } from '../acts/held-step.js';
import { findAttachment } from '../attachments/attachment.sql.js';
import { unitNamed } from '../cases/about.js';
import { actRefused, alreadyDecided } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { HelperTasks } from '../sides/helper-tasks.service.js';
import { lockOpenStep } from '../sides/side-process.sql.js';
import { TaskCompletion, type TaskAnswer } from '../tasks/task-completion.js';
import { agreementRefused } from './mediation.errors.js';
import type { Agreement, Mediation } from './mediation.js';
import { dutyProblems, withoutNames } from './mediation.rules.js';
import { findMediation, insertMediation, keepAgreement } from './mediation.sql.js';

/** By this name a diagram offers a way of finishing a task that is an agreement. */
const act = 'agreement';

/** Has a dispute mediated (调解) while somebody holds the case: they keep it, and wait for what the mediator brings about. */
@Injectable()
export class MediationService {
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #acts: ActRunner;
  readonly #log: ActLog;
  readonly #helpers: HelperTasks;
  readonly #completion: TaskCompletion;

  constructor(
    access: AccessService,
    units: UnitService,
    acts: ActRunner,
    log: ActLog,
    helpers: HelperTasks,
    completion: TaskCompletion,
  ) {
    this.#access = access;
    this.#units = units;
    this.#acts = acts;
    this.#log = log;
    this.#helpers = helpers;
    this.#completion = completion;
  }

  /**
   * Asks a unit, which may be one's own, to mediate; names of the parties are kept apart from what is told.
   *
   * @throws permission-missing, case-unknown, task-not-held, unit-refused, already-decided, no-time-to-assist,
   *   assist-too-long, asked-already
   */
  async ask(principal: Principal, caseId: string, asked: Mediation, request?: IdempotentRequest): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    const { parties, group, days } = asked;
    return await this.#acts.run(request, async (tx) => {
      const step = await heldOwnStep(tx, principal, caseId, asked.task);
      const unit = await unitNamed(tx, this.#units, { caseId, id: asked.unit });
      if (!(await lockOpenStep(tx, step))) throw alreadyDecided({ ...step, state: 'done' });
      const opinion = withoutNames(asked.opinion, parties);
      const detail = { parties: parties.map(maskName).join('、'), ...(group && { group }) };
      const answer = await this.#helpers.begin(tx, principal, { kind: 'mediation', step, unit, days, opinion, detail });
      await insertMediation(tx, { ...step, unitId: unit.id }, { parties, group: group || null });
      return answer;
    });
  }

  /**
   * Ends the mediation that one holds by an agreement, with what each party does by when and the signed paper.
   *
   * @throws permission-missing, case-unknown, task-not-held, agreement-not-offered, agreement-refused, already-decided
   */
  async agree(
    principal: Principal,
    caseId: string,
    given: Agreement,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#acts.run(request, async (tx) => {
      const step = await heldStep(tx, principal, caseId, given.task);
      const outcome = step.outcomes.find((offered) => offered.act === act);
      const mediation = await findMediation(tx, step.instanceId);
      if (!outcome || !mediation)
        throw actRefused('agreement-not-offered', `"${step.name}" is no mediation, so no agreement ends it.`);
      await this.#check(tx, caseId, given, mediation.parties);
      const variables = { outcome: outcome.id };
      const answer = await this.#completion.finish(tx, principal, step, { variables, opinion: given.opinion });
      await keepAgreement(tx, step.instanceId, { ...given, parties: mediation.parties });
      return answer;
    });
  }

  /** @throws agreement-refused */
  async #check(tx: Transaction, caseId: string, given: Agreement, parties: readonly string[]): Promise<void> {
    const paper = isUuid(given.paper) ? await findAttachment(tx, given.paper) : undefined;
    const problems = [
      ...dutyProblems(given.duties, parties.length, this.#log.today()),
      ...(paper?.caseId === caseId ? [] : [{ field: 'paper', message: '请选择本件诉求的附件' }]),
    ];
    if (problems.length > 0) throw agreementRefused(problems);
  }
}
