import { Injectable } from '@nestjs/common';
import { CommandService, EngineCalendars, InstanceQueryService } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { actorOf } from '../actor.rules.js';
import { actRefused, pauseReasonUnknown } from '../casework.errors.js';
import { extensionReason } from '../listener/trail-lines.rules.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { isBeside } from '../sides/side-process.sql.js';
import type { Step } from '../tasks/step.js';
import { findStep, setTerm, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { ActLog } from './act-log.service.js';
import type { Extension, Resumption, Suspension } from './act.js';
import { checkExtensions, checkPauses, checkResumption, requireInTime, requireRunning } from './act.rules.js';
import { endPause, pastActs, pauseReasons } from './act.sql.js';
import { heldStep } from './held-step.js';

type StepEvents = Awaited<ReturnType<CommandService['execute']>>['events'];

const day = 24 * 3_600_000; // milliseconds

/** What who holds a task does to its clock. Each act is one transaction with the engine's own. */
@Injectable()
export class ClockActs {
  readonly #idempotency: IdempotencyService;
  readonly #commands: CommandService;
  readonly #instances: InstanceQueryService;
  readonly #calendars: EngineCalendars;
  readonly #access: AccessService;
  readonly #log: ActLog;

  constructor(
    idempotency: IdempotencyService,
    commands: CommandService,
    instances: InstanceQueryService,
    calendars: EngineCalendars,
    access: AccessService,
    log: ActLog,
  ) {
    this.#idempotency = idempotency;
    this.#commands = commands;
    this.#instances = instances;
    this.#calendars = calendars;
    this.#access = access;
    this.#log = log;
  }

  /**
   * Stops the clock (挂起) for one of the reasons that there are; after the reason's cap it runs again by itself.
   *
   * @throws permission-missing, case-unknown, task-not-held, pause-reason-unknown, no-term,
   *   already-suspended, term-over, pause-used-up, clock-of-others
   */
  async suspend(
    principal: Principal,
    caseId: string,
    { reason: code, opinion, task }: Suspension,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    return await this.#act(principal, caseId, task, request, async (tx, step) => {
      const reasons = await pauseReasons(tx);
      const reason = reasons.find((each) => each.code === code);
      if (!reason) throw pauseReasonUnknown(code, reasons);
      await requireOwnClock(tx, step);
      requireInTime(step, requireRunning(step), this.#log.now());
      await this.#command(tx, principal, step, `${reason.name}：${opinion}`, {
        type: 'suspend-timers',
        owner: step.termKey,
      });
      checkPauses(reason, await pastActs(tx, step.caseId));
      const until = new Date(this.#log.now().getTime() + reason.capDays * day);
      await this.#log.append(tx, principal, step, { kind: 'suspend', opinion, reasonCode: code, until });
    });
  }

  /**
   * Lets the clock run again (恢复); what it stood is added to the term in the term's own unit.
   *
   * @throws permission-missing, case-unknown, task-not-held, not-suspended
   */
  async resume(
    principal: Principal,
    caseId: string,
    { opinion, task }: Resumption,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    return await this.#act(principal, caseId, task, request, async (tx, step) => {
      checkResumption(step);
      await this.#command(tx, principal, step, opinion, { type: 'resume-timers', owner: step.termKey });
      await endPause(tx, { instanceId: step.instanceId, key: step.termKey }, this.#log.now());
    });
  }

  /**
   * Gives more time (延期): before the term is over, ten working days at most, once; a second time only by who may
   * assign tasks in the unit.
   *
   * @throws permission-missing, case-unknown, task-not-held, no-term, already-suspended, term-over,
   *   extension-used-up, clock-of-others
   */
  async extend(
    principal: Principal,
    caseId: string,
    { days, opinion, task }: Extension,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    return await this.#act(principal, caseId, task, request, async (tx, step) => {
      await requireOwnClock(tx, step);
      const dueBefore = requireRunning(step);
      requireInTime(step, dueBefore, this.#log.now());
      const dueAfter = await this.#moveTimers(tx, principal, step, { days, opinion });
      const unit = principal.units.find(({ id }) => id === step.unitId);
      const maySecond = unit !== undefined && this.#access.canIn(principal, 'task.assign', unit.path);
      // The engine's lock is taken by now, so the case's comes after it, as everywhere.
      checkExtensions(step, await pastActs(tx, step.caseId), maySecond);
      await this.#log.append(tx, principal, step, { kind: 'extend', opinion, days, dueBefore, dueAfter });
    });
  }

  async #act(
    principal: Principal,
    caseId: string,
    task: string | undefined,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction, step: Step) => Promise<void>,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#idempotency.transaction(request, async (tx) => {
      const step = await heldStep(tx, principal, caseId, task);
      await act(tx, step);
      return { tasks: [taskRefOf((await findStep(tx, step)) ?? step)] };
    });
  }

  async #command(
    tx: Transaction,
    principal: Principal,
    step: Step,
    opinion: string,
    command: Parameters<CommandService['execute']>[1]['command'],
  ): Promise<StepEvents> {
    const actor = actorOf(principal, step.unitId, opinion);
    const { events } = await this.#commands.execute(tx, { instanceId: step.instanceId, command, actor });
    return events;
  }

  /** Moves the term and its warning by the same working time, the warning first; gives the new term. */
  async #moveTimers(
    tx: Transaction,
    principal: Principal,
    step: Step,
    { days, opinion }: Pick<Extension, 'days' | 'opinion'>,
  ): Promise<Date> {
    const later = (instant: Date): Date => new Date(this.#later(step, instant.toISOString(), days));
    const { timers } = await this.#instances.get(tx, step.instanceId);
    const own = timers.filter(({ owner }) => owner === step.termKey);
    const warning = own.find(({ elementId }) => elementId === step.warnEvent);
    const term = own.find(({ elementId }) => elementId === step.dueEvent);
    if (!term)
      throw actRefused('term-over', `The term of "${step.name}" is over; an extension is asked for before that.`);
    const reason = extensionReason(days);
    for (const timer of warning ? [warning, term] : [term]) {
      const dueAt = later(new Date(timer.dueAt)).toISOString();
      const events = await this.#command(tx, principal, step, opinion, {
        type: 'move-timer',
        key: timer.key,
        dueAt,
        reason,
        by: `P${days}D`,
      });
      // Read before the engine's lock was there: somebody may have moved it in between.
      const moved = events.find((event) => event.type === 'timer-moved');
      if (moved?.dueAtBefore !== timer.dueAt)
        throw actRefused('already-decided', `The term of "${step.name}" was changed a moment ago; reload to see it.`);
    }
    const dueAfter = later(new Date(term.dueAt));
    // A warning that has come is no timer any more, but its light must not burn for the new term.
    if (!warning && step.warnAt)
      await setTerm(tx, { ...step, warnAt: later(step.warnAt), dueAt: dueAfter, suspended: false });
    return dueAfter;
  }

  #later(step: Step, instant: string, days: number): string {
    const { current } = this.#calendars;
    if (step.calendarId !== null && current.has(step.calendarId))
      return current.addDuration(step.calendarId, instant, `P${days}D`);
    return new Date(Date.parse(instant) + days * day).toISOString();
  }
}

/** The term of a helper follows the lead's, that of an order who gave it. @throws clock-of-others */
async function requireOwnClock(tx: Transaction, { instanceId, name }: Step): Promise<void> {
  if (await isBeside(tx, instanceId))
    throw actRefused(
      'clock-of-others',
      `The term of "${name}" is set by who asked for it; answer within it, or say why not.`,
    );
}
