import { Injectable } from '@nestjs/common';
import { AccessService, PrincipalService, type Principal } from '@lianban/identity';
import { MembershipService, UnitService } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { unitNamed } from '../cases/about.js';
import { CaseAccess } from '../cases/case-access.js';
import { unitRefused } from '../casework.errors.js';
import { recusedFrom } from '../recusals/recusal.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { ownStepsOfCase, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { trailActorOf } from '../trail/act-line.js';
import type { Copying } from './transfer.js';

/** Lets a unit know of a case (抄送): its people find it in their box of copies, and may read it from then on. */
@Injectable()
export class CopyService {
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #units: UnitService;
  readonly #members: MembershipService;
  readonly #principals: PrincipalService;
  readonly #acts: ActRunner;

  constructor(
    access: AccessService,
    cases: CaseAccess,
    units: UnitService,
    members: MembershipService,
    principals: PrincipalService,
    acts: ActRunner,
  ) {
    this.#access = access;
    this.#cases = cases;
    this.#units = units;
    this.#members = members;
    this.#principals = principals;
    this.#acts = acts;
  }

  /**
   * For who handles tasks and may read the case. Only those people of the unit get it who may read cases at all.
   *
   * @throws permission-missing, case-unknown, unit-refused
   */
  async copy(
    principal: Principal,
    caseId: string,
    { unit: unitId, opinion }: Copying,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    this.#access.require(principal, 'task.handle');
    await this.#cases.require(principal, caseId);
    return await this.#acts.run(request, async (tx) => {
      const unit = await unitNamed(tx, this.#units, { caseId, id: unitId });
      const readers = await this.#readersOf(tx, unit.id, caseId);
      if (readers.length === 0) throw unitRefused('unit', '这个单位没有可以查看诉求的人员');
      const at = this.#acts.now();
      await tx.query({
        name: 'casework-copy',
        text: `INSERT INTO casework.copy (account_id, case_id, at) SELECT unnest($2::uuid[]), $1, $3 ON CONFLICT DO NOTHING`,
        values: [caseId, readers, at],
      });
      const actor = trailActorOf(principal);
      const line = { at, kind: 'copied', title: '抄送', actor, opinion, detail: { to: unit.name } } as const;
      await this.#acts.tell(tx, caseId, line);
      await this.#acts.notify(tx, caseId, [{ kind: 'copied', accounts: readers }], principal.accountId);
      return { tasks: (await ownStepsOfCase(tx, caseId)).map(taskRefOf) };
    });
  }

  async #readersOf(tx: Transaction, unitId: string, caseId: string): Promise<string[]> {
    const recused = await recusedFrom(tx, caseId);
    const readers: string[] = [];
    for (const { accountId } of await this.#members.membersOf(unitId, tx)) {
      const person = await this.#principals.find(accountId, tx);
      if (person && !recused.has(accountId) && this.#access.can(person, 'case.read')) readers.push(accountId);
    }
    return readers;
  }
}
