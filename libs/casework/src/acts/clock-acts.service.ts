import { Injectable } from '@nestjs/common';
import { CommandService, EngineCalendars, InstanceQueryService, taskIdOf } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { actorOf } from '../actor.rules.js';
import { caseUnknown, pauseReasonUnknown, taskNotHeld } from '../casework.errors.js';
import { extensionReason } from '../listener/trail-lines.rules.js';
import { isUuid } from '../page-mark.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import type { Step } from '../tasks/step.js';
import { findStep, openStepsOfCase, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task.service.js';
import { ActLog } from './act-log.service.js';
import type { Extension, PastAct, Resumption, Suspension } from './act.js';
import { checkExtension, checkResumption, checkSuspension } from './act.rules.js';
import { endPause, pastActs, pauseReasons } from './act.sql.js';

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
   * @throws permission-missing, case-unknown, task-not-held, pause-reason-unknown, no-term, already-suspended, pause-used-up
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
      checkSuspension(step, reason, []); // what the step itself tells, before the engine says it in its words
      await this.#command(tx, principal, step, `${reason.name}：${opinion}`, {
        type: 'suspend-timers',
        owner: step.key,
      });
      const { now, past } = await this.#past(tx, step);
      checkSuspension(step, reason, past);
      const until = new Date(now.getTime() + reason.capDays * day);
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
      await this.#command(tx, principal, step, opinion, { type: 'resume-timers', owner: step.key });
      await endPause(tx, step, this.#log.now());
    });
  }

  /**
   * Gives more time (延期): before the term is over, ten working days at most, once; a second time only by who may
   * assign tasks in the unit.
   *
   * @throws permission-missing, case-unknown, task-not-held, no-term, already-suspended, term-over, extension-used-up
   */
  async extend(
    principal: Principal,
    caseId: string,
    { days, opinion, task }: Extension,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    return await this.#act(principal, caseId, task, request, async (tx, step) => {
      const unit = principal.units.find(({ id }) => id === step.unitId);
      const maySecond = unit !== undefined && this.#access.canIn(principal, 'task.assign', unit.path);
      const later = (instant: string): string => this.#later(step, instant, days);
      let dueAfter: string | undefined;
      // The warning first, so that the line about the term tells of both.
      const timers = await this.#timersOf(tx, step);
      for (const { key, elementId, dueAt } of timers) {
        const after = later(dueAt);
        if (elementId === step.dueEvent) dueAfter = after;
        const reason = extensionReason(days);
        await this.#command(tx, principal, step, opinion, { type: 'move-timer', key, dueAt: after, reason });
      }
      const { now, past } = await this.#past(tx, step);
      const dueBefore = checkExtension(step, past, now, maySecond);
      const after = dueAfter === undefined ? {} : { dueAfter: new Date(dueAfter) };
      await this.#log.append(tx, principal, step, { kind: 'extend', opinion, days, dueBefore, ...after });
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
      const step = await this.#held(tx, principal, caseId, task);
      await act(tx, step);
      return { tasks: [taskRefOf((await findStep(tx, step)) ?? step)] };
    });
  }

  /** The open task of the case that the person holds: the named one, or the only one. */
  async #held(tx: Transaction, principal: Principal, caseId: string, task: string | undefined): Promise<Step> {
    if (!isUuid(caseId)) throw caseUnknown(caseId);
    const open = await openStepsOfCase(tx, caseId);
    const mine = open.filter(({ assigneeId }) => assigneeId === principal.accountId);
    const named = task === undefined ? mine : mine.filter((step) => taskIdOf(step.instanceId, step.key) === task);
    const [only, another] = named;
    if (!only || another) throw taskNotHeld(mine.map((step) => taskIdOf(step.instanceId, step.key)));
    return only;
  }

  async #command(
    tx: Transaction,
    principal: Principal,
    step: Step,
    opinion: string,
    command: Parameters<CommandService['execute']>[1]['command'],
  ): Promise<void> {
    const actor = actorOf(principal, step.unitId, opinion);
    await this.#commands.execute(tx, { instanceId: step.instanceId, command, actor });
  }

  /** The engine's lock is taken by now, so the case's comes after it, as everywhere. */
  async #past(tx: Transaction, step: Step): Promise<{ readonly now: Date; readonly past: readonly PastAct[] }> {
    return { now: this.#log.now(), past: await pastActs(tx, step.caseId) };
  }

  async #timersOf(tx: Transaction, step: Step) {
    const { timers } = await this.#instances.get(tx, step.instanceId);
    const carries = ({ owner, elementId }: { readonly owner: number; readonly elementId: string }) =>
      owner === step.key && (elementId === step.warnEvent || elementId === step.dueEvent);
    return timers.filter(carries).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  }

  #later(step: Step, instant: string, days: number): string {
    const { current } = this.#calendars;
    if (step.calendarId !== null && current.has(step.calendarId))
      return current.addDuration(step.calendarId, instant, `P${days}D`);
    return new Date(Date.parse(instant) + days * day).toISOString();
  }
}
