import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileDeployment } from '../../src/compile/compile-deployment.js';
import type { InstanceState } from '../../src/core/state.js';
import { World } from '../../src/simulation/world.js';
import { leftoversOf, nothing, saveAndRestore } from '../../src/testing/check.js';
import { boundary, flows, model, node, timer } from '../../src/testing/model.js';
import { weekdays } from '../../src/testing/weekdays.js';

const settings = { seed: Number(process.env['FC_SEED'] ?? 20_260_302), numRuns: Number(process.env['FC_RUNS'] ?? 250) };
const NODES = ['task', 'userTask', 'parallelGateway', 'inclusiveGateway', 'exclusiveGateway'] as const;

/** Any nodes with any flows between them: joins that never fill, loops, dead ends. */
const shape = fc.record({
  nodes: fc.array(fc.record({ type: fc.constantFrom(...NODES), late: fc.boolean() }), { minLength: 1, maxLength: 8 }),
  flows: fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), {
    maxLength: 16,
    selector: ([from, to]) => `${from} ${to}`,
  }),
});

function draw({ nodes, flows: pairs }: typeof shape extends fc.Arbitrary<infer T> ? T : never): string {
  const inside = pairs.filter(([from, to]) => from < nodes.length && to < nodes.length);
  const parts = nodes.map(({ type, late }, index) => {
    const first = inside.find(([from]) => from === index);
    const byDefault = /exclusive|inclusive/.test(type) && first ? `default="n${index}-n${first[1]}"` : '';
    const timed = late && type === 'userTask';
    const event = timed ? boundary(`b${index}`, `n${index}`, timer('Duration', 'PT1H')) + flows(`b${index} n0`) : '';
    return node(type, `n${index}`, byDefault) + event;
  });
  const drawn = inside.map(([from, to]) => {
    const gateway = /exclusive|inclusive/.test(nodes[from]?.type ?? '');
    const chosen = inside.find(([source]) => source === from)?.[1] === to;
    return flows(gateway && !chosen ? `n${from} n${to}: ${(from + to) % 2 === 0}` : `n${from} n${to}`);
  });
  return model(node('startEvent', 's') + parts.join('') + flows('s n0') + drawn.join(''));
}

function waitingTask({ elements, status }: InstanceState): number | undefined {
  if (status !== 'active') return undefined;
  return Object.values(elements).find(
    ({ elementId, phase, incident }) => /^n/.test(elementId) && phase === 'waiting' && incident === undefined,
  )?.key;
}

describe('any model at all', () => {
  it('comes to rest within its budget, survives JSON and replay at every step, and can be cancelled', async () => {
    await fc.assert(
      fc.asyncProperty(shape, fc.boolean(), async (drawn, byTimer) => {
        const { definitions } = await compileDeployment([{ name: 'p.bpmn', content: draw(drawn) }]);
        if (!definitions) return;
        const now = '2026-03-02T01:00:00.000Z';
        const world = new World({ definitions, calendars: weekdays, now, workBudget: 300, afterStep: saveAndRestore });
        const { id } = world.start('p');
        for (let turn = 0; turn < 12; turn += 1) {
          const next = byTimer && turn % 2 === 0 ? world.nextTimer() : undefined;
          const key = waitingTask(world.instance(id).state);
          if (next) world.advanceTo(next.timer.dueAt);
          else if (key === undefined) break;
          else world.command(id, { type: 'complete-element', key, variables: {} });
        }
        const { status } = world.instance(id).state;
        if (status === 'active') world.command(id, { type: 'cancel-instance', reason: 'test' });
        expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
      }),
      settings,
    );
  });
});
