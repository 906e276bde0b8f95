import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EngineCalendars, EngineListeners, type EngineListener, type StepRecord } from '@lianban/engine';
import { idsOfPath, UnitService, type Unit } from '@lianban/organisation';
import type { Transaction } from '@lianban/platform';
import { insteadOf } from '../cases/about.js';
import { changeCase, findCaseOfInstance, involveUnits, type CaseOfInstance } from '../cases/case.sql.js';
import { wakeLadder } from '../ladder/ladder-watch.sql.js';
import { changeSideProcess } from '../sides/side-process.sql.js';
import { sideChangeOf } from '../sides/side-steps.rules.js';
import { Claimants } from '../recusals/claimants.service.js';
import {
  endStep,
  insertSteps,
  lastStepOfTerm,
  lockOpenSteps,
  migrateSteps,
  setTerm,
  type NewStep,
} from '../tasks/step.sql.js';
import type { TrailActor } from '../trail/trail-entry.js';
import { TrailService } from '../trail/trail.service.js';
import { changeOf, isCompleted } from './case-change.rules.js';
import type { AddDuration } from './class-terms.rules.js';
import { CaseFollowers } from './case-followers.service.js';
import { lapsedElsewhere } from './lapsed-elsewhere.js';
import { backstopKey, forStanding, isLost, newStep, type About } from './new-step.rules.js';
import {
  changedTerms,
  endedSteps,
  openedTasks,
  overdueSteps,
  type ChangedTerm,
  type OpenedTask,
} from './step-changes.rules.js';
import {
  endedLine,
  overdueLine,
  processLines,
  registeredLine,
  reopenedLine,
  separatedLine,
  termLine,
  type LineContext,
} from './trail-lines.rules.js';

/**
 * Makes a case follow its process, in the transaction of the process's step: inbox rows, terms, level, lapses, trail,
 * end. Locks in the order instance (by the engine), steps, case.
 */
@Injectable()
export class CaseListener implements EngineListener, OnModuleInit {
  readonly #listeners: EngineListeners;
  readonly #units: UnitService;
  readonly #trail: TrailService;
  readonly #followers: CaseFollowers;
  readonly #claimants: Claimants;
  readonly #addDuration: AddDuration;

  constructor(
    listeners: EngineListeners,
    units: UnitService,
    trail: TrailService,
    followers: CaseFollowers,
    claimants: Claimants,
    calendars: EngineCalendars,
  ) {
    this.#addDuration = (calendar, from, duration) => calendars.current.addDuration(calendar, from, duration);
    this.#listeners = listeners;
    this.#claimants = claimants;
    this.#units = units;
    this.#trail = trail;
    this.#followers = followers;
  }

  onModuleInit(): void {
    this.#listeners.register(this);
  }

