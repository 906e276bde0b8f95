import { compileDeployment } from '../../src/compile/compile-deployment.js';
import type { Command } from '../../src/core/command.js';
import type { Environment } from '../../src/core/environment.js';
import type { EngineEvent } from '../../src/core/event.js';
import type { InstanceState } from '../../src/core/state.js';
import { step, type StepResult } from '../../src/core/step.js';
import type { CompiledProcess } from '../../src/model/compiled-process.js';
import { weekdays } from '../../src/testing/weekdays.js';

export const env: Environment = {
  now: '2026-03-02T01:00:00.000Z',
  newId: () => 'called',
  calendars: weekdays,
  decisions: new Map(),
};
export const start = { type: 'start', instanceId: 'i', variables: {} } as const;

/** Compiles the process `p` of a file. */
export async function compiled(xml: string): Promise<CompiledProcess> {
  const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: xml }]);
  const process = definitions?.processes.get('p');
  if (!process) throw new Error(JSON.stringify(problems));
  return process;
}

export function applied(result: StepResult): Extract<StepResult, { outcome: 'applied' }> {
  if (result.outcome === 'rejected') throw new Error(result.message);
  return result;
}

/** What can be done next: complete a user task that waits, or let a message come; in order of key. */
export function choicesIn(process: CompiledProcess, state: InstanceState): Command[] {
  const tasks = Object.values(state.elements).filter(
    ({ elementId, phase }) => phase === 'waiting' && process.nodes.get(elementId)?.type === 'userTask',
  );
  return [
    ...tasks.map(({ key }) => ({ type: 'complete-element', key, variables: {} }) as const),
    ...Object.values(state.subscriptions).map(
      ({ key }) => ({ type: 'trigger-subscription', key, variables: {} }) as const,
    ),
  ];
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

/** Plays a process to its end in the order that `choices` give; looks at every state on the way. */
export function play(
  process: CompiledProcess,
  choices: readonly number[],
  look: (state: InstanceState, events: readonly EngineEvent[]) => void,
): InstanceState {
  let { state, events }: { state: InstanceState; events: readonly EngineEvent[] } = applied(
    step(process, undefined, start, env),
  );
  look(state, events);
  for (let turn = 0; turn < 500 && state.status === 'active'; turn += 1) {
    const open = choicesIn(process, state);
    const command = open[(choices[turn % choices.length] ?? 0) % open.length];
    if (command === undefined) break;
    const result = applied(step(process, freeze(state), command, env));
    state = result.state;
    events = [...events, ...result.events];
    look(state, events);
  }
  return state;
}
