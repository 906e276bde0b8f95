import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { CaseAccess } from '../cases/case-access.js';
import { actRefused, permissionToUrge } from '../casework.errors.js';
import { wakeLadder } from '../ladder/ladder-watch.sql.js';
import { toHolder } from '../notices/notice.rules.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { Step } from '../tasks/step.js';
import { ownStepsOfCase, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import type { TrailActor } from '../trail/trail-entry.js';
import { ActRunner } from './act-runner.service.js';
import { ActLog, type Doer } from './act-log.service.js';
import type { Urge } from './act.js';
import { actLimit } from './act-limit.sql.js';
import { checkUrge } from './act.rules.js';
import { pastActs } from './act.sql.js';

/** Presses whoever holds a case for an answer (催办): once a day, and so often a case as is set. */
@Injectable()
export class UrgeService {
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #acts: ActRunner;
  readonly #log: ActLog;

  constructor(access: AccessService, cases: CaseAccess, acts: ActRunner, log: ActLog) {
    this.#access = access;
    this.#cases = cases;
    this.#acts = acts;
    this.#log = log;
  }

  /**
   * Urges a case that one may read; for those who register cases and those who supervise.
   *
   * @throws permission-missing, case-unknown, case-ended, urged-today, urged-enough
   */
  async urge(
    principal: Principal,
    caseId: string,
    { opinion }: Urge,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    const may = this.#access.can(principal, 'case.register') || this.#access.can(principal, 'supervision.read');
    if (!may) throw permissionToUrge();
    await this.#cases.require(principal, caseId);
    return await this.#acts.run(request, async (tx) => {
      const open = await this.press(tx, caseId, { by: principal, actor: trailActorOf(principal), opinion });
      return { tasks: open.map(taskRefOf) };
    });
  }

  /** Presses for an answer within the limits; gives the open steps. @throws case-ended, urged-today, urged-enough */
  async press(
    tx: Transaction,
    caseId: string,
    { by, actor, opinion }: { readonly by: Doer; readonly actor: TrailActor | null; readonly opinion: string },
  ): Promise<readonly Step[]> {
    const past = await pastActs(tx, caseId);
    const open = await ownStepsOfCase(tx, caseId);
    const [step] = open;
    if (!step) throw actRefused('case-ended', 'The case has no open task, so there is nobody to urge.');
    checkUrge(past, this.#log.today(), await actLimit(tx, 'urges'));
    await this.#log.append(tx, by, step, { kind: 'urge', opinion });
    const detail = { unitId: step.unitId, holder: step.assigneeName, dueAt: step.dueAt };
    const act = { at: this.#log.now(), kind: 'urged', title: '催办', actor, opinion, detail } as const;
    await this.#acts.tell(tx, caseId, actLine(step, act));
    const notices = open.map((each) => toHolder('urged', each));
    await this.#acts.notify(tx, caseId, notices, 'accountId' in by ? by.accountId : undefined);
    await tx.query(wakeLadder(caseId, this.#log.now()));
    return open;
  }
}
