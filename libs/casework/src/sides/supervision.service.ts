import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService, type Unit } from '@lianban/organisation';
import { Database, type Transaction } from '@lianban/platform';
import { unitNamed } from '../cases/about.js';
import { CaseAccess } from '../cases/case-access.js';
import { actRefused, noUnitToAnswer, triggerUnknown } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { lapsedInCase, ownStepsOfCase } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { trailActorOf } from '../trail/act-line.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { lockCase } from '../cases/case-record.sql.js';
import { rungOf } from '../ladder/ladder-rung.sql.js';
import { termOf } from '../ladder/ladder.rules.js';
import { SideProcesses } from './side-processes.service.js';
import type { Supervision } from './side-process.js';
import { orderTriggers } from './supervision-triggers.data.js';

/** What may cause an order. */
export interface SupervisionTrigger {
  readonly code: string;
  readonly name: string;
}

/** Orders a unit to answer for a case (督办). The order has its own term, answer and closing, beside the case's way. */
@Injectable()
export class SupervisionService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #units: UnitService;
  readonly #acts: ActRunner;
  readonly #sides: SideProcesses;

  constructor(
    database: Database,
    access: AccessService,
    cases: CaseAccess,
    units: UnitService,
    acts: ActRunner,
    sides: SideProcesses,
  ) {
    this.#database = database;
    this.#access = access;
    this.#cases = cases;
    this.#units = units;
    this.#acts = acts;
    this.#sides = sides;
  }

  /** What may cause an order, in the order of the screen. */
  async triggers(db: Database | Transaction = this.#database): Promise<SupervisionTrigger[]> {
    return await db.query<SupervisionTrigger>({
      name: 'casework-triggers',
      text: 'SELECT code, name FROM casework.supervision_trigger WHERE active ORDER BY position',
    });
  }

  /** What causes the order that a rung of the ladder gives, and the days that it has to be answered. */
  async orderOf(code: keyof typeof orderTriggers): Promise<Pick<Supervision, 'trigger' | 'days'>> {
    return { trigger: orderTriggers[code], days: termOf(await rungOf(this.#database, code)) };
  }

  /**
   * For who may give orders over the unit that is to answer. Only who let a term lapse answers for a lapse.
   *
   * @throws permission-missing, outside-scope, case-unknown, case-ended, trigger-unknown, unit-refused,
   *   no-unit-to-answer, nothing-lapsed, no-issuer, supervised-already
   */
  async supervise(
    principal: Principal,
    caseId: string,
    order: Supervision,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'supervision.order');
    return await this.#order(principal, caseId, { order, request }, async (unit, tx) => {
      this.#access.requireIn(principal, 'supervision.order', unit.path);
      if (order.trigger !== orderTriggers['order-overdue']) return;
      const lapsed = await lapsedInCase(tx, caseId, { unitId: unit.id, now: this.#acts.now() });
      if (!lapsed)
        throw actRefused(
          'nothing-lapsed',
          `No term of ${unit.name} in this case has lapsed; name the unit whose term did, or order for another reason.`,
        );
    });
  }

  /**
   * For what a joint meeting decided: its office orders every unit that the decision binds. That the person organises
   * the meeting, the unit is bound and its task is overdue, who calls has checked.
   *
   * @throws case-unknown, case-ended, trigger-unknown, unit-refused, no-issuer, supervised-already
   */
  async superviseDecided(
    principal: Principal,
    caseId: string,
    order: Supervision & { readonly unit: string },
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    return await this.#order(principal, caseId, { order, request }, async () => undefined);
  }

  async #order(
    principal: Principal,
    caseId: string,
    { order, request }: { readonly order: Supervision; readonly request: IdempotentRequest | undefined },
    requireMay: (unit: Unit, tx: Transaction) => Promise<void>,
  ): Promise<TaskAnswer> {
    await this.#cases.require(principal, caseId);
    return await this.#acts.run(request, async (tx) => {
      if (!['open', 'closed'].includes((await lockCase(tx, caseId)).state))
        throw actRefused(
          'case-ended',
          'The case was taken back, turned away or merged, so nobody has to answer for it.',
        );
      const triggers = await this.triggers(tx);
      const trigger = triggers.find(({ code }) => code === order.trigger);
      if (!trigger) throw triggerUnknown(order.trigger, triggers);
      const unit = await this.#unitOf(tx, caseId, order.unit);
      await requireMay(unit, tx);
      const issuer = principal.units.find(({ path }) => this.#access.canIn(principal, 'task.handle', path));
      if (!issuer)
        throw actRefused(
          'no-issuer',
          'An order needs a unit to which the answer comes back; you handle tasks in none.',
        );
      const { days, opinion } = order;
      return await this.#sides.order(tx, principal, {
        ...{ caseId, unit, issuer: issuer.id, trigger: trigger.code, days, text: opinion },
        actor: trailActorOf(principal, issuer.id),
        reason: trigger.name,
      });
    });
  }

  /** The unit that is named, or the one whose open task of the case is due first. */
  async #unitOf(tx: Transaction, caseId: string, named: string | undefined): Promise<Unit> {
    const [open] = named === undefined ? await ownStepsOfCase(tx, caseId) : [];
    const id = named ?? open?.unitId;
    if (id === undefined || id === null) throw noUnitToAnswer();
    return await unitNamed(tx, this.#units, { caseId, id });
  }
}
