import type { WorkingCalendars } from '../core/environment.js';
import type { Compilation } from '../compile/compile-deployment.js';
import type { CompiledDefinitions, CompiledProcess } from '../model/compiled-process.js';
import type { Problem } from '../model/problem.js';
import { World, type SimulatedInstance, type WorldOptions } from '../simulation/world.js';
import { differenceOf } from './compare.js';
import { observeInstance, observeTree, type Observation } from './observe.js';
import { instant, performStep } from './perform-step.js';
import { expectationSchema, type Expectation, type Scenario } from './scenario-file.js';

const DEFAULT_START = '2026-01-05T09:00:00+08:00';

export interface ScenarioContext {
  readonly compilation: Compilation;
  /** Process to start; the only executable one when absent. */
  readonly process?: string;
  readonly calendars: WorkingCalendars;
  readonly timeZone?: string;
  readonly afterStep?: WorldOptions['afterStep'];
}

/** How a scenario went; `reason` is empty when it passed. */
export interface ScenarioResult {
  readonly passed: boolean;
  readonly reason: string;
  readonly actual: {
    readonly deploy: 'ok' | 'rejected';
    readonly problems: readonly Problem[];
    readonly instances: readonly unknown[];
  } & Partial<Observation>;
}

/** Runs one scenario on the pure core with a virtual clock. */
export function runScenario(scenario: Scenario, context: ScenarioContext): ScenarioResult {
  const { definitions, problems } = context.compilation;
  const deploy = definitions ? 'ok' : 'rejected';
  const mayRun = definitions !== undefined && scenario.expect.alsoAccept !== undefined;
  if (!definitions || (scenario.expect.deploy === 'rejected' && !mayRun)) {
    const passed = scenario.expect.deploy === deploy;
    const told = problems.map((problem) => `${problem.element ?? ''}: ${problem.message}`).join('; ');
    const reason =
      deploy === 'ok' ? 'expected the model to be refused, but it was accepted' : `the model was refused: ${told}`;
    return { passed, reason: passed ? '' : reason, actual: { deploy, problems, instances: [] } };
  }
  return play(scenario, context, definitions);
}

function play(scenario: Scenario, context: ScenarioContext, definitions: CompiledDefinitions): ScenarioResult {
  const { calendars, timeZone, afterStep } = context;
  const now = instant(scenario.start?.at ?? DEFAULT_START);
  const world = new World({
    definitions,
    calendars,
    now,
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(afterStep ? { afterStep } : {}),
  });
  const processOf = (id: string) => definitions.processes.get(id) as CompiledProcess;
  let root: SimulatedInstance | undefined;
  const observe = (): Observation | undefined => {
    root ??= context.process === undefined ? undefined : latestOf(world, context.process);
    return root && observeTree(world, root, processOf);
  };
  const finish = (reason: string | undefined): ScenarioResult => {
    const instances = [...world.instances.values()].map((one) => ({
      process: one.processId,
      ...observeInstance(one, processOf(one.processId)),
    }));
    const { problems } = context.compilation;
    return {
      passed: reason === undefined,
      reason: reason ?? '',
      actual: { deploy: 'ok', problems, instances, ...observe() },
    };
  };
  try {
    for (const id of scenario.startAlso ?? []) world.start(id);
    if (!scenario.noStart) root = begin(world, mainProcess(context, definitions), scenario.start);
    for (const step of scenario.steps) {
      if (step['expect'] === undefined) {
        performStep(world, root, step);
        continue;
      }
      const reason = check(world, observe(), expectationSchema.parse(step['expect']), processOf);
      if (reason !== undefined) return finish(reason);
    }
    return finish(check(world, observe(), scenario.expect, processOf));
  } catch (error) {
    return finish(error instanceof Error ? error.message : String(error));
  }
}

function begin(world: World, processId: string, start: Scenario['start']): SimulatedInstance {
  const variables = start?.variables ?? {};
  if (start?.message === undefined) return world.start(processId, variables);
  world.publishMessage(start.message, {}, variables);
  const instance = latestOf(world, processId);
  if (!instance) throw new Error(`message "${start.message}" starts no instance of "${processId}"`);
  return instance;
}

/** The latest instance of a process that nobody called. */
function latestOf(world: World, processId: string): SimulatedInstance | undefined {
  return [...world.instances.values()].findLast((one) => one.processId === processId && !one.state.parent);
}

function mainProcess({ process }: ScenarioContext, { processes }: CompiledDefinitions): string {
  if (process !== undefined) return process;
  const [first, another] = [...processes.keys()];
  if (first !== undefined && another === undefined) return first;
  throw new Error(`the model has ${processes.size} executable processes; name one with "process:"`);
}

function check(
  world: World,
  actual: Observation | undefined,
  expected: Expectation,
  processOf: (id: string) => CompiledProcess,
): string | undefined {
  const difference = actual && differenceOf(expected, actual);
  if (difference !== undefined) return difference;
  for (const wanted of expected.instances ?? []) {
    const views = [...world.instances.values()]
      .filter((one) => one.processId === wanted.process)
      .map((one) => observeInstance(one, processOf(one.processId)));
    const asked: Expectation = { state: wanted.state, completed: wanted.completed, waiting: wanted.waiting };
    const matching = views.filter((view) => differenceOf(asked, view) === undefined);
    const enough = wanted.count === undefined ? matching.length > 0 : matching.length === wanted.count;
    if (!enough)
      return `expected ${wanted.count ?? 'an'} instance of "${wanted.process}" as described, but found ${matching.length} of ${views.length}`;
  }
  return undefined;
}
