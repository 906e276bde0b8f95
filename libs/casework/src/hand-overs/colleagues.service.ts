import { Injectable } from '@nestjs/common';
import { AccessService, AccountService, PrincipalService, type Principal } from '@lianban/identity';
import { MembershipService } from '@lianban/organisation';
import { Database, type Transaction } from '@lianban/platform';
import { parseTaskId } from '@lianban/engine';
import { CaseAccess } from '../cases/case-access.js';
import { personRefused, taskUnknown } from '../casework.errors.js';
import { poolsOfPrincipal } from '../tasks/pools.rules.js';
import type { Step } from '../tasks/step.js';
import { findStep } from '../tasks/step.sql.js';
import type { Colleague } from './transfer.js';

/** To whom a task can be handed: those who may claim it. */
@Injectable()
export class Colleagues {
  readonly #database: Database;
  readonly #cases: CaseAccess;
  readonly #access: AccessService;
  readonly #principals: PrincipalService;
  readonly #accounts: AccountService;
  readonly #members: MembershipService;

  constructor(
    database: Database,
    cases: CaseAccess,
    access: AccessService,
    principals: PrincipalService,
    accounts: AccountService,
    members: MembershipService,
  ) {
    this.#database = database;
    this.#cases = cases;
    this.#access = access;
    this.#principals = principals;
    this.#accounts = accounts;
    this.#members = members;
  }

  /** The people of the task's unit to whom it can be handed, without the one who asks. @throws task-unknown, case-unknown */
  async of(principal: Principal, taskId: string): Promise<Colleague[]> {
    this.#access.require(principal, 'task.handle');
    const step = await findStep(this.#database, parseTaskId(taskId));
    if (!step) throw taskUnknown(taskId);
    await this.#cases.require(principal, step.caseId);
    if (step.unitId === null) return [];
    const members = await this.#members.membersOf(step.unitId);
    const names = await this.#accounts.namesOf(members.map(({ accountId }) => accountId));
    const people: Colleague[] = [];
    for (const { accountId, post } of members) {
      const known = accountId !== principal.accountId && (await this.#mayClaim(this.#principals.find(accountId), step));
      if (known) people.push({ id: accountId, name: names.get(accountId) ?? '', post });
    }
    return people;
  }

  /** The person with this account, who may claim the task. @throws person-refused */
  async require(tx: Transaction, step: Step, id: string): Promise<{ readonly id: string; readonly name: string }> {
    const person = await this.#principals.find(id, tx);
    if (!person || !(await this.#mayClaim(Promise.resolve(person), step))) throw personRefused(step);
    if (id === step.assigneeId) throw personRefused(step);
    return { id, name: person.displayName };
  }

  async #mayClaim(found: Promise<Principal | undefined>, step: Step): Promise<boolean> {
    const person = await found;
    if (!person) return false;
    const pools = new Set(poolsOfPrincipal(person, this.#access));
    return step.pools.some((pool) => pools.has(pool));
  }
}