  async onStep(tx: Transaction, record: StepRecord): Promise<void> {
    const file = await findCaseOfInstance(tx, record.rootId);
    if (!file) return;
    const starts = record.command.type === 'start';
    const open = starts ? [] : await lockOpenSteps(tx, record.instanceId);
    const ended = [...(await lapsedElsewhere(tx, record, open)), ...endedSteps(record, open)];
    const terms = changedTerms(record, open).filter(({ step }) => !ended.some((end) => end.step.key === step.key));
    const overdue = overdueSteps(record, open);
    const named = openedTasks(record);
    const units = await this.#unitsOf(tx, record, named);
    const tasks = named.map((task) => forStanding(task, units));
    const about = await this.#about(tx, file, units);
    const opened: NewStep[] = [];
    for (const task of tasks) {
      const step = await underOneClock(tx, newStep({ record, file, task, units, about }));
      const offer = await this.#claimants.elsewhere({ ...step, recused: file.recused }, tx);
      if (offer) units.set(offer.unit.id, offer.unit);
      opened.push(offer ? { ...step, unitId: offer.unit.id, unitName: offer.unit.name, pools: offer.pools } : step);
    }

    await followMigration(tx, record);
    for (const { end } of ended) await endStep(tx, end);
    for (const { term } of terms) await setTerm(tx, term);
    await insertSteps(tx, opened);
    await involveUnits(
      tx,
      file.id,
      opened.flatMap((step) => idsOfPath(units.get(step.unitId ?? '')?.path ?? '')),
    );
    if (file.beside) await changeSideProcess(tx, record.rootId, sideChangeOf(record, ended, opened));
    else await changeCase(tx, file.id, changeOf({ record, ended, opened, units, addDuration: this.#addDuration }));

    const isRoot = record.instanceId === record.rootId && !file.beside;
    const context: LineContext = {
      record,
      actor: actorOf(record, units),
      opened,
      goesOn: !file.beside && !isCompleted(record),
    };
    await this.#trail.append(tx, file.id, [
      ...(starts && isRoot ? [firstLine(context, file)] : []),
      ...ended.map((end) => endedLine(context, end)),
      ...overdue.map((step) => overdueLine(context, step)),
      ...terms.filter(isTold).map((change) => termLine(context, change)),
      ...processLines(context, isRoot),
    ]);
    const moved = ended.length + opened.length + terms.length > 0;
    if (moved && !file.beside) tx.send(wakeLadder(file.id, record.at), (error) => error);
    await this.#followers.follow(tx, file, { record, ended, opened, overdue, terms });
  }

  /** The unit that the case complains of, or its successor, with who handles instead. */
  async #about(tx: Transaction, { aboutUnitId }: CaseOfInstance, units: Map<string, Unit>): Promise<About | undefined> {
    if (aboutUnitId === null || units.size === 0) return undefined;
    const unit = (await this.#units.standing([aboutUnitId], tx)).get(aboutUnitId);
    return unit && { unit, instead: await insteadOf(this.#units, unit, tx) };
  }

  /**
   * Units that the tasks and the actor name, or their successors. A task for a unit that does not exist, or for nobody at
   * all, goes to the backstop, so that no case is ever lost from sight.
   */
  async #unitsOf(tx: Transaction, record: StepRecord, tasks: readonly OpenedTask[]): Promise<Map<string, Unit>> {
    const named = tasks.flatMap(({ offer }) => [offer.unit ?? '', ...offer.candidateGroups]).filter((id) => id !== '');
    const actorUnit = record.actor === 'system' ? undefined : record.actor.unit;
    const units = await this.#units.standing([...named, ...(actorUnit === undefined ? [] : [actorUnit])], tx);
    if (tasks.some((task) => isLost(task, units))) units.set(backstopKey, await this.#units.backstop(undefined, tx));
    return units;
  }
}

function firstLine(context: LineContext, file: CaseOfInstance) {
  if (!file.told) return registeredLine(context, file.channelName, file.firstUnitName);
  return file.reopened ? reopenedLine(context) : separatedLine(context);
}

/** A warning that moves with its term is not told beside it. */
function isTold({ kind, step, term }: ChangedTerm): boolean {
  return kind !== 'term-changed' || step.dueAt?.getTime() !== term.dueAt?.getTime();
}

async function followMigration(tx: Transaction, { instanceId, definition, events }: StepRecord): Promise<void> {
  for (const event of events)
    if (event.type === 'instance-migrated')
      await migrateSteps(tx, instanceId, { ...definition, renamed: event.renamed });
}

/** A timer of a sub-process that has fired is gone, but what it said holds for the next task in there as well. */
async function underOneClock(tx: Transaction, step: NewStep): Promise<NewStep> {
  if (step.termKey === step.key || (step.warnAt && step.dueAt)) return step;
  const before = await lastStepOfTerm(tx, { instanceId: step.instanceId, key: step.termKey });
  if (!before) return step;
  return {
    ...step,
    warnAt: step.warnAt ?? before.warnAt,
    warnEvent: step.warnEvent ?? before.warnEvent,
    dueAt: step.dueAt ?? before.dueAt,
    dueEvent: step.dueEvent ?? before.dueEvent,
  };
}

function actorOf({ actor }: StepRecord, units: ReadonlyMap<string, Unit>): TrailActor | null {
  if (actor === 'system') return null;
  const { accountId, name, role } = actor;
  const unit = actor.unit === undefined ? undefined : (units.get(actor.unit)?.name ?? actor.unit);
  return {
    ...(accountId !== undefined && { accountId }),
    ...(name !== undefined && { name }),
    ...(role !== undefined && { role }),
    ...(unit !== undefined && { unit }),
  };
}
