import { Injectable } from '@nestjs/common';
import type { Command, Instant, Variables } from '@lianban/bpmn';
import { newId, type Transaction } from '@lianban/platform';
import { DefinitionService } from '../definitions/definition.service.js';
import { rejections } from '../engine-numbers.js';
import { CommandRejectedError, DefinitionSuspendedError } from '../engine.errors.js';
import type { Step } from '../rows/step.js';
import type { Actor } from './actor.js';
import type { Cause, CommandRun } from './command-run.js';
import { CommandRuns } from './command-runs.js';
import { CrashPoints } from './crash-points.js';
import { openTasksOf } from './open-tasks-of.js';
import type { RunningInstance } from './running-instance.js';
import type { StepOutcome } from './step-record.js';
import { UnitOfWork } from './unit-of-work.js';

/** What a new instance is started from. */
export interface StartRequest {
  readonly processKey: string;
  /** Default: the latest. */
  readonly version?: number;
  /** How the domain names what the instance is about. */
  readonly businessKey?: string;
  readonly variables: Variables;
  readonly actor: Actor;
  /** A UUID of the caller's own; default: a new one. */
  readonly instanceId?: string;
  /** Default: the start event without a trigger. */
  readonly startEvent?: string;
  /** Elements to begin at instead of a start event. */
  readonly startBefore?: readonly string[];
  /** When it happened, if earlier than now: a timer that was due starts as of that instant. */
  readonly at?: Instant;
}

/**
 * The way to change a running process. Each call is one unit of work in the caller's transaction: lock, step, one
 * write, listeners. It commits nothing itself, and what it wrote is undone with the transaction.
 */
@Injectable()
export class CommandService {
  constructor(
    private readonly runs: CommandRuns,
    private readonly definitions: DefinitionService,
    private readonly work: UnitOfWork,
    private readonly crashPoints: CrashPoints,
  ) {}

  /**
   * Gives a command to an instance. Commands on one call hierarchy queue up; whoever comes too late is told so.
   *
   * @throws InstanceUnknownError not-found `instance-unknown`
   * @throws CommandRejectedError conflict `already-decided`, `instance-ended`, `not-allowed`; not-found `not-found`
   */
  async execute(
    tx: Transaction,
    request: { readonly instanceId: string; readonly command: Command; readonly actor: Actor },
  ): Promise<StepOutcome> {
    const run = this.runs.begin(tx);
    const instance = await this.runs.lock(tx, run, request.instanceId);
    await this.crashPoints.reach('after-lock', tx);
    return this.#finish(tx, { run, instance, command: request.command, actor: request.actor });
  }

  /**
   * Starts a process instance.
   *
   * @throws DefinitionUnknownError not-found `definition-unknown`
   * @throws DefinitionSuspendedError conflict `definition-suspended`
   * @throws InstanceExistsError conflict `instance-exists`, at the end of the transaction at the latest
   */
  async start(tx: Transaction, request: StartRequest): Promise<StepOutcome> {
    const definition = await this.definitions.get(tx, request.processKey, request.version);
    if (definition.suspendedAt) throw new DefinitionSuspendedError(definition.key, definition.version);
    const run = this.runs.begin(tx);
    const id = request.instanceId ?? newId();
    const instance: RunningInstance = {
      id,
      rootId: id,
      businessKey: request.businessKey ?? null,
      definition: await this.definitions.runnable(tx, definition),
      depth: 0,
      revision: 0,
    };
    run.add(instance);
    const { variables, startEvent, startBefore } = request;
    const command: Command = {
      type: 'start',
      instanceId: id,
      variables,
      ...(startEvent === undefined ? {} : { startEvent }),
      ...(startBefore && { startBefore }),
    };
    const at = request.at === undefined ? {} : { at: request.at };
    return this.#finish(tx, { run, instance, command, actor: request.actor, ...at });
  }

  async #finish(
    tx: Transaction,
    { run, instance, command, ...cause }: { run: CommandRun; instance: RunningInstance; command: Command } & Cause,
  ): Promise<StepOutcome> {
    const rejection = await run.carryOut(instance, command, cause);
    if (rejection) {
      rejections.inc({ code: rejection.code });
      throw new CommandRejectedError(rejection, instance.id);
    }
    return outcomeOf(instance, await this.work.finish(tx, run));
  }
}

function outcomeOf(instance: RunningInstance, steps: readonly Step[]): StepOutcome {
  return {
    instanceId: instance.id,
    businessKey: instance.businessKey,
    definition: instance.definition.ref,
    status: instance.state?.status ?? 'active',
    events: steps.filter(({ instanceId }) => instanceId === instance.id).flatMap(({ events }) => events),
    tasks: openTasksOf(steps),
  };
}
