import { Injectable } from '@nestjs/common';
import { AccessService, PrincipalService, type Principal } from '@lianban/identity';
import { MembershipService, UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { insteadOf } from '../cases/about.js';
import { mayClaim, poolsOfPrincipal } from '../tasks/pools.rules.js';
import type { Step } from '../tasks/step.js';

/** What of a task decides who may have it. */
type Claimable = Pick<Step, 'unitId' | 'pools' | 'recused'>;

/** Somebody who may claim a task. */
export interface Claimant {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** Says which people may claim a task: those whose pools meet its own, without those who step aside from its case. */
@Injectable()
export class Claimants {
  readonly #access: AccessService;
  readonly #principals: PrincipalService;
  readonly #members: MembershipService;
  readonly #units: UnitService;

  constructor(access: AccessService, principals: PrincipalService, members: MembershipService, units: UnitService) {
    this.#access = access;
    this.#principals = principals;
    this.#members = members;
    this.#units = units;
  }

  /** The people of the task's unit who may claim it. */
  async of(step: Claimable, tx?: Transaction): Promise<Claimant[]> {
    const people: Claimant[] = [];
    for (const { accountId, post } of step.unitId === null ? [] : await this.#members.membersOf(step.unitId, tx)) {
      const person = await this.find(step, accountId, tx);
      if (person) people.push({ id: accountId, name: person.displayName, post });
    }
    return people;
  }

  /** The person with this account, if they may claim the task. */
  async find(step: Claimable, accountId: string, tx?: Transaction): Promise<Principal | undefined> {
    const person = await this.#principals.find(accountId, tx);
    if (!person) return undefined;
    return mayClaim(step, { accountId, pools: new Set(poolsOfPrincipal(person, this.#access)) }) ? person : undefined;
  }

  /**
   * Who handles a task instead of its unit where all of the unit step aside, so that it is never lost from sight: the
   * street above a station, else the backstop. Undefined: the unit can do it, or the task belongs to no unit.
   */
  async insteadOfUnit(step: Claimable, tx: Transaction): Promise<Unit | undefined> {
    if (step.recused.length === 0 || step.unitId === null || (await this.of(step, tx)).length > 0) return undefined;
    const own = await this.#units.find(step.unitId, tx);
    const instead = own && (await insteadOf(this.#units, own, tx));
    return instead?.id === step.unitId ? undefined : instead;
  }
}
