import type { WorkingCalendars } from '../core/environment.js';
import type { Compilation } from '../compile/compile-deployment.js';
import type { CompiledDefinitions } from '../model/compiled-process.js';
import type { Problem } from '../model/problem.js';
import type { WorldOptions } from '../simulation/world.js';
import { firstDifference } from './compare.js';
import type { Observation } from './observe.js';
import type { Scenario } from './scenario-file.js';
import { ScenarioPlay } from './scenario-play.js';

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
  const played = new ScenarioPlay(scenario, context, definitions);
  let reason: string | undefined;
  for (let turn = played.next(); turn; turn = reason === undefined ? played.next() : undefined)
    reason = turn.failure ?? firstDifference(turn.checks);
  const { problems } = context.compilation;
  const instances = played.instances();
  return {
    passed: reason === undefined,
    reason: reason ?? '',
    actual: { deploy: 'ok', problems, instances, ...played.observe() },
  };
}
