import { expect } from '@jest/globals';
import { compileDeployment, type DeploymentFile } from '../compile/compile-deployment.js';
import { replay } from '../core/replay.js';
import type { InstanceState } from '../core/state.js';
import { runScenario } from '../scenario/run-scenario.js';
import { readScenarioFile } from '../scenario/scenario-file.js';
import type { SimulatedInstance } from '../simulation/world.js';
import { weekdays } from './weekdays.js';

/** What a scenario file says below `scenarios:`, without a name. */
export interface Check {
  readonly start?: object;
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
