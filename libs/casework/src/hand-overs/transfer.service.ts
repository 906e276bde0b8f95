import { Injectable } from '@nestjs/common';
import { taskIdOf } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { idsOfPath, UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { unitNamed } from '../cases/about.js';
import { CaseAccess } from '../cases/case-access.js';
import { involveUnits } from '../cases/case.sql.js';
import { alreadyDecided, taskNotHeld, transferRefused, unitRefused } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { isForVolunteers } from '../mutual-aid/volunteer-tasks.rules.js';
import { poolsOfUnit } from '../tasks/pools.rules.js';
import type { Step } from '../tasks/step.js';
import { findStep, openStepsOfCase, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import { Colleagues } from './colleagues.service.js';
import { handOver, type Receiver } from './transfer.sql.js';
import type { Transfer } from './transfer.js';

/**
 * Hands a task over (转办): who holds it, to a colleague who could have claimed it or to a unit below the own one; who
 * may assign tasks, any task of theirs to anybody there and between their units. A department that wants to be rid of a
 * case returns it instead. The clock goes on.
 */
@Injectable()
export class TransferService {
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #units: UnitService;
  readonly #colleagues: Colleagues;
  readonly #acts: ActRunner;

  constructor(access: AccessService, cases: CaseAccess, units: UnitService, colleagues: Colleagues, acts: ActRunner) {
    this.#access = access;
    this.#cases = cases;
    this.#units = units;
    this.#colleagues = colleagues;
    this.#acts = acts;
  }

  /** @throws permission-missing, case-unknown, task-not-held, transfer-refused, unit-refused, already-decided */
  async transfer(
    principal: Principal,
    caseId: string,
    given: Transfer,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    await this.#cases.require(principal, caseId);
    return await this.#acts.run(request, async (tx) => {
      const step = await this.#stepOf(tx, principal, caseId, given.task);
      const to = await this.#receiver(tx, principal, step, given);
      if (!(await handOver(tx, step, to))) throw alreadyDecided((await findStep(tx, step)) ?? step);
      const name = to.person?.name ?? to.unit?.name;
      const act = {
        at: this.#acts.now(),
        kind: 'transferred',
        title: '转办',
        actor: trailActorOf(principal, step.unitId),
        opinion: given.opinion,
        detail: { from: step.unitName, to: name },
      } as const;
      await this.#acts.tell(tx, caseId, actLine(step, act));
      const receivers = to.person ? { accounts: [to.person.id] } : { units: to.unit ? [to.unit.id] : [] };
      await this.#acts.notify(
        tx,
        caseId,
        [{ kind: 'transferred', step: step.name, ...receivers }],
        principal.accountId,
      );
      return { tasks: [taskRefOf((await findStep(tx, step)) ?? step)] };
    });
  }

  /** The task that the person holds, or, of who may assign there, any open one but volunteers'; the named one or the only one. */
  async #stepOf(tx: Transaction, principal: Principal, caseId: string, task: string | undefined): Promise<Step> {
    const open = (await openStepsOfCase(tx, caseId)).filter((step) => !isForVolunteers(step));
    const assigned = await this.#cases.assignable(
      principal,
      open.map(({ unitId }) => unitId),
      tx,
    );
    const mine = open.filter((step) => step.assigneeId === principal.accountId || assigned.has(step.unitId));
    const named = task === undefined ? mine : mine.filter((step) => taskIdOf(step.instanceId, step.key) === task);
    const [only, another] = named;
    if (!only || another) throw taskNotHeld(mine.map((step) => taskIdOf(step.instanceId, step.key)));
    return only;
  }

  async #receiver(tx: Transaction, principal: Principal, step: Step, { person, unit }: Transfer): Promise<Receiver> {
    if (person !== undefined)
      return { person: { ...(await this.#colleagues.require(tx, step, person)), at: this.#acts.now() } };
    const from = step.unitId === null ? undefined : await this.#units.find(step.unitId, tx);
    const to = await unitNamed(tx, this.#units, { caseId: step.caseId, id: unit ?? '' });
    if (to.id === step.unitId) throw unitRefused('unit', '办件已在本单位');
    const below = from !== undefined && to.path.startsWith(from.path);
    const assigns = [from, to].every((each) => each && this.#access.canIn(principal, 'task.assign', each.path));
    if (!below && !assigns) throw transferRefused(to.name);
    await involveUnits(tx, step.caseId, idsOfPath(to.path));
    const pools = poolsOfUnit(to.id);
    await this.#colleagues.requireSomebody(tx, { ...step, unitId: to.id, pools });
    return { unit: { id: to.id, name: to.name }, pools };
  }
}
