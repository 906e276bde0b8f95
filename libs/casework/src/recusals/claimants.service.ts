import { Injectable } from '@nestjs/common';
import { AccessService, AccountService, PrincipalService, type Principal } from '@lianban/identity';
import { MembershipService, UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { insteadOf } from '../cases/about.js';
import { isForVolunteers } from '../mutual-aid/volunteer-tasks.rules.js';
import { mayClaim, namedPeople, poolsOfPeople, poolsOfPrincipal, poolsOfUnit } from '../tasks/pools.rules.js';
import type { Step } from '../tasks/step.js';

/** What of a task decides who may have it. */
type Claimable = Pick<Step, 'unitId' | 'pools' | 'recused'>;

/** Somebody who may claim a task. */
export interface Claimant {
  readonly id: string;
  readonly name: string;
  readonly post: string;
}

/** To whom a task is offered. */
export interface Offer {
  readonly unit: Unit;
  readonly pools: readonly string[];
}

/** Says which people may claim a task: those whose pools meet its own, without those who step aside from its case. */
@Injectable()
export class Claimants {
  readonly #access: AccessService;
  readonly #accounts: AccountService;
  readonly #principals: PrincipalService;
  readonly #members: MembershipService;
  readonly #units: UnitService;

  constructor(
    access: AccessService,
    accounts: AccountService,
    principals: PrincipalService,
    members: MembershipService,
    units: UnitService,
  ) {
    this.#access = access;
    this.#accounts = accounts;
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
   * Where a task goes that nobody can claim, so that it is never lost from sight: one whose people have all left or step
   * aside to the head of its unit; one of a unit in which all step aside to the street above a station, else to the
   * backstop. Undefined: somebody can, or it is for volunteers, from whom it goes back to the window by itself.
   */
  async elsewhere(step: Claimable & Pick<Step, 'properties'>, tx: Transaction): Promise<Offer | undefined> {
    if (isForVolunteers(step)) return undefined;
    const named = namedPeople(step);
    const gone = named.length > 0 && !(await this.#accounts.anyOpen(named, { except: step.recused }, tx));
    const home = gone ? await this.ofHead(step, tx) : undefined;
    const offered = home ? { ...step, unitId: home.unit.id, pools: home.pools } : step;
    const unit = await this.#insteadOfUnit(offered, tx);
    return unit ? { unit, pools: poolsOfUnit(unit.id) } : home;
  }

  /** A task for those who assign tasks in a unit, else for all of the unit; without a unit for the backstop. */
  async ofHead({ unitId, recused }: Omit<Claimable, 'pools'>, tx: Transaction): Promise<Offer> {
    const known = unitId === null ? undefined : await this.#units.find(unitId, tx);
    const unit = known ?? (await this.#units.backstop(undefined, tx));
    const heads: string[] = [];
    for (const { accountId } of await this.#members.membersOf(unit.id, tx)) {
      const person = await this.#principals.find(accountId, tx);
      const may = person && !recused.includes(accountId) && this.#access.canIn(person, 'task.assign', unit.path);
      if (may) heads.push(accountId);
    }
    return { unit, pools: heads.length > 0 ? poolsOfPeople(heads) : poolsOfUnit(unit.id) };
  }

  async #insteadOfUnit(step: Claimable, tx: Transaction): Promise<Unit | undefined> {
    if (step.recused.length === 0 || step.unitId === null || (await this.of(step, tx)).length > 0) return undefined;
    const own = await this.#units.find(step.unitId, tx);
    const instead = own && (await insteadOf(this.#units, own, tx));
    return instead?.id === step.unitId ? undefined : instead;
  }
}
