import { describe, expect, it } from '@jest/globals';
import { check, keyOf, leftoversOf, nothing, worldOf } from '../testing/check.js';
import { flows, model, node } from '../testing/model.js';

/** Three user tasks that meet at a complex gateway, which goes on to a user task `after`. */
function meeting(activation: string, ...more: string[]): string {
  const gateway = activation ? `<bpmn:activationCondition>${activation}</bpmn:activationCondition>` : '';
  return model(
    node('startEvent', 's') +
      node('parallelGateway', 'split') +
      ['a', 'b', 'c'].map((id) => node('userTask', id)).join('') +
      node('complexGateway', 'x', '', gateway) +
      node('userTask', 'after') +
      more.join('') +
      flows('s split', 'split a', 'split b', 'split c', 'a x', 'b x', 'c x', 'x after'),
  );
}

describe('a complex gateway', () => {
  it('goes on when its condition is true, and takes the rest in silence', async () => {
    await check(meeting('activationCount &gt;= 2'), {
      steps: [
        { complete: 'a' },
        { expect: { waitingExactly: ['b', 'c'] } },
        { complete: 'b' },
        { expect: { waitingExactly: ['c', 'after'] } },
        { complete: 'c' },
        { expect: { waitingExactly: ['after'] } },
        { complete: 'after' },
      ],
      expect: { state: 'completed', completed: ['a', 'b', 'x', 'c', 'after'] },
    });
  });

  it('sees the variables of the process', async () => {
    await check(meeting('activationCount &gt;= needed'), {
      start: { variables: { needed: 1 } },
      steps: [{ complete: 'c' }],
      expect: { waitingExactly: ['a', 'b', 'after'], completed: ['x'] },
    });
  });

  it('waits for all that can come when it says nothing about its activation', async () => {
    await check(meeting(''), {
      steps: [{ complete: 'a' }, { complete: 'b' }, { expect: { notVisited: ['x'] } }, { complete: 'c' }],
      expect: { waitingExactly: ['after'], completed: ['x'] },
    });
  });

  it('tells its conditions whether it fires or is made ready again', async () => {
    const told = node('endEvent', 'told') + flows('x told: not(waitingForStart)');
    await check(meeting('activationCount &gt;= 2', told), {
      steps: [{ complete: 'a' }, { complete: 'b' }, { expect: { notVisited: ['told'] } }, { complete: 'c' }],
      expect: { waitingExactly: ['after'], completed: ['x', 'told'] },
    });
  });

  it('whose condition cannot be computed holds the scope until that is mended', async () => {
    const world = await worldOf(meeting('if number(needed) = 1 then true else number(needed)'));
    const { id, state } = world.start('p', { needed: 'x' });
    world.command(id, { type: 'complete-element', key: keyOf(state, 'a'), variables: {} });
    const raised = Object.values(world.instance(id).state.incidents)[0]?.key;
    world.command(id, { type: 'complete-element', key: keyOf(state, 'b'), variables: {} });
    const incidents = Object.values(world.instance(id).state.incidents);
    expect(incidents).toMatchObject([{ code: 'condition-failed', elementId: 'p', key: raised }]);
    world.command(id, { type: 'set-variables', variables: { needed: '1' } });

    world.command(id, { type: 'resolve-incident', key: incidents[0]?.key ?? 0 });

    const { elements } = world.instance(id).state;
    expect(Object.values(elements).map(({ elementId }) => elementId)).toEqual(['p', 'c', 'after']);
  });

  it('takes its incident along when the instance ends', async () => {
    const world = await worldOf(meeting('number(needed)'));
    const { id, state } = world.start('p', { needed: 'x' });
    world.command(id, { type: 'complete-element', key: keyOf(state, 'a'), variables: {} });

    world.command(id, { type: 'cancel-instance', reason: 'test' });

    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('splits like an inclusive gateway', async () => {
    const xml = model(
      node('startEvent', 's') +
        node('complexGateway', 'x', 'default="x-c"') +
        ['a', 'b', 'c'].map((id) => node('endEvent', id)).join('') +
        flows('s x', 'x a: n > 1', 'x b: n > 2', 'x c'),
    );
    await check(xml, { start: { variables: { n: 3 } }, expect: { completedAnyOrder: ['a', 'b'], notVisited: ['c'] } });
    await check(xml, { start: { variables: { n: 0 } }, expect: { completed: ['c'], notVisited: ['a', 'b'] } });
  });
});
