import { Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { unitNamed } from '../cases/about.js';
import { heldStep } from '../acts/held-step.js';
import { actRefused, alreadyDecided, unitRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { Step } from '../tasks/step.js';
import { ownStepsOfCase } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { trailActorOf } from '../trail/act-line.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { mostAssistDays } from './assist-days.rules.js';
import type { Assist } from './side-process.js';
import { SideProcesses } from './side-processes.service.js';
import { lockOpenStep, wasAsked } from './side-process.sql.js';

/** Property by which a diagram marks a task that was ordered and cannot be returned. */
const ordered = 'ruled';

const defaultCalendar = 'working-days';
/** For a helper of a task that has no term itself. */
const defaultDays = 5;

/** Asks another unit for help (协办): who leads keeps the case, the helper gets a task with an earlier term. */
@Injectable()
export class AssistService {
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #calendars: EngineCalendars;
  readonly #acts: ActRunner;
  readonly #sides: SideProcesses;

  constructor(
    access: AccessService,
    units: UnitService,
    calendars: EngineCalendars,
    acts: ActRunner,
    sides: SideProcesses,
  ) {
    this.#access = access;
    this.#units = units;
    this.#calendars = calendars;
    this.#acts = acts;
    this.#sides = sides;
  }

  /**
   * @throws permission-missing, case-unknown, task-not-held, unit-refused, already-decided, no-time-to-assist,
   *   assist-too-long, asked-already
   */
  async assist(principal: Principal, caseId: string, asked: Assist, request?: IdempotentRequest): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    return await this.#acts.run(request, async (tx) => {
      const step = await heldStep(tx, principal, caseId, asked.task);
      const unit = await unitNamed(tx, this.#units, { caseId, id: asked.unit });
      if (unit.id === step.unitId) throw unitRefused('unit', '不能请本单位协办');
      if (!(await lockOpenStep(tx, step))) throw alreadyDecided({ ...step, state: 'done' });
      return await this.#begin(tx, principal, { ...asked, step, unit });
    });
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
        return await this.#begin(tx, principal, { step, unit, opinion });
      });
    }
  }

  async #begin(
    tx: Transaction,
    principal: Principal,
    { step, unit, days: asked, opinion }: { step: Step; unit: Unit; days?: number | undefined; opinion: string },
  ): Promise<TaskAnswer> {
    const days = this.#daysOf(step, asked);
    return await this.#sides.begin(tx, principal, {
      side: {
        caseId: step.caseId,
        kind: 'assist',
        forInstance: step.instanceId,
        forKey: step.key,
        trigger: null,
        text: opinion,
        unit,
        variables: { days, asked: opinion, leadUnit: step.unitId },
      },
      line: {
        kind: 'assist-asked',
        title: '协办',
        step: step.name,
        elementId: step.elementId,
        unit: step.unitName ?? undefined,
        actor: trailActorOf(principal, step.unitId),
        opinion,
        definition: { key: step.definitionKey, version: step.definitionVersion },
      },
    });
  }

  #daysOf({ name, dueAt, calendarId }: Step, asked: number | undefined): number {
    if (!dueAt) return asked ?? defaultDays;
    const { current } = this.#calendars;
    const calendar = calendarId !== null && current.has(calendarId) ? calendarId : defaultCalendar;
    const most = mostAssistDays(this.#acts.now().toISOString(), dueAt.toISOString(), (from, days) =>
      current.addDuration(calendar, from, `P${days}D`),
    );
    if (most === 0)
      throw actRefused('no-time-to-assist', `"${name}" has less than two working days left; extend its term first.`);
    if (asked !== undefined && asked > most)
      throw actRefused(
        'assist-too-long',
        `A helper of "${name}" has ${most} working day(s) at most, one less than the lead.`,
      );
    return asked ?? most;
  }
}
