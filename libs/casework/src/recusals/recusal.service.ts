import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { idsOfPath } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { CaseAccess } from '../cases/case-access.js';
import { involveUnits } from '../cases/case.sql.js';
import { taskNotHeld } from '../casework.errors.js';
import { mergeRefused } from '../exits/exit.errors.js';
import { handOver } from '../hand-overs/transfer.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { mayClaim, poolsOfPrincipal } from '../tasks/pools.rules.js';
import { openStepsOfCase } from '../tasks/step.sql.js';
import type { Step } from '../tasks/step.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import { Claimants, type Offer } from './claimants.service.js';
import {
  casesTogether,
  complainOfSame,
  insertRecusal,
  lockTasks,
  releaseRecused,
  shareRecusals,
} from './recusal.sql.js';
import type { RecusalRequest } from './recusal.js';

/**
 * Who has a conflict of interest steps aside (回避; Regulations on petitions, 信访工作条例 art. 28, 30): from then on the
 * case is unknown to them, and its tasks, now and later, are for others.
 */
@Injectable()
export class RecusalService {
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #claimants: Claimants;
  readonly #acts: ActRunner;

  constructor(access: AccessService, cases: CaseAccess, claimants: Claimants, acts: ActRunner) {
    this.#access = access;
    this.#cases = cases;
    this.#claimants = claimants;
    this.#acts = acts;
  }

  /**
   * For who holds a task of the case or could claim one. What they hold goes back to its unit, or to who handles instead
   * where nobody is left there; the clock goes on.
   *
   * @throws permission-missing, case-unknown, task-not-held
   */
  async declare(
    principal: Principal,
    caseId: string,
    { opinion }: RecusalRequest,
    request?: IdempotentRequest,
  ): Promise<void> {
    this.#access.require(principal, 'task.handle');
    await this.#acts.run<void>(request, async (tx) => {
      await this.#cases.require(principal, caseId, tx);
      await lockTasks(tx, caseId);
      const step = (await openStepsOfCase(tx, caseId)).find((each) => this.#concerns(principal, each));
      if (!step) throw taskNotHeld([]);
      const at = this.#acts.now();
      const person = { id: principal.accountId, name: principal.displayName };
      await insertRecusal(tx, { caseId, person, kind: 'declared', opinion, at });
      await shareRecusals(tx, await casesTogether(tx, caseId));
      await this.#settle(tx, caseId);
      const actor = trailActorOf(principal, step.unitId);
      await this.#acts.tell(tx, caseId, actLine(step, { at, kind: 'recused', title: '申请回避', actor, opinion }));
    });
  }

  /**
   * Who declared a conflict in one of two cases that are handled together steps aside from both. Complaints of others are
   * not handled together: a made-up repeat would keep whoever it names from the case. The caller locks both afterwards.
   *
   * @throws merge-refused
   */
  async share(tx: Transaction, joining: string, main: string): Promise<void> {
    await lockTasks(tx, main);
    if (!(await complainOfSame(tx, joining, main))) throw mergeRefused('they do not complain of the same people');
    await shareRecusals(tx, [joining, ...(await casesTogether(tx, main))]);
    await this.#settle(tx, main);
  }

  #concerns(principal: Principal, step: Step): boolean {
    const { accountId } = principal;
    if (step.assigneeId !== null) return step.assigneeId === accountId;
    return mayClaim(step, { accountId, pools: new Set(poolsOfPrincipal(principal, this.#access)) });
  }

  /** Takes tasks from those who step aside; one that nobody of its unit may have goes to who handles instead. */
  async #settle(tx: Transaction, caseId: string): Promise<void> {
    await releaseRecused(tx, caseId);
    const moves: { readonly step: Step; readonly unit: Offer['unit'] }[] = [];
    for (const step of await openStepsOfCase(tx, caseId)) {
      const offer = step.assigneeId === null ? await this.#claimants.elsewhere(step, tx) : undefined;
      if (offer && (await handOver(tx, step, offer))) moves.push({ step, unit: offer.unit });
    }
    for (const { step, unit } of moves) {
      await involveUnits(tx, caseId, idsOfPath(unit.path));
      const detail = { from: step.unitName, to: unit.name };
      const line = { at: this.#acts.now(), kind: 'transferred', title: '回避转办', detail } as const;
      await this.#acts.tell(tx, caseId, { ...actLine(step, { ...line, actor: {} }), actor: null });
      await this.#acts.notify(tx, caseId, [{ kind: 'transferred', step: step.name, units: [unit.id] }]);
    }
  }
}
