import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { newId, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { actorOf } from '../actor.rules.js';
import { CaseAccess } from '../cases/case-access.js';
import { lockCase } from '../cases/case-record.sql.js';
import { ReopeningService } from '../closing/reopening.service.js';
import type { Reopening } from '../closing/rating.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { trailActorOf } from '../trail/act-line.js';
import { keepFakedClosing } from './faked-closing.sql.js';
import { nothingFaked } from './ladder.errors.js';
import { ladderFacts } from './ladder-facts.sql.js';
import { ladderRungs } from './ladder-rung.sql.js';
import { insertClimb } from './ladder-watch.sql.js';
import { OutcomeAccess } from './outcome-access.service.js';
import { RungActs } from './rung-acts.service.js';

/**
 * Reverses the result of a case that was closed without having been settled (虚假办结): it is taken up again whenever that
 * is found, the unit that handled it is kept for the count, and a talk with its head is planned.
 */
@Injectable()
export class ReversalService {
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #outcomes: OutcomeAccess;
  readonly #acts: ActRunner;
  readonly #reopenings: ReopeningService;
  readonly #rungs: RungActs;

  constructor(
    access: AccessService,
    cases: CaseAccess,
    outcomes: OutcomeAccess,
    acts: ActRunner,
    reopenings: ReopeningService,
    rungs: RungActs,
  ) {
    this.#access = access;
    this.#cases = cases;
    this.#outcomes = outcomes;
    this.#acts = acts;
    this.#reopenings = reopenings;
    this.#rungs = rungs;
  }

  /**
   * For who gives supervision orders over the unit that handled it.
   *
   * @throws permission-missing, outside-scope, case-unknown, nothing-faked
   */
  async reverse(
    principal: Principal,
    caseId: string,
    { opinion }: Reopening,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'supervision.order');
    await this.#cases.require(principal, caseId);
    return await this.#acts.run(request, async (tx) => {
      const file = await lockCase(tx, caseId);
      const facts = await ladderFacts(tx, caseId, { now: this.#acts.now(), periodDays: 1 });
      const unit = facts?.handler;
      if (file.state !== 'closed' || !file.closedAt || !unit) throw nothingFaked(file.state);
      await this.#outcomes.requireGiver(principal, unit.id, tx);
      const at = this.#acts.now();
      const by = { id: principal.accountId, name: principal.displayName };
      await keepFakedClosing(tx, { id: newId(), caseId, unit, at, by, reason: opinion });
      const line = { at, kind: 'faked', title: '认定虚假办结', unit: unit.name, opinion } as const;
      await this.#acts.tell(tx, caseId, { ...line, actor: trailActorOf(principal) });
      const answer = await this.#reopenings.takeUp(tx, file, actorOf(principal, null, opinion));
      await this.#planTalk(tx, caseId, { ...facts, unit, stage: file.instanceId, at });
      return answer;
    });
  }

  async #planTalk(
    tx: Transaction,
    caseId: string,
    {
      code,
      title,
      unit,
      stage,
      at,
    }: {
      readonly code: string;
      readonly title: string;
      readonly unit: { readonly id: string; readonly name: string };
      readonly stage: string;
      readonly at: Date;
    },
  ): Promise<void> {
    const rung = (await ladderRungs(tx)).find((each) => each.code === 'talk-faked');
    if (!rung?.active) return;
    const climb = { caseId, code: rung.code, stage, unitId: unit.id, at, covered: false };
    if (!(await insertClimb(tx, climb))) return;
    await this.#rungs.planTalk(tx, { caseId, file: { code, title }, rung, due: { stage, unit } }, 'faked');
  }
}
