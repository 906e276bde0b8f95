import { Injectable } from '@nestjs/common';
import type { Command } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import type { CommandRun } from '../commands/command-run.js';
import { CommandRuns } from '../commands/command-runs.js';
import type { RunningInstance } from '../commands/running-instance.js';
import { UnitOfWork } from '../commands/unit-of-work.js';
import { DefinitionService } from '../definitions/definition.service.js';
import { InstanceUnknownError, OperationRefusedError } from '../engine.errors.js';
import { InstanceStore } from '../instances/instance.store.js';
import { TermRecount, type TimerHistories } from '../calendars/term-recount.js';
import { MigrationTarget } from './migration-target.js';
import { OperationStore } from './operation.store.js';
import type { Operation, OperationOutcome } from './operation.js';

/** Operations on running instances. Each call is one unit of work in the caller's transaction, for any number of them. */
@Injectable()
export class OperationService {
  constructor(
    private readonly runs: CommandRuns,
    private readonly instances: InstanceStore,
    private readonly definitions: DefinitionService,
    private readonly work: UnitOfWork,
    private readonly store: OperationStore,
    private readonly recounts: TermRecount,
  ) {}

  /**
   * As {@link applyToAll}, for one instance.
   *
   * @throws InstanceUnknownError not-found `instance-unknown`
   * @throws OperationRefusedError conflict, with the code of the refusal
   */
  async apply(tx: Transaction, instanceId: string, operation: Operation, actor: Actor): Promise<void> {
    const [outcome] = await this.applyToAll(tx, [instanceId], operation, actor);
    if (!outcome) throw new InstanceUnknownError(instanceId);
    if (outcome.outcome === 'refused') throw new OperationRefusedError(outcome);
  }

  /**
   * Carries an operation out on instances, with one write for all. What one refuses changes nothing and stops none of
   * the others; unknown instances are left out of the answer.
   */
  async applyToAll(
    tx: Transaction,
    instanceIds: readonly string[],
    operation: Operation,
    actor: Actor,
  ): Promise<OperationOutcome[]> {
    const run = this.runs.begin(tx);
    const rows = await this.instances.lockAll(tx, instanceIds);
    for (const row of rows) await this.runs.take(tx, run, row);
    const ids = instanceIds.filter((id) => run.find(id));
    const target = operation.type === 'migrate' ? await this.#target(tx, operation) : undefined;
    const histories = operation.type === 'recount-timers' ? await this.recounts.historiesOf(tx, ids) : undefined;
    const outcomes: OperationOutcome[] = [];
    for (const id of ids) outcomes.push(await this.#one(tx, run, { id, operation, target, histories, actor }));
    const steps = await this.work.finish(tx, run);
    const changed = [...new Set(steps.map((step) => step.instanceId))];
    if (changed.length > 0) await this.store.holdJobs(tx, changed, run.now);
    for (const { ids: moved, renamed } of target?.moved ?? [])
      await this.store.moveRows(tx, moved, { definitionId: target?.definition.ref.id ?? '', renamed });
    return outcomes;
  }

  async #one(tx: Transaction, run: CommandRun, about: Application): Promise<OperationOutcome> {
    const { id: instanceId, target, actor } = about;
    const instance = run.find(instanceId);
    if (!instance) throw new InstanceUnknownError(instanceId);
    if (target) return migrate(run, instance, target, actor);
    for (const { id, command } of await this.#commands(tx, run, instance, about)) {
      const to = run.find(id);
      const rejection = to && (await run.carryOut(to, command, { actor }));
      // Another instance of the hierarchy may be suspended or resumed already.
      if (rejection && id === instanceId) return { instanceId, outcome: 'refused', ...rejection };
    }
    return { instanceId, outcome: 'done' };
  }

  /** The commands that an operation comes to. */
  async #commands(
    tx: Transaction,
    run: CommandRun,
    instance: RunningInstance,
    { operation, histories }: Application,
  ): Promise<{ id: string; command: Command }[]> {
    const here = (command: Command): { id: string; command: Command }[] => [{ id: instance.id, command }];
    switch (operation.type) {
      case 'suspend':
        return this.#wholeHierarchy(tx, run, instance, { type: 'suspend-instance' });
      case 'resume':
        return this.#wholeHierarchy(tx, run, instance, { type: 'resume-instance' });
      case 'cancel':
        return here({ type: 'cancel-instance', reason: operation.reason });
      case 'set-variables':
        return here({ type: 'set-variables', variables: operation.variables });
      case 'modify':
        return here({ type: 'modify-instance', instructions: operation.instructions, reason: operation.reason });
      case 'retry-incidents': {
        const incidents = Object.values(instance.state?.incidents ?? {});
        return incidents.flatMap(({ key }) => here({ type: 'resolve-incident', key }));
      }
      case 'recount-timers':
        return this.recounts.commandsOf(instance, histories, operation, run.now).flatMap(here);
      case 'migrate':
        return [];
    }
  }

  /** A suspended caller could not take what a called instance brings back, so they stand still together. */
  async #wholeHierarchy(
    tx: Transaction,
    run: CommandRun,
    instance: RunningInstance,
    command: Command,
  ): Promise<{ id: string; command: Command }[]> {
    const ids = await this.store.withHierarchy(tx, [instance.id]);
    const others = ids.filter((id) => id !== instance.id);
    const unknown = others.filter((id) => !run.find(id));
    for (const row of await this.instances.readHeld(tx, unknown)) await this.runs.take(tx, run, row);
    return [instance.id, ...others].map((id) => ({ id, command }));
  }

  async #target(
    tx: Transaction,
    { definitionId, changes }: Extract<Operation, { type: 'migrate' }>,
  ): Promise<MigrationTarget> {
    const definition = await this.definitions.getById(tx, definitionId);
    return new MigrationTarget(await this.definitions.runnable(tx, definition), changes);
  }
}

/** What an operation is about, for one of its instances. */
interface Application {
  readonly id: string;
  readonly operation: Operation;
  readonly target: MigrationTarget | undefined;
  readonly histories: TimerHistories | undefined;
  readonly actor: Actor;
}

async function migrate(
  run: CommandRun,
  instance: RunningInstance,
  target: MigrationTarget,
  actor: Actor,
): Promise<OperationOutcome> {
  const { id: instanceId } = instance;
  const obstacle = target.obstacleOf(instance);
  if (obstacle !== undefined) return { instanceId, outcome: 'refused', code: 'not-migratable', message: obstacle };
  const moved = { ...instance, definition: target.definition };
  run.add(moved);
  const rejection = await run.carryOut(moved, target.planFrom(instance.definition).command, { actor });
  if (rejection) {
    run.add(instance);
    return { instanceId, outcome: 'refused', ...rejection };
  }
  target.hasMoved(instance);
  return { instanceId, outcome: 'done' };
}
