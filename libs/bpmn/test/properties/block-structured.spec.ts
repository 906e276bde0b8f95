import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileDeployment } from '../../src/compile/compile-deployment.js';
import type { Command } from '../../src/core/command.js';
import type { Environment } from '../../src/core/environment.js';
import type { EngineEvent } from '../../src/core/event.js';
import { replay } from '../../src/core/replay.js';
import type { InstanceState } from '../../src/core/state.js';
import { step, type StepResult } from '../../src/core/step.js';
import type { CompiledProcess } from '../../src/model/compiled-process.js';
import { leftoversOf, nothing } from '../../src/testing/check.js';
import { model } from '../../src/testing/model.js';
import { weekdays } from '../../src/testing/weekdays.js';
import { block, draw, roots } from './random-model.js';

const settings = { seed: Number(process.env['FC_SEED'] ?? 20_260_302), numRuns: Number(process.env['FC_RUNS'] ?? 250) };
const env: Environment = {
  now: '2026-03-02T01:00:00.000Z',
  newId: () => 'called',
  calendars: weekdays,
  decisions: new Map(),
};
const start = { type: 'start', instanceId: 'i', variables: {} } as const;

async function compiled(xml: string): Promise<CompiledProcess> {
  const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: xml }]);
  const process = definitions?.processes.get('p');
  if (!process) throw new Error(JSON.stringify(problems));
  return process;
}

function applied(result: StepResult): Extract<StepResult, { outcome: 'applied' }> {
  if (result.outcome === 'rejected') throw new Error(result.message);
  return result;
}

/** What can be done next: complete a user task that waits, or let a message come; in order of key. */
function choicesIn(process: CompiledProcess, state: InstanceState): Command[] {
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
function play(
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

const orders = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 });

describe('any block-structured model, completed in any order', () => {
  it('reaches its end and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, async (shape, choices) => {
        const process = await compiled(model(draw(shape), roots));
        const state = play(process, choices, () => undefined);
        expect({ status: state.status, ...leftoversOf(state) }).toEqual({ status: 'completed', ...nothing });
      }),
      settings,
    );
  });

  it('has a history that replays to its state, which survives JSON, after every command', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, async (shape, choices) => {
        const process = await compiled(model(draw(shape), roots));
        play(process, choices, (state, events) => {
          expect(replay(events)).toStrictEqual(state);
          expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
        });
      }),
      settings,
    );
  });

  it('does the same again when asked the same again, and refuses a command that was carried out', async () => {
    await fc.assert(
      fc.asyncProperty(block, async (shape) => {
        const process = await compiled(model(draw(shape), roots));
        const first = applied(step(process, undefined, start, env));
        expect(step(process, undefined, start, env)).toStrictEqual(first);
        const [command] = choicesIn(process, first.state);
        if (command === undefined) return;
        const second = applied(step(process, first.state, command, env));
        expect(step(process, first.state, command, env)).toStrictEqual(second);
        const code = second.state.status === 'active' ? 'already-decided' : 'instance-ended';
        expect(step(process, second.state, command, env)).toMatchObject({ outcome: 'rejected', code });
      }),
      settings,
    );
  });

  it('leaves nothing but its root when it is cancelled at any point', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, async (shape, choices) => {
        const process = await compiled(model(draw(shape), roots));
        play(process, choices, (state) => {
          if (state.status !== 'active') return;
          const cancelled = applied(step(process, state, { type: 'cancel-instance', reason: 'test' }, env)).state;
          expect({ status: cancelled.status, ...leftoversOf(cancelled) }).toEqual({ status: 'terminated', ...nothing });
        });
      }),
      settings,
    );
  });
});
