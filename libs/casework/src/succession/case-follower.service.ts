import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  ends,
  idsOfPath,
  UnitFollowers,
  UnitService,
  type ThingOfUnit,
  type Unit,
  type UnitChange,
  type UnitFollower,
} from '@lianban/organisation';
import { Database, LOGGER, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { insteadOf, standingAbout } from '../cases/about.js';
import { involveUnits } from '../cases/case.sql.js';
import { handOver, type Receiver } from '../hand-overs/transfer.sql.js';
import { Claimants, type Offer } from '../recusals/claimants.service.js';
import { poolsAfter } from '../tasks/pools.rules.js';
import type { Step, StepId } from '../tasks/step.js';
import { findStep } from '../tasks/step.sql.js';
import { actLine } from '../trail/act-line.js';
import { complainedOf, moveOwnersAside, moveSidesAside, stepAside, tasksAbout } from './aside.sql.js';
import { moveOutcomes } from './outcomes.sql.js';
import {
  caseworkOf,
  moveOwners,
  moveRules,
  moveSides,
  moveVolunteers,
  rename,
  renameOwner,
  shareCases,
  tasksOfUnit,
} from './succession.sql.js';

const atOnce = 200;

/**
 * Cases follow a unit: open tasks, helpers, volunteers, orders, bulletins, talks and dispatch rules of one that ends go on with its successor, under
 * the same clocks and with a line in each history, and its cases can be read there. What running processes name by id is
 * resolved when a task is opened. Locks tasks before cases, one task at a time, as all acts do.
 */
@Injectable()
export class CaseFollower implements UnitFollower, OnModuleInit {
  readonly #database: Database;
  readonly #followers: UnitFollowers;
  readonly #units: UnitService;
  readonly #claimants: Claimants;
  readonly #acts: ActRunner;
  readonly #log: Logger;

  constructor(
    database: Database,
    followers: UnitFollowers,
    units: UnitService,
    claimants: Claimants,
    acts: ActRunner,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#followers = followers;
    this.#units = units;
    this.#claimants = claimants;
    this.#acts = acts;
    this.#log = log;
  }

  onModuleInit(): void {
    this.#followers.register(this);
  }

  async thingsOf(unitId: string): Promise<ThingOfUnit[]> {
    const { tasks, sides, rules, bulletins, cases } = await caseworkOf(this.#database, unitId);
    return [
      { what: 'tasks', count: tasks, open: true },
      { what: 'sides', count: sides, open: true },
      { what: 'dispatch-rules', count: rules, open: true },
      { what: 'bulletins', count: bulletins, open: true },
      { what: 'cases', count: cases, open: false },
    ];
  }

  async follow(change: UnitChange): Promise<number> {
    const { unitId, kind, after } = change;
    if (kind === 'renamed') return await this.#rename(unitId, after ?? '');
    const heir = (await this.#units.standing([unitId])).get(unitId);
    if (!heir) return ends(change) ? await this.#moveTasks(change, await this.#units.backstop()) : 0; // came in late
    // The right to read first: who has a task must see its case.
    const shared = await this.#share(unitId, heir.path);
    const followed = ends(change) ? await this.#succeed(unitId, heir) : 0;
    const aside = await this.#handAside(unitId, heir);
    const tasks = await this.#moveTasks(change, heir);
    return shared + followed + aside + tasks + (await stepAside(this.#database, heir.id));
  }

  /** Who handles instead of a unit that is complained of answers for the case, and helps where that one helped. */
  async #handAside(from: string, heir: Unit): Promise<number> {
    let moved = 0;
    for (const about of await complainedOf(this.#database, from, heir.id)) {
      const instead = await insteadOf(this.#units, await this.#units.get(about));
      const aside = { from, heirId: heir.id, about };
      moved += await moveSidesAside(this.#database, aside, instead);
      moved += await this.#page((limit) => moveOwnersAside(this.#database, aside, instead, limit));
    }
    return moved;
  }

  async #rename(unitId: string, name: string): Promise<number> {
    const owners = await this.#page((limit) => renameOwner(this.#database, unitId, name, limit));
    return owners + (await rename(this.#database, unitId, name));
  }

  async #succeed(unitId: string, heir: Unit): Promise<number> {
    const sides = await moveSides(this.#database, unitId, heir);
    const owners = await this.#page((limit) => moveOwners(this.#database, unitId, heir, limit));
    const outcomes = await moveOutcomes(this.#database, unitId, heir);
    const volunteers = await moveVolunteers(this.#database, unitId, heir.id);
    return sides + owners + outcomes + volunteers + (await moveRules(this.#database, unitId, heir, this.#acts.now()));
  }

  async #share(unitId: string, path: string): Promise<number> {
    const heirs = idsOfPath(path).filter((id) => id !== unitId);
    return await this.#page((limit) => shareCases(this.#database, unitId, heirs, limit));
  }

  /** Does something page by page, each by itself, until nothing is left. */
  async #page(change: (limit: number) => Promise<number>): Promise<number> {
    for (let changed = 0; ;) {
      const inPage = await change(atOnce);
      if (inPage === 0) return changed;
      changed += inPage;
    }
  }

  /** What is moved for a unit that stays is only what it may not have any more. */
  async #moveTasks(change: UnitChange, heir: Unit): Promise<number> {
    const about = (after?: StepId) => tasksAbout(this.#database, heir.id, after, atOnce);
    const own = (after?: StepId) => tasksOfUnit(this.#database, change.unitId, after, atOnce);
    const moved = await this.#moveEach(about, change, heir);
    return moved + (ends(change) ? await this.#moveEach(own, change, heir) : 0);
  }

  async #moveEach(next: (after?: StepId) => Promise<StepId[]>, change: UnitChange, heir: Unit): Promise<number> {
    let moved = 0;
    for (let page = await next(); page.length > 0; page = await next(page.at(-1)))
      for (const id of page) if (await this.#move(id, change, heir)) moved += 1;
    return moved;
  }

  /** Moves one task; one that cannot be moved does not keep the others, and the change is not done with. */
  async #move(id: StepId, change: UnitChange, heir: Unit): Promise<boolean> {
    try {
      return await this.#database.transaction((tx) => this.#handOver(tx, id, change, heir));
    } catch (error) {
      this.#log.warn({ err: error, ...id }, 'a task of a unit that has changed cannot be moved; tried again later');
      return true;
    }
  }

  async #handOver(tx: Transaction, id: StepId, change: UnitChange, heir: Unit): Promise<boolean> {
    const step = await findStep(tx, id);
    if (step?.state !== 'open') return false;
    const moved = successorOf(step, change.unitId, heir);
    const other = await this.#otherThan(tx, { ...step, ...moved, unitId: moved.unit?.id ?? step.unitId }, heir);
    if (!other && !ends(change)) return false;
    const isOfUnit = step.unitId === change.unitId || moved.pools.some((pool) => !step.pools.includes(pool));
    // Somebody was quicker, or it is there already.
    if (other ? other.unit.id === step.unitId : !isOfUnit) return false;
    // Who does something with it at this moment keeps it; it is looked at again later.
    if (!(await handOver(tx, step, other ?? { ...moved, ...holderOf(step, this.#acts.now()) }))) return true;
    const unit = other?.unit ?? heir;
    await involveUnits(tx, step.caseId, idsOfPath(unit.path));
    const act = { at: this.#acts.now(), kind: 'transferred', title: titleOf(change), actor: change.setBy } as const;
    await this.#acts.tell(tx, step.caseId, actLine(step, { ...act, detail: { from: step.unitName, to: unit.name } }));
    return true;
  }

  /** Who has a task where the successor is complained of, or all of it step aside. */
  async #otherThan(tx: Transaction, step: Step, heir: Unit): Promise<Offer | undefined> {
    const about = await standingAbout(tx, this.#units, step.caseId, heir);
    return about ?? (await this.#claimants.elsewhere(step, tx));
  }
}

function titleOf({ kind }: UnitChange): string {
  if (kind === 'moved') return '机构隶属调整，回避后转由其他单位';
  return kind === 'merged' ? '机构合并，转由承接单位' : '机构撤销，转由承接单位';
}

/** Unit and pools of a task with the successor in the place of its unit. */
function successorOf({ unitId, pools }: Step, from: string, heir: Unit): Required<Pick<Receiver, 'pools'>> & Receiver {
  return { pools: poolsAfter(pools, from, heir.id), ...(unitId === from && { unit: heir }) };
}

/** Who holds a task keeps it. */
function holderOf({ assigneeId, assigneeName }: Step, at: Date): Pick<Receiver, 'person'> {
  return assigneeId === null || assigneeName === null ? {} : { person: { id: assigneeId, name: assigneeName, at } };
}
