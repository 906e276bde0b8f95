import { describe, expect, it } from '@jest/globals';
import { leftoversOf, nothing, worldOf } from '../src/testing/check.js';
import { flows, model, node } from '../src/testing/model.js';

/** One activity `a` that is a loop, between start and end. */
function looped(type: string, loop: string): string {
  return model(node('startEvent', 's') + node(type, 'a', '', loop) + node('endEvent', 'e') + flows('s a', 'a e'));
}

function many(content: string): string {
  return node('multiInstanceLoopCharacteristics', 'm', '', content);
}

const cardinality = (n: string) => `<bpmn:loopCardinality>${n}</bpmn:loopCardinality>`;
const until = (condition: string) => `<bpmn:completionCondition>${condition}</bpmn:completionCondition>`;

describe('a large loop', () => {
  it('takes 100,000 turns in one step when its maximum says so', async () => {
    const world = await worldOf(looped('task', node('standardLoopCharacteristics', 'l', 'loopMaximum="100000"')));

    const { state, events } = world.start('p');

    expect({ status: state.status, ...leftoversOf(state) }).toEqual({ status: 'completed', ...nothing });
    expect(events.filter(({ type }) => type === 'loop-turned')).toHaveLength(100_000);
  }, 60_000);

  it('holds 20,000 children, and ends when the last has ended', async () => {
    const world = await worldOf(looped('userTask', many(cardinality('20000') + until('false'))));
    const { id, state } = world.start('p');
    const turns = Object.values(state.elements).filter(({ index }) => index !== undefined);
    expect(turns).toHaveLength(20_000);

    const body = Object.values(state.elements).find(({ part }) => part === 'body');
    world.command(id, { type: 'complete-element', key: turns[19_999]?.key ?? 0, variables: {} });

    expect(world.instance(id).state.elements[body?.key ?? 0]?.loop).toMatchObject({ started: 20_000, completed: 1 });
    world.command(id, { type: 'cancel-instance', reason: 'enough' });
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  }, 60_000);

  it('gathers the outputs of 20,000 children', async () => {
    const loop = node(
      'multiInstanceLoopCharacteristics',
      'm',
      'lianban:collection="items" lianban:elementVariable="item" lianban:outputCollection="all" lianban:outputElement="item"',
    );
    const world = await worldOf(looped('task', loop));
    const items = Array.from({ length: 20_000 }, (_, index) => index);

    const { state } = world.start('p', { items });

    expect(state.elements[state.root]?.variables).toEqual({ items, all: items });
  }, 60_000);

  it('runs 20,000 automatic children in one step', async () => {
    const world = await worldOf(looped('task', many(cardinality('20000'))));

    const { state, events } = world.start('p');

    expect(state.status).toBe('completed');
    expect(events.filter(({ type }) => type === 'element-completed')).toHaveLength(20_003);
  }, 60_000);
});
