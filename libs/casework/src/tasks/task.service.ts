import { Inject, Injectable } from '@nestjs/common';
import { parseTaskId } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, type Clock, type Transaction } from '@lianban/platform';
import { alreadyClaimed, alreadyDecided, notClaimed, ownWork, taskNotYours, taskUnknown } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import type { TrailKind } from '../trail/trail-entry.js';
import { TrailService } from '../trail/trail.service.js';
import { isCheck } from '../closing/closing.rules.js';
import { hasHandled } from '../closing/closing.sql.js';
import { AnswerService } from '../closing/answer.service.js';
import { triesMissing } from '../service-record/service-record.errors.js';
import { triesThatCount } from '../service-record/service-record.rules.js';
import { triesOf } from '../service-record/service-record.sql.js';
import { completionOutcome, completionVariables, type Completion } from './completion.rules.js';
import { mayClaim, poolsOfPrincipal } from './pools.rules.js';
import type { Step, TaskOutcome } from './step.js';
import { findStep, taskRefOf } from './step.sql.js';
import { TaskCompletion, type TaskAnswer } from './task-completion.js';
import { claimStep, releaseStep } from './task.sql.js';

/** What people do with a task. Each act is one transaction, and the second of two who act at once is told so. */
@Injectable()
export class TaskService {
  readonly #idempotency: IdempotencyService;
  readonly #completion: TaskCompletion;
  readonly #answers: AnswerService;
  readonly #access: AccessService;
  readonly #trail: TrailService;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    completion: TaskCompletion,
    answers: AnswerService,
    access: AccessService,
    trail: TrailService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#completion = completion;
    this.#answers = answers;
    this.#access = access;
    this.#trail = trail;
    this.#clock = clock;
  }

  /**
   * Takes a task of one's unit into one's own hands (签收), or that of somebody for whom one stands in. Claiming what one
   * holds already changes nothing.
   *
   * @throws permission-missing, task-unknown, task-not-yours, already-claimed, already-decided, own-work
   */
  async claim(principal: Principal, taskId: string, request?: IdempotentRequest): Promise<TaskAnswer> {
    return await this.#act(principal, taskId, request, async (tx, step) => {
      await requireOtherHand(tx, principal, step);
      const person = { id: principal.accountId, name: principal.displayName, at: this.#clock.now() };
      const absent = principal.standsInFor.map(({ accountId }) => accountId);
      const pools = poolsOfPrincipal(principal, this.#access);
      const claimed = await claimStep(tx, step, person, { pools, absent });
      const now = claimed ? step : await this.#get(tx, taskId);
      if (!claimed) this.#requireHeld(principal, now);
      if (claimed) await this.#note(tx, principal, step, 'claimed', '签收');
      return { tasks: [taskRefOf(now)] };
    });
  }

  /**
   * Gives a task back to its unit (释放).
   *
   * @throws permission-missing, task-unknown, not-claimed, already-claimed, already-decided
   */
  async release(principal: Principal, taskId: string, request?: IdempotentRequest): Promise<TaskAnswer> {
    return await this.#act(principal, taskId, request, async (tx, step) => {
      const released = await releaseStep(tx, step, principal.accountId);
      const now = released ? step : await this.#get(tx, taskId);
      if (!released) {
        this.#requireHeld(principal, now);
        throw notClaimed(now);
      }
      await this.#note(tx, principal, step, 'released', '释放');
      return { tasks: [taskRefOf(now)] };
    });
  }

  /**
   * Finishes a task with an outcome and an opinion; the process goes on in the same transaction. Who may claim the
   * task and completes it without having done so claims it by that.
   *
   * @throws permission-missing, task-unknown, task-not-yours, already-claimed, already-decided, outcome-required,
   *   outcome-unknown, outcome-needs-act, opinion-required, variables-refused, form-values-refused, answer-refused, disposition-unknown,
   *   reply-tells-numbers, closing-incomplete, tries-missing, own-work
   */
  async complete(
    principal: Principal,
    taskId: string,
    completion: Completion,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    return await this.#act(
      principal,
      taskId,
      request,
      async (tx, step) => await this.#complete(tx, principal, step, completion),
    );
  }

  /** As {@link complete}, in a transaction that does more. @throws as {@link complete} */
  async completeIn(tx: Transaction, principal: Principal, taskId: string, completion: Completion): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#complete(tx, principal, await this.#get(tx, taskId), completion);
  }

  async #complete(tx: Transaction, principal: Principal, step: Step, completion: Completion): Promise<TaskAnswer> {
    this.#requireHeld(principal, step);
    await requireOtherHand(tx, principal, step);
    const outcome = completionOutcome(step.outcomes, completion);
    if (outcome) await requireTries(tx, step, outcome);
    const { variables, values } = await this.#completion.fill(tx, step, completionVariables(outcome, completion));
    const opinion = completion.opinion || undefined;
    if (outcome?.closes !== true)
      return await this.#completion.finish(tx, principal, step, { variables, values, opinion });
    const { disposition, reply } = completion;
    const said = { disposition: disposition || undefined, reply: reply || undefined, opinion };
    const checked = await this.#answers.check(tx, step.caseId, said);
    const settled = { ...variables, disposition: checked.disposition.code };
    const answer = await this.#completion.finish(tx, principal, step, { variables: settled, values, opinion });
    await this.#answers.keep(tx, principal, step, checked);
    return answer;
  }

  async #act(
    principal: Principal,
    taskId: string,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, step: Step) => Promise<TaskAnswer>,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#idempotency.transaction(request, async (tx) => await act(tx, await this.#get(tx, taskId)));
  }

  async #get(tx: Transaction, taskId: string): Promise<Step> {
    const step = await findStep(tx, parseTaskId(taskId));
    if (!step) throw taskUnknown(taskId);
    return step;
  }

  /** Passes when the person may act on an open step; tells who was first, or whose it is, otherwise. */
  #requireHeld(principal: Principal, step: Step): void {
    const { accountId } = principal;
    const pools = new Set(poolsOfPrincipal(principal, this.#access));
    if (step.assigneeId !== accountId && !mayClaim(step, { accountId, pools })) throw taskNotYours(step);
    if (step.state !== 'open') throw alreadyDecided(step);
    if (step.assigneeId !== null && step.assigneeId !== accountId) throw alreadyClaimed(step);
  }

  async #note(tx: Transaction, principal: Principal, step: Step, kind: TrailKind, title: string): Promise<void> {
    const actor = trailActorOf(principal, step.unitId);
    const absent = principal.standsInFor.find(({ accountId }) => accountId === step.assigneeId);
    const line = actLine(step, { at: this.#clock.now(), kind, title, actor });
    await this.#trail.append(tx, step.caseId, [{ ...line, onBehalfOf: absent?.displayName }]);
  }
}

/** Who handled a case does not look at the answer to it. @throws own-work */
async function requireOtherHand(tx: Transaction, { accountId }: Principal, step: Step): Promise<void> {
  if (isCheck(step) && (await hasHandled(tx, step.caseId, accountId))) throw ownWork();
}

/** Somebody is not reached after so many tries only as the diagram says. @throws tries-missing */
async function requireTries(tx: Transaction, step: Step, { name, tries = 0 }: TaskOutcome): Promise<void> {
  if (tries === 0) return;
  const made = triesThatCount(await triesOf(tx, step));
  if (made < tries) throw triesMissing(name, made, tries);
}
