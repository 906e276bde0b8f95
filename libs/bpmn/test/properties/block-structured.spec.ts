import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { replay } from '../../src/core/replay.js';
import { step } from '../../src/core/step.js';
import { leftoversOf, nothing } from '../../src/testing/check.js';
import { model } from '../../src/testing/model.js';
import { applied, choicesIn, compiled, env, play, start } from './play.js';
import { block, draw, roots } from './random-model.js';

const settings = { seed: Number(process.env['FC_SEED'] ?? 20_260_302), numRuns: Number(process.env['FC_RUNS'] ?? 250) };
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
