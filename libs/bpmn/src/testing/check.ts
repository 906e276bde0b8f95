import { expect } from '@jest/globals';
import { compileDeployment, type DeploymentFile } from '../compile/compile-deployment.js';
import { replay } from '../core/replay.js';
import type { ElementInstance, InstanceState, Key } from '../core/state.js';
import { runScenario } from '../scenario/run-scenario.js';
import { readScenarioFile } from '../scenario/scenario-file.js';
import { World, type SimulatedInstance } from '../simulation/world.js';
import { weekdays } from './weekdays.js';

/** What a scenario file says below `scenarios:`, without a name. */
export interface Check {
  readonly start?: object;
  /** Nothing is started by hand. */
  readonly noStart?: boolean;
  readonly steps?: readonly object[];
  readonly expect: object;
  /** Further files of the deployment: called processes, decisions. */
  readonly files?: readonly DeploymentFile[];
}

/**
 * Runs a model as a scenario would. After every step of every instance the events so far must replay to exactly the
 * state, and the run goes on from the state as it comes back from JSON.
 */
export async function check(xml: string, { files = [], ...scenario }: Check): Promise<void> {
  const compilation = await compileDeployment([{ name: 'p.bpmn', content: xml }, ...files], { calendars: weekdays });
  const [read] = readScenarioFile('spec', JSON.stringify({ model: 'p.bpmn', scenarios: [scenario] })).scenarios;
  if (!read) throw new Error('no scenario');
  const result = runScenario(read, { compilation, process: 'p', calendars: weekdays, afterStep: saveAndRestore });
  expect(result.reason).toBe('');
}

/** The problems of a model by element: `['a: code']`. */
export async function problemsOf(...contents: readonly string[]): Promise<string[]> {
  const files = contents.map((content, index) => ({ name: `${index}.bpmn`, content }));
  const { problems } = await compileDeployment(files, { calendars: weekdays });
  return problems.map(({ element, code }) => `${element ?? ''}: ${code}`);
}

/** Replay and the round trip through JSON, to be used after every step. */
export function saveAndRestore({ state, events }: SimulatedInstance): InstanceState {
  const restored = JSON.parse(JSON.stringify(state)) as InstanceState;
  expect(restored).toStrictEqual(state);
  expect(replay(events)).toStrictEqual(state);
  return restored;
}

/** A world on a virtual clock for commands that a scenario cannot say; the same looks after every step as in `check`. */
export async function worldOf(xml: string, files: readonly DeploymentFile[] = []): Promise<World> {
  const compilation = await compileDeployment([{ name: 'p.bpmn', content: xml }, ...files], { calendars: weekdays });
  const { definitions, problems } = compilation;
  if (!definitions) throw new Error(JSON.stringify(problems));
  const now = '2026-03-02T01:00:00.000Z';
  return new World({ definitions, calendars: weekdays, now, workBudget: 1_000, afterStep: saveAndRestore });
}

/** Key of the one live instance of an element. */
export function keyOf({ elements }: InstanceState, elementId: string): Key {
  const found = Object.values(elements).filter((element) => element.elementId === elementId);
  if (found.length !== 1) throw new Error(`expected one live "${elementId}", but there are ${found.length}`);
  return (found[0] as ElementInstance).key;
}

/** What an ended instance must look like: its root and nothing else. */
export function leftoversOf(state: InstanceState): object {
  const { elements, root, timers, subscriptions, conditions, incidents, arrivals, resets, compensations } = state;
  const others = Object.values(elements).filter(({ key }) => key !== root);
  return { others, timers, subscriptions, conditions, incidents, arrivals, resets, compensations };
}

/** Nothing, in the words of `leftoversOf`. */
export const nothing = {
  others: [],
  timers: {},
  subscriptions: {},
  conditions: {},
  incidents: {},
  arrivals: {},
  resets: {},
  compensations: {},
};
