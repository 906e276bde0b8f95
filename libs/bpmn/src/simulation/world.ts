import type { Command } from '../core/command.js';
import type { Effect } from '../core/effect.js';
import type { WorkingCalendars } from '../core/environment.js';
import type { EngineEvent } from '../core/event.js';
import type { InstanceState, Key, SubscriptionState, TimerState } from '../core/state.js';
import { startTriggers, type StartTrigger } from '../core/start-triggers.js';
import { step, type StepResult } from '../core/step.js';
import type { CompiledDefinitions } from '../model/compiled-process.js';
import type { Instant, Variables } from '../model/value.js';
import { addDuration } from '../time/iso-8601.js';
import { suits, type BufferedMessage } from './correlation.js';
import { StartTimers } from './start-timers.js';
import { earliestTimer } from './timer-queue.js';

/** How long a message that a process throws waits for its receiver. */
const MESSAGE_LIFE = 'P1D';

/** One process instance of a simulated world with everything that happened to it. */
export interface SimulatedInstance {
  readonly id: string;
  readonly processId: string;
  state: InstanceState;
  readonly events: EngineEvent[];
}

export interface WorldOptions {
  readonly definitions: CompiledDefinitions;
  readonly calendars: WorkingCalendars;
  readonly now: Instant;
  readonly timeZone?: string;
  /** Operations that one step may take, see `Environment`. */
  readonly workBudget?: number;
  /** Looks at an instance after each of its steps; what it returns is the state that the simulation goes on with. */
  readonly afterStep?: (instance: SimulatedInstance, now: Instant) => InstanceState;
  /** False: timer start events start nothing. */
  readonly startsByTimer?: boolean;
}

/**
 * A run-time in memory on a virtual clock: the same core as in production, without database, queue or waiting. For
 * scenario files, replays, load simulation and the studio.
 */
export class World {
  readonly instances = new Map<string, SimulatedInstance>();
  now: Instant;
  private readonly buffered: BufferedMessage[] = [];
  private readonly starts: readonly (StartTrigger & { readonly processId: string })[];
  private readonly startTimers: StartTimers;
  private lastId = 0;

