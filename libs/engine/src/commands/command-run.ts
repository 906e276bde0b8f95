import { step, type Command, type Effect, type Instant, type WorkingCalendars } from '@lianban/bpmn';
import { tracedAtOnce, type Transaction } from '@lianban/platform';
import type { DefinitionService } from '../definitions/definition.service.js';
import { stepSeconds } from '../engine-numbers.js';
import type { RejectionCode } from '../engine.errors.js';
import type { InstanceStore } from '../instances/instance.store.js';
import type { Step } from '../rows/step.js';
import type { OutboxRow } from '../rows/write-document.js';
import type { Actor } from './actor.js';
import { outboxRowOf } from './outbox-row-of.js';
import { runningInstance, type RunningInstance } from './running-instance.js';

/** Calls within calls that one command may start; a process that calls itself without waiting ends here. */
const deepestCall = 50;

/** What a run needs from the world around it. Time and ids come in here and nowhere else. */
export interface RunEnvironment {
  readonly instances: InstanceStore;
  readonly definitions: DefinitionService;
  readonly calendars: WorkingCalendars;
  /** IANA name, for dates that name no zone. */
  readonly timeZone: string;
  readonly now: Date;
  readonly newId: () => string;
}

/** By whom and as of when something is done. */
export interface Cause {
  readonly actor: Actor;
  /** Default: the run's now. */
  readonly at?: Instant;
}

/** Why the core refused a command. */
export interface RunRejection {
  readonly code: RejectionCode;
  readonly message: string;
}

/**
 * The steps of one unit of work: commands to instances whose hierarchies the transaction holds, and everything that
 * follows from them in called and calling instances. It reads, but writes nothing; the steps are collected.
 */
export class CommandRun {
  readonly now: Date;
  #steps: Step[] = [];
  #outbox: OutboxRow[] = [];
  readonly #instances = new Map<string, RunningInstance>();
  readonly #effects: { readonly from: RunningInstance; readonly effect: Effect; readonly cause: Cause }[] = [];

  constructor(
    private readonly tx: Transaction,
    private readonly world: RunEnvironment,
  ) {
    this.now = world.now;
  }

  /** Makes an instance known to the run. */
  add(instance: RunningInstance): void {
    this.#instances.set(instance.id, instance);
  }

  /** The instance as the steps so far left it. */
  find(instanceId: string): RunningInstance | undefined {
    return this.#instances.get(instanceId);
  }

  /** Carries a command out with all that follows from it. A refused one changes nothing and answers with the reason. */
  async carryOut(instance: RunningInstance, command: Command, cause: Cause): Promise<RunRejection | undefined> {
    const rejection = this.#step(instance, command, cause);
    for (let next = this.#effects.shift(); next; next = this.#effects.shift()) {
      await this.#carryOutEffect(next.from, next.effect, next.cause);
    }
    return rejection;
  }

  /** Hands the collected steps over for writing and forgets them. */
  takeSteps(): { steps: readonly Step[]; outbox: readonly OutboxRow[] } {
    const taken = { steps: this.#steps, outbox: this.#outbox };
    this.#steps = [];
    this.#outbox = [];
    return taken;
  }

  #step(instance: RunningInstance, command: Command, cause: Cause): RunRejection | undefined {
    const { definition, state: before, steppedAt = '' } = instance;
    const wanted = cause.at ?? this.now.toISOString();
    const at = wanted < steppedAt ? steppedAt : wanted;
    const attributes = { 'process.key': definition.ref.key, 'process.instance': instance.id };
    const measured = stepSeconds.startTimer({ kind: command.type });
    const result = tracedAtOnce(`step ${command.type}`, { attributes }, () =>
      step(definition.process, before, command, {
        now: at,
        newId: this.world.newId,
        calendars: this.world.calendars,
        timeZone: this.world.timeZone,
        decisions: definition.decisions,
      }),
    );
    measured();
    if (result.outcome === 'rejected') return { code: result.code, message: result.message };

    instance.state = result.state;
    instance.revision += 1;
    instance.steppedAt = at;
    this.#steps.push({
      instanceId: instance.id,
      rootId: instance.rootId,
      ...(instance.parent && { parent: instance.parent }),
      businessKey: instance.businessKey,
      definition: definition.ref,
      process: definition.process,
      command,
      actor: cause.actor,
      at,
      revision: instance.revision,
      before,
      events: result.events,
      state: result.state,
    });
    this.#effects.push(...result.effects.map((effect) => ({ from: instance, effect, cause })));
    return undefined;
  }

  async #carryOutEffect(from: RunningInstance, effect: Effect, cause: Cause): Promise<void> {
    switch (effect.type) {
      case 'start-called-process':
        return this.#startCalled(from, effect, cause);
      case 'cancel-called-process': {
        const called = await this.#get(effect.calledInstance);
        // Refused when the called instance has just ended by itself: then there is nothing left to cancel.
        if (called) this.#step(called, { type: 'cancel-instance', reason: effect.reason }, cause);
        return;
      }
      case 'return-to-caller': {
        const caller = await this.#get(effect.parent.instanceId);
        // Refused when the caller no longer waits, as after it cancelled this very call.
        if (caller) this.#step(caller, { type: 'finish-call', key: effect.parent.key, outcome: effect.outcome }, cause);
        return;
      }
      case 'escalate-to-caller': {
        const caller = await this.#get(effect.parent.instanceId);
        const { parent, variables, code } = effect;
        const thrown = {
          type: 'throw-escalation',
          key: parent.key,
          variables,
          ...(code === undefined ? {} : { code }),
        } as const;
        if (caller) this.#step(caller, thrown, cause);
        return;
      }
      case 'publish-message':
      case 'broadcast-signal': {
        // After the commit: delivering here would lock a second hierarchy, and two such commands could deadlock.
        const row = outboxRowOf(effect, { id: this.world.newId(), instanceId: from.id, at: this.now.toISOString() });
        this.#outbox.push(row);
        return;
      }
    }
  }

  async #startCalled(
    from: RunningInstance,
    effect: Extract<Effect, { type: 'start-called-process' }>,
    cause: Cause,
  ): Promise<void> {
    const { calledProcess: key, binding } = effect;
    if (from.depth >= deepestCall) {
      const message = `The call of process "${key}" is number ${deepestCall} in a chain of calls that never waits: let one of them wait.`;
      this.#step(from, { type: 'fail-call', key: effect.key, message }, cause);
      return;
    }
    const definition = await this.world.definitions.resolve(this.tx, key, binding, from.definition.deploymentId);
    if (!definition) {
      const message = `No process "${key}" is deployed (binding ${JSON.stringify(binding)}): deploy it, then retry the incident.`;
      this.#step(from, { type: 'fail-call', key: effect.key, message }, cause);
      return;
    }
    const parent = { instanceId: from.id, key: effect.key };
    const called: RunningInstance = {
      id: effect.calledInstance,
      rootId: from.rootId,
      businessKey: from.businessKey,
      parent,
      definition,
      depth: from.depth + 1,
      revision: 0,
    };
    this.add(called);
    this.#step(called, { type: 'start', instanceId: called.id, variables: effect.variables, parent }, cause);
  }

  async #get(instanceId: string): Promise<RunningInstance | undefined> {
    const known = this.#instances.get(instanceId);
    if (known) return known;
    const [row] = await this.world.instances.readHeld(this.tx, [instanceId]);
    if (!row) return undefined;
    const instance = runningInstance(row, await this.world.definitions.compiled(this.tx, row.definition_id));
    this.add(instance);
    return instance;
  }
}
