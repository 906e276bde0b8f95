import { describe, expect, it } from '@jest/globals';
import { keyOf, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';
import type { Command } from './command.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const hosted = model(
  start + node('userTask', 'a') + boundary('t', 'a', timer('Duration', 'PT1H')) + end + flows('s a', 'a e', 't e'),
);

describe('a command', () => {
  it.each<Command>([
    { type: 'complete-element', key: 99, variables: {} },
    { type: 'trigger-timer', key: 99 },
    { type: 'trigger-subscription', key: 99, variables: {} },
    { type: 'throw-error', key: 99, code: 'E' },
    { type: 'throw-escalation', key: 99, code: 'E' },
    { type: 'fail-element', key: 99, message: 'x' },
    { type: 'resolve-incident', key: 99 },
    { type: 'finish-call', key: 99, outcome: { type: 'completed', variables: {} } },
    { type: 'set-variables', scope: 99, variables: {} },
    { type: 'suspend-timers', owner: 99 },
    { type: 'resume-timers', owner: 99 },
    { type: 'move-timer', key: 99, dueAt: '2026-04-01T00:00:00.000Z', reason: 'x' },
  ])('for something that has ended is told so: $type', async (command) => {
    const world = await worldOf(hosted);
    const { id, state } = world.start('p');

    expect(world.command(id, command)).toMatchObject({ outcome: 'rejected', code: 'already-decided' });
    expect(world.instance(id).state).toEqual(state);

    world.command(id, { type: 'cancel-instance', reason: 'over' });
    expect(world.command(id, command)).toMatchObject({ outcome: 'rejected', code: 'instance-ended' });
  });

  it('to start is refused when the instance runs already', async () => {
    const world = await worldOf(hosted);
    const { id } = world.start('p');

    const again = world.command(id, { type: 'start', instanceId: id, variables: {} });

    expect(again).toMatchObject({ outcome: 'rejected', code: 'already-decided' });
  });

  it('to cancel is refused the second time', async () => {
    const world = await worldOf(hosted);
    const { id } = world.start('p');
    world.command(id, { type: 'cancel-instance', reason: 'over' });

    expect(world.command(id, { type: 'cancel-instance', reason: 'over' })).toMatchObject({ code: 'instance-ended' });
  });

  it('to fire a timer before its time is refused', async () => {
    const world = await worldOf(hosted);
    const { id, state } = world.start('p');
    const key = Object.values(state.timers)[0]?.key ?? 0;

    expect(world.command(id, { type: 'trigger-timer', key })).toMatchObject({ code: 'not-allowed' });
    world.now = '2026-03-02T02:00:00.000Z';
    expect(world.command(id, { type: 'trigger-timer', key })).toMatchObject({ outcome: 'applied' });
  });

  it('to complete something that is no work is refused', async () => {
    const inner = node('startEvent', 'is') + node('userTask', 'a') + flows('is a');
    const world = await worldOf(model(start + node('subProcess', 'sub', '', inner) + flows('s sub')));
    const { id, state } = world.start('p');

    const result = world.command(id, { type: 'complete-element', key: keyOf(state, 'sub'), variables: {} });

    expect(result).toMatchObject({ outcome: 'rejected', code: 'not-allowed' });
  });

  it('to move a timer wants an instant, in whatever zone', async () => {
    const world = await worldOf(hosted);
    const { id, state } = world.start('p');
    const key = Object.values(state.timers)[0]?.key ?? 0;

    expect(world.command(id, { type: 'move-timer', key, dueAt: 'soon', reason: 'x' })).toMatchObject({
      outcome: 'rejected',
      code: 'not-allowed',
    });
    world.command(id, { type: 'move-timer', key, dueAt: '2026-03-02T18:00:00+08:00', reason: 'x' });
    expect(world.instance(id).state.timers[key]?.dueAt).toBe('2026-03-02T10:00:00.000Z');
  });

  it('to suspend or resume wants a clock that runs or stands', async () => {
    const world = await worldOf(hosted);
    const { id, state } = world.start('p');
    const owner = keyOf(state, 'a');

    expect(world.command(id, { type: 'resume-timers', owner })).toMatchObject({ code: 'not-allowed' });
    world.command(id, { type: 'suspend-timers', owner });
    expect(world.command(id, { type: 'suspend-timers', owner })).toMatchObject({ code: 'not-allowed' });
    world.now = '2026-03-03T01:00:00.000Z';
    world.command(id, { type: 'resume-timers', owner });

    const [running] = Object.values(world.instance(id).state.timers);
    expect(running).toMatchObject({ dueAt: '2026-03-03T02:00:00.000Z' });
    expect(running).not.toHaveProperty('suspendedAt');
  });
});

describe('a start event', () => {
  const two = model(
    start +
      node('startEvent', 'm', '', '<bpmn:messageEventDefinition messageRef="msg"/>') +
      node('userTask', 'a') +
      node('userTask', 'b') +
      flows('s a', 'm b'),
    '<bpmn:message id="msg" name="paid"/>',
  );

  it('without a trigger is where a plain start begins', async () => {
    const { state } = (await worldOf(two)).start('p');
    expect(Object.values(state.elements).map(({ elementId }) => elementId)).toEqual(['p', 'a']);
  });

  it('that does not exist is refused by name', async () => {
    const world = await worldOf(
      two.replace(start, '').replace(/<bpmn:sequenceFlow id="s-a"[^>]*>\s*<\/bpmn:sequenceFlow>/, ''),
    );
    expect(() => world.start('p')).toThrow('no none start event');
    expect(() => world.start('q')).toThrow('"q" is in none of the given files');
  });
});
