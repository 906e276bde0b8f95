import { describe, expect, it } from '@jest/globals';
import { check, leftoversOf, nothing, worldOf } from '../testing/check.js';
import { flows, model, node, timer } from '../testing/model.js';

const roots =
  '<bpmn:message id="m" name="answer"/><bpmn:message id="o" name="order"/><bpmn:signal id="sg" name="stop"/>';
const byMessage = (id = 'm') => `<bpmn:messageEventDefinition messageRef="${id}"/>`;
const bySignal = '<bpmn:signalEventDefinition signalRef="sg"/>';
const byCondition =
  '<bpmn:conditionalEventDefinition><bpmn:condition>n &gt; 1</bpmn:condition></bpmn:conditionalEventDefinition>';

const arms =
  node('intermediateCatchEvent', 'msg', '', byMessage()) +
  node('intermediateCatchEvent', 'sig', '', bySignal) +
  node('intermediateCatchEvent', 'late', '', timer('Duration', 'PT1H')) +
  node('intermediateCatchEvent', 'cond', '', byCondition);
const ends = ['msg', 'sig', 'late', 'cond'].map((id) => node('endEvent', `e-${id}`)).join('');
const waiting = model(
  node('startEvent', 's') +
    node('eventBasedGateway', 'g') +
    arms +
    ends +
    flows('s g', 'g msg', 'g sig', 'g late', 'g cond', 'msg e-msg', 'sig e-sig', 'late e-late', 'cond e-cond'),
  roots,
);

describe('an event-based gateway', () => {
  it.each([
    ['message', { message: { name: 'answer' } }, 'msg'],
    ['signal', { signal: { name: 'stop' } }, 'sig'],
    ['timer', { advance: 'PT1H' }, 'late'],
    ['condition', { set: { n: 2 } }, 'cond'],
  ])('goes on behind the %s that comes first, and forgets the others', async (_name, step, arm) => {
    const others = ['msg', 'sig', 'late', 'cond'].filter((id) => id !== arm);
    await check(waiting, {
      steps: [{ expect: { waiting: ['g'], notVisited: ['msg', 'sig', 'late', 'cond'] } }, step],
      expect: { state: 'completed', completed: ['g', arm, `e-${arm}`], notVisited: others },
    });
  });

  it('withdraws what it waited for in the same step', async () => {
    const world = await worldOf(waiting);
    const { id } = world.start('p');

    world.publishMessage('answer', {});

    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
    expect(world.publishMessage('answer', {})).toBe(false);
  });

  it('takes a receive task as one of its events', async () => {
    const xml = model(
      node('startEvent', 's') +
        node('eventBasedGateway', 'g') +
        node('receiveTask', 'r', 'messageRef="m"') +
        node('intermediateCatchEvent', 'late', '', timer('Duration', 'PT1H')) +
        node('endEvent', 'e') +
        node('endEvent', 'x') +
        flows('s g', 'g r', 'g late', 'r e', 'late x'),
      roots,
    );
    await check(xml, {
      steps: [{ message: { name: 'answer', variables: { yes: true } } }],
      expect: { state: 'completed', completed: ['r', 'e'], variables: { yes: true }, notVisited: ['x'] },
    });
  });
});

describe('an instance is started', () => {
  const twoStarts = (attributes: string) =>
    model(
      node('eventBasedGateway', 'g', `instantiate="true" ${attributes}`) +
        node('intermediateCatchEvent', 'a', '', byMessage('m')) +
        node('intermediateCatchEvent', 'b', '', byMessage('o')) +
        node('endEvent', 'ea') +
        node('endEvent', 'eb') +
        flows('g a', 'g b', 'a ea', 'b eb'),
      roots,
    );

  it('by the first event behind an instantiating gateway, with nothing left to wait for', async () => {
    await check(twoStarts(''), {
      start: { message: 'order' },
      expect: { state: 'completed', completed: ['b', 'eb'], notVisited: ['a'] },
    });
  });

  it('by any event behind a parallel one, which then waits for the others', async () => {
    await check(twoStarts('eventGatewayType="Parallel"'), {
      start: { message: 'order' },
      steps: [{ expect: { state: 'active', completed: ['b', 'eb'] } }, { message: { name: 'answer' } }],
      expect: { state: 'completed', completed: ['b', 'eb', 'a', 'ea'] },
    });
  });

  it('by the message of an instantiating receive task', async () => {
    const xml = model(
      node('receiveTask', 'r', 'instantiate="true" messageRef="o"') + node('endEvent', 'e') + flows('r e'),
      roots,
    );
    await check(xml, {
      start: { message: 'order', variables: { lamps: 2 } },
      expect: { state: 'completed', completed: ['r', 'e'], variables: { lamps: 2 } },
    });
  });

  it.each([
    ['a signal', bySignal, { signal: { name: 'stop' } }],
    ['a timer', timer('Date', '2026-01-06T09:00:00+08:00'), { advance: 'P1D' }],
  ])('by %s of a start event', async (_name, definition, step) => {
    await check(model(node('startEvent', 's', '', definition) + node('endEvent', 'e') + flows('s e'), roots), {
      noStart: true,
      steps: [step],
      expect: { instances: [{ process: 'p', state: 'completed', completed: ['s', 'e'], count: 1 }] },
    });
  });

  it('again at every round of a timer cycle', async () => {
    await check(model(node('startEvent', 's', '', timer('Cycle', 'R2/PT1H')) + node('endEvent', 'e') + flows('s e')), {
      noStart: true,
      steps: [{ advance: 'PT10H' }],
      expect: { instances: [{ process: 'p', state: 'completed', count: 2 }] },
    });
  });
});
