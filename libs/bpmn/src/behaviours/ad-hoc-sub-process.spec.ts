import { describe, expect, it } from '@jest/globals';
import { check, keyOf, worldOf } from '../testing/check.js';
import { flows, model, node } from '../testing/model.js';

/** A process of one ad-hoc sub-process `h` with the activities `a`, and `b` followed by `c`. */
function adHoc(attributes: string, condition: string, type = 'userTask'): string {
  const completion = condition ? `<bpmn:completionCondition>${condition}</bpmn:completionCondition>` : '';
  const inside = ['a', 'b', 'c'].map((id) => node(type, id)).join('') + flows('b c');
  return model(
    node('startEvent', 's') +
      node('adHocSubProcess', 'h', attributes, inside + completion) +
      node('endEvent', 'e') +
      flows('s h', 'h e'),
  );
}

describe('an ad-hoc sub-process with a completion condition', () => {
  it('lets its performers choose, as often as they like, until the condition is true', async () => {
    await check(adHoc('', 'done'), {
      steps: [
        { expect: { waitingExactly: ['h'] } },
        { activate: 'a' },
        { activate: 'a' },
        { activate: 'b' },
        { expect: { waitingExactly: ['h', 'a', 'a', 'b'] } },
        { complete: 'a' },
        { complete: 'b', variables: { done: true } },
      ],
      expect: { state: 'completed', completed: ['a', 'b', 'h', 'e'], notVisited: ['c'] },
    });
  });

  it('lets what has begun end first, when it says so', async () => {
    await check(adHoc('cancelRemainingInstances="false"', 'done'), {
      steps: [
        { activate: 'a' },
        { activate: 'a' },
        { complete: 'a', variables: { done: true } },
        { expect: { waiting: ['a'], notVisited: ['e'] } },
        { complete: 'a' },
      ],
      expect: { state: 'completed', completed: ['a', 'a', 'h', 'e'] },
    });
  });

  it.each([
    ['what a flow leads to', { elementId: 'c' }, 'expected one of the activities of "h" (a, b)'],
    ['what is outside', { elementId: 'e' }, 'expected one of the activities of "h" (a, b)'],
  ])('refuses to begin %s', async (_name, { elementId }, message) => {
    const world = await worldOf(adHoc('', 'done'));
    const { id, state } = world.start('p');

    const result = world.command(id, { type: 'activate-element', key: keyOf(state, 'h'), elementId });

    expect(result).toMatchObject({
      outcome: 'rejected',
      code: 'not-allowed',
      message: expect.stringContaining(message),
    });
  });

  it('that is sequential does one thing at a time', async () => {
    const world = await worldOf(adHoc('ordering="Sequential"', 'done'));
    const { id, state } = world.start('p');
    const activate = { type: 'activate-element', key: keyOf(state, 'h'), elementId: 'a' } as const;
    world.command(id, activate);

    const result = world.command(id, activate);

    expect(result).toMatchObject({ outcome: 'rejected', message: expect.stringContaining('sequential') });
  });
});

describe('an ad-hoc sub-process without a completion condition', () => {
  it.each([
    ['at once', '', ['a', 'b']],
    ['one after the other when sequential', 'ordering="Sequential"', ['a']],
  ])('does everything once, %s', async (_name, attributes, waitingExactly) => {
    await check(adHoc(attributes, ''), {
      steps: [{ expect: { waitingExactly } }, { complete: 'a' }, { complete: 'b' }, { complete: 'c' }],
      expect: { state: 'completed', completed: ['a', 'b', 'c', 'h', 'e'] },
    });
  });

  it('runs through when nothing inside waits', async () => {
    await check(adHoc('ordering="Sequential"', '', 'task'), {
      expect: { state: 'completed', completed: ['a', 'b', 'c', 'h', 'e'] },
    });
  });
});