  constructor(private readonly options: WorldOptions) {
    this.now = options.now;
    const processes = [...options.definitions.processes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.starts = processes.flatMap((process) =>
      startTriggers(process, options).map((start) => ({ ...start, processId: process.id })),
    );
    const timed = this.starts.filter((start) => start.type === 'timer');
    this.startTimers = new StartTimers(options.startsByTimer === false ? [] : timed);
  }

  /** Starts a process; throws when the definitions have none of that id, or its start is refused. */
  start(processId: string, variables: Variables = {}, startEvent?: string): SimulatedInstance {
    const instanceId = this.newId();
    const by = startEvent === undefined ? {} : { startEvent };
    const result = this.execute(instanceId, processId, { type: 'start', instanceId, variables, ...by });
    if (result.outcome === 'rejected') throw new Error(result.message);
    return this.instance(instanceId);
  }

  /** Carries out a command and every effect that it has on other instances. */
  command(instanceId: string, command: Command): StepResult {
    return this.execute(instanceId, this.instance(instanceId).processId, command);
  }

  instance(id: string): SimulatedInstance {
    const instance = this.instances.get(id);
    if (!instance) throw new Error(`expected instance "${id}" to exist in the simulation, but it does not`);
    return instance;
  }

  /** The open timer that is due first, in any instance, not later than `until`. */
  nextTimer(until?: Instant): { readonly instance: SimulatedInstance; readonly timer: TimerState } | undefined {
    const next = earliestTimer(this.instances.values());
    return next && (until === undefined || next.timer.dueAt <= until) ? next : undefined;
  }

  /** Moves the clock to an instant, firing due timers in order on the way, those set on the way included. */
  advanceTo(instant: Instant): void {
    for (;;) {
      const next = this.nextTimer(instant);
      const start = this.startTimers.next(instant);
      if (start && (!next || start.timer.dueAt <= next.timer.dueAt)) {
        if (start.timer.dueAt > this.now) this.now = start.timer.dueAt;
        this.startTimers.fire(start, { ...this.options, now: this.now });
        this.start(start.processId, {}, start.elementId);
      } else if (next) {
        if (next.timer.dueAt > this.now) this.now = next.timer.dueAt;
        this.command(next.instance.id, { type: 'trigger-timer', key: next.timer.key });
      } else break;
    }
    if (instant > this.now) this.now = instant;
  }

  /**
   * Hands a message to the first subscription that it suits, or starts a process by it. With a time to live it is
   * kept for a subscription that comes later. False when nobody takes it now.
   */
  publishMessage(name: string, correlation: Variables, variables: Variables = {}, expiresAt?: Instant): boolean {
    const message = { name, correlation, variables };
    for (const { id, state } of this.instances.values()) {
      const match = openIn(state).find((open) => suits(open, message));
      if (match)
        return this.command(id, { type: 'trigger-subscription', key: match.key, variables }).outcome === 'applied';
    }
    if (this.startBy('message', name, { ...correlation, ...variables }) > 0) return true;
    if (expiresAt !== undefined) this.buffered.push({ ...message, expiresAt });
    return false;
  }

  /** Starts every process that a signal starts, or the first that a message does, as it is consumed; gives how many. */
  private startBy(type: 'message' | 'signal', name: string, variables: Variables): number {
    const named = this.starts.filter((start) => start.type === type && start.name === name);
    const started = type === 'message' ? named.slice(0, 1) : named;
    for (const { processId, elementId } of started) this.start(processId, variables, elementId);
    return started.length;
  }

  /** Reaches everybody who waits for the signal at this moment. */
  broadcastSignal(name: string, variables: Variables = {}, thrower?: string): void {
    const waiting: { id: string; key: Key }[] = [];
    for (const { id, state } of this.instances.values()) {
      if (id === thrower) continue;
      for (const open of openIn(state)) {
        if (open.type === 'signal' && open.name === name) waiting.push({ id, key: open.key });
      }
    }
    for (const { id, key } of waiting) this.command(id, { type: 'trigger-subscription', key, variables });
    this.startBy('signal', name, variables);
  }

  /** Carries out a command on an instance that may not exist yet. */
  execute(instanceId: string, processId: string, command: Command): StepResult {
    const process = this.options.definitions.processes.get(processId);
    if (!process) throw new Error(`process "${processId}" is in none of the given files`);
    const { calendars, timeZone, workBudget, definitions } = this.options;
    const before = this.instances.get(instanceId);
    const result = step(process, before?.state, command, {
      now: this.now,
      newId: () => this.newId(),
      calendars,
      decisions: definitions.decisions,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(workBudget === undefined ? {} : { workBudget }),
    });
    if (result.outcome === 'rejected') return result;
    if (before) before.state = result.state;
    else this.instances.set(instanceId, { id: instanceId, processId, state: result.state, events: [] });
    const instance = this.instance(instanceId);
    for (const event of result.events) instance.events.push(event);
    if (this.options.afterStep) instance.state = this.options.afterStep(instance, this.now);
    for (const effect of result.effects) this.carryOut(instanceId, effect);
    if (result.events.some(({ type }) => type === 'subscription-opened' || type === 'instance-resumed'))
      this.deliverBuffered();
    return result;
  }

  private carryOut(instanceId: string, effect: Effect): void {
    switch (effect.type) {
      case 'start-called-process': {
        const { calledInstance, calledProcess, variables, key } = effect;
        if (!this.options.definitions.processes.has(calledProcess)) {
          const message = `process "${calledProcess}" does not exist; deploy it or mend the call activity`;
          this.command(instanceId, { type: 'fail-call', key, message });
          return;
        }
        const parent = { instanceId, key };
        this.execute(calledInstance, calledProcess, { type: 'start', instanceId: calledInstance, variables, parent });
        return;
      }
      case 'cancel-called-process':
        this.command(effect.calledInstance, { type: 'cancel-instance', reason: effect.reason });
        return;
      case 'return-to-caller':
        // A caller that has gone on meanwhile (it was cancelled) refuses this, and nothing is to be done.
        this.command(effect.parent.instanceId, {
          type: 'finish-call',
          key: effect.parent.key,
          outcome: effect.outcome,
        });
        return;
      case 'escalate-to-caller': {
        const { parent, code, variables } = effect;
        const named = code === undefined ? {} : { code };
        this.command(parent.instanceId, { type: 'throw-escalation', key: parent.key, variables, ...named });
        return;
      }
      case 'publish-message':
        this.publishMessage(effect.name, effect.correlation, effect.variables, addDuration(this.now, MESSAGE_LIFE));
        return;
      case 'broadcast-signal':
        this.broadcastSignal(effect.name, effect.variables, instanceId);
        return;
    }
  }

  /** A subscription has been opened: the oldest buffered message that suits it comes now. */
  private deliverBuffered(): void {
    const due = this.buffered.findIndex(
      (message) =>
        message.expiresAt > this.now &&
        [...this.instances.values()].some(({ state }) => openIn(state).some((open) => suits(open, message))),
    );
    const [message] = due < 0 ? [] : this.buffered.splice(due, 1);
    if (message) this.publishMessage(message.name, message.correlation, message.variables, message.expiresAt);
  }

  private newId(): string {
    this.lastId += 1;
    return `i${this.lastId}`;
  }
}

/** What an instance waits for that comes from outside; a suspended one for nothing. */
function openIn({ suspendedAt, subscriptions }: InstanceState): SubscriptionState[] {
  return suspendedAt === undefined ? Object.values(subscriptions) : [];
}
