import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EngineEvent } from '../../src/core/event.js';
import { replay } from '../../src/core/replay.js';
import type { InstanceState } from '../../src/core/state.js';
import { step } from '../../src/core/step.js';
import type { CompiledProcess } from '../../src/model/compiled-process.js';
import { checkMigration } from '../../src/operations/check-migration.js';
import { migrateCommand, migrationPlan } from '../../src/operations/migration-plan.js';
import { leftoversOf, nothing } from '../../src/testing/check.js';
import { model } from '../../src/testing/model.js';
import { applied, choicesIn, compiled, env, start } from './play.js';
import { block, draw, roots, type Block } from './random-model.js';

const settings = { seed: Number(process.env['FC_SEED'] ?? 20_260_302), numRuns: Number(process.env['FC_RUNS'] ?? 150) };
const orders = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 });

/** The same model twice, the second time with another id on every element and flow. */
async function twice(shape: Block): Promise<readonly [CompiledProcess, CompiledProcess]> {
  const xml = model(draw(shape), roots);
  return [await compiled(xml), await compiled(xml.replaceAll(/\b([a-z]{2}\d+)\b/g, '$1x'))];
}

/** Plays on by the choices until nothing is open; `between` may change the instance before each command. */
function playOn(
  begin: CompiledProcess,
  choices: readonly number[],
  between: (process: CompiledProcess, state: InstanceState, turn: number) => Change | undefined,
): { readonly state: InstanceState; readonly events: readonly EngineEvent[] } {
  let process = begin;
  let { state, events }: { state: InstanceState; events: readonly EngineEvent[] } = applied(
    step(process, undefined, start, env),
  );
  for (let turn = 0; turn < 500 && state.status === 'active'; turn += 1) {
    const change = between(process, state, turn);
    if (change) {
      process = change.process;
      const result = applied(step(process, state, change.command, env));
      state = result.state;
      events = [...events, ...result.events];
      expect(replay(events)).toStrictEqual(state);
    }
    const open = choicesIn(process, state);
    const command = open[(choices[turn % choices.length] ?? 0) % open.length];
    if (command === undefined) break;
    const result = applied(step(process, state, command, env));
    state = result.state;
    events = [...events, ...result.events];
  }
  return { state, events };
}

interface Change {
  readonly process: CompiledProcess;
  readonly command: Parameters<typeof step>[2];
}

/** What waits, without its ids. */
const waits = ({ elements, timers, subscriptions }: InstanceState): readonly number[] =>
  [elements, timers, subscriptions].flatMap((things) => Object.keys(things).map(Number));

describe('any block-structured instance', () => {
  it('goes over to a version with other ids at any point, keeps what waits, and ends there as it would have', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, fc.nat({ max: 6 }), async (shape, choices, when) => {
        const [old, renamed] = await twice(shape);
        const ids = [...old.nodes.keys(), ...old.flows.keys()];
        const newId = (id: string): string => id.replaceAll(/\b([a-z]{2}\d+)\b/g, '$1x');
        const plan = migrationPlan(old, renamed, { mapping: Object.fromEntries(ids.map((id) => [id, newId(id)])) });
        const { state } = playOn(old, choices, (process, before, turn) => {
          if (turn !== when || process !== old) return undefined;
          expect(checkMigration(plan, old, renamed, before)).toEqual([]);
          const command = migrateCommand(plan, renamed);
          const { state: after } = applied(step(renamed, before, command, env));
          expect(waits(after)).toEqual(waits(before));
          return { process: renamed, command };
        });
        expect({ status: state.status, ...leftoversOf(state) }).toEqual({ status: 'completed', ...nothing });
      }),
      settings,
    );
  });

  it('goes over to the same version without any change', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, async (shape, choices) => {
        const process = await compiled(model(draw(shape), roots));
        const plan = migrationPlan(process, process);
        playOn(process, choices, (_process, before) => {
          const { state } = applied(step(process, before, migrateCommand(plan, process), env));
          expect(state).toEqual(before);
          return undefined;
        });
      }),
      settings,
    );
  });

  it('is as before after it was suspended and resumed', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, async (shape, choices) => {
        const process = await compiled(model(draw(shape), roots));
        playOn(process, choices, (_process, before) => {
          const held = applied(step(process, before, { type: 'suspend-instance' }, env)).state;
          for (const command of choicesIn(process, before))
            expect(step(process, held, command, env)).toMatchObject({ outcome: 'rejected', code: 'suspended' });
          expect(applied(step(process, held, { type: 'resume-instance' }, env)).state).toEqual(before);
          return undefined;
        });
      }),
      settings,
    );
  });

  it('ends with nothing left when every token is taken away, and goes on from where a task is begun again', async () => {
    await fc.assert(
      fc.asyncProperty(block, orders, fc.nat({ max: 6 }), async (shape, choices, when) => {
        const process = await compiled(model(draw(shape), roots));
        const { state } = playOn(process, choices, (_process, before, turn) => {
          const inRoot = Object.values(before.elements).filter(({ scope }) => scope === before.root);
          const away = inRoot.map(({ key }) => ({ do: 'cancel' as const, key }));
          const none = applied(
            step(process, before, { type: 'modify-instance', instructions: away, reason: 'test' }, env),
          ).state;
          if (Object.keys(before.arrivals).length === 0)
            expect({ status: none.status, ...leftoversOf(none) }).toEqual({ status: 'terminated', ...nothing });
          const [first] = inRoot.filter(({ part }) => part !== 'compensation');
          if (turn !== when || !first) return undefined;
          const again = [
            { do: 'start-before' as const, elementId: first.elementId },
            { do: 'cancel' as const, key: first.key },
          ];
          return { process, command: { type: 'modify-instance', instructions: again, reason: 'test' } };
        });
        expect({ status: state.status, ...leftoversOf(state) }).toEqual({ status: 'completed', ...nothing });
      }),
      settings,
    );
  });
});
