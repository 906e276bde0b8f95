import type { CompiledDefinitions, CompiledProcess } from '../model/compiled-process.js';
import { World, type SimulatedInstance } from '../simulation/world.js';
import { checksOf, differenceOf, type ScenarioCheck } from './compare.js';
import { observeInstance, observeTree, type Observation } from './observe.js';
import { instant, performStep } from './perform-step.js';
import type { ScenarioContext } from './run-scenario.js';
import { expectationSchema, type Expectation, type Scenario } from './scenario-file.js';

const DEFAULT_START = '2026-01-05T09:00:00+08:00';

/** One turn of a scenario: its start, an act, or a look at what has come of it. */
export interface PlayedTurn {
  readonly kind: 'start' | 'act' | 'expect';
  /** The step as the file has it; empty at the start, and at the end for what the scenario expects as a whole. */
  readonly step: Scenario['steps'][number];
  /** What was compared. */
  readonly checks: readonly ScenarioCheck[];
  /** Why the turn could not be carried out; nothing comes after it. */
  readonly failure: string | undefined;
}

interface Turn extends Pick<PlayedTurn, 'kind' | 'step'> {
  /** Carries it out; gives what was compared. */
  readonly take: () => readonly ScenarioCheck[] | void;
}

/** Plays one scenario on the pure core with a virtual clock, turn by turn. */
export class ScenarioPlay {
  readonly #world: World;
  readonly #turns: readonly Turn[];
  #root: SimulatedInstance | undefined;
  #at = 0;

  constructor(
    scenario: Scenario,
    private readonly context: ScenarioContext,
    private readonly definitions: CompiledDefinitions,
  ) {
    const { calendars, timeZone, afterStep } = context;
    this.#world = new World({
      definitions,
      calendars,
      now: instant(scenario.start?.at ?? DEFAULT_START),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(afterStep ? { afterStep } : {}),
      ...(scenario.timedStarts === undefined ? {} : { startsByTimer: scenario.timedStarts }),
    });
    this.#turns = [
      { kind: 'start', step: {}, take: () => this.#begin(scenario) },
      ...scenario.steps.map((step): Turn =>
        step['expect'] === undefined
          ? { kind: 'act', step, take: () => performStep(this.#world, this.#root, step) }
          : { kind: 'expect', step, take: () => this.#look(expectationSchema.parse(step['expect'])) },
      ),
      { kind: 'expect', step: {}, take: () => this.#look(scenario.expect) },
    ];
  }

  get now(): string {
    return this.#world.now;
  }

  /** How many turns there are. */
  get length(): number {
    return this.#turns.length;
  }

  /** Carries out the next turn; undefined when there is none, or the one before could not be carried out. */
  next(): PlayedTurn | undefined {
    const turn = this.#turns[this.#at];
    if (!turn) return undefined;
    const { kind, step } = turn;
    this.#at += 1;
    try {
      return { kind, step, checks: turn.take() ?? [], failure: undefined };
    } catch (error) {
      this.#at = this.#turns.length;
      return { kind, step, checks: [], failure: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What can be seen of the started instance and those that it called; undefined before one is started. */
  observe(): Observation | undefined {
    this.#root ??= this.context.process === undefined ? undefined : this.#latestOf(this.context.process);
    return this.#root && observeTree(this.#world, this.#root, this.#processOf);
  }

  /** What can be seen of each instance. */
  instances(): (Observation & { readonly process: string })[] {
    return [...this.#world.instances.values()].map((one) => ({
      process: one.processId,
      ...observeInstance(one, this.#processOf(one.processId)),
    }));
  }

  #begin({ startAlso, noStart, start }: Scenario): void {
    for (const id of startAlso ?? []) this.#world.start(id);
    if (!noStart) this.#root = this.#start(this.#mainProcess(), start);
  }

  #look(expected: Expectation): ScenarioCheck[] {
    const actual = this.observe();
    return [...(actual ? checksOf(expected, actual) : []), ...this.#instanceChecks(expected)];
  }

  #instanceChecks({ instances = [] }: Expectation): ScenarioCheck[] {
    return instances.map((wanted) => {
      const views = this.instances().filter(({ process }) => process === wanted.process);
      const asked: Expectation = { state: wanted.state, completed: wanted.completed, waiting: wanted.waiting };
      const matching = views.filter((view) => differenceOf(asked, view) === undefined);
      const enough = wanted.count === undefined ? matching.length > 0 : matching.length === wanted.count;
      const difference = `expected ${wanted.count ?? 'an'} instance of "${wanted.process}" as described, but found ${matching.length} of ${views.length}`;
      return {
        ...{ what: 'instances', expected: wanted, actual: matching.length },
        difference: enough ? undefined : difference,
      };
    });
  }

  #start(processId: string, start: Scenario['start']): SimulatedInstance {
    const variables = start?.variables ?? {};
    if (start?.message === undefined) return this.#world.start(processId, variables);
    this.#world.publishMessage(start.message, {}, variables);
    const instance = this.#latestOf(processId);
    if (!instance) throw new Error(`message "${start.message}" starts no instance of "${processId}"`);
    return instance;
  }

  /** The latest instance of a process that nobody called. */
  #latestOf(processId: string): SimulatedInstance | undefined {
    return [...this.#world.instances.values()].findLast((one) => one.processId === processId && !one.state.parent);
  }

  #mainProcess(): string {
    const { process } = this.context;
    if (process !== undefined) return process;
    const { processes } = this.definitions;
    const [first, another] = [...processes.keys()];
    if (first !== undefined && another === undefined) return first;
    throw new Error(`the model has ${processes.size} executable processes; name one with "process:"`);
  }

  readonly #processOf = (id: string): CompiledProcess => this.definitions.processes.get(id) as CompiledProcess;
}
