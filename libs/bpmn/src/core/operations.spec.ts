import { describe, expect, it } from '@jest/globals';
import type { World } from '../simulation/world.js';
import { keyOf, leftoversOf, nothing, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';
import type { ModifyInstruction } from './command.js';

const inner = node('startEvent', 'i') + node('userTask', 'in') + node('endEvent', 'o') + flows('i in', 'in o');
const elements =
  node('startEvent', 's') +
  node('userTask', 'a') +
  node('subProcess', 'sub', '', inner) +
  node('userTask', 'z') +
  node('endEvent', 'e') +
  boundary('late', 'sub', timer('Duration', 'P1D')) +
  node('endEvent', 'lapsed') +
  flows('s a', 'a sub', 'sub z', 'z e', 'late lapsed');

const modify = (world: World, id: string, ...instructions: ModifyInstruction[]) =>
  world.command(id, { type: 'modify-instance', instructions, reason: 'an operator said so' });

const tokens = (world: World, id: string): string[] =>
  Object.values(world.instance(id).state.elements).map(({ elementId }) => elementId);

describe('a modification', () => {
  it('moves a token: takes it away here and begins there', async () => {
    const world = await worldOf(model(elements));
    const { id } = world.start('p');
    modify(
      world,
      id,
      { do: 'cancel-all', elementId: 'a' },
      { do: 'start-before', elementId: 'z', variables: { why: 1 } },
    );

    expect(tokens(world, id)).toEqual(['p', 'z']);
    expect(world.instance(id).state.elements[keyOf(world.instance(id).state, 'z')]?.variables).toEqual({ why: 1 });
  });

  it('opens the scope around what it begins, with its boundary events, but not its start events', async () => {
    const world = await worldOf(model(elements));
    const { id, state } = world.start('p');
    modify(world, id, { do: 'start-before', elementId: 'in' }, { do: 'cancel', key: keyOf(state, 'a') });

    expect(tokens(world, id)).toEqual(['p', 'sub', 'in']);
    world.advanceTo('2026-03-03T01:00:00.000Z');
    expect(world.instance(id).state.status).toBe('completed');
  });

  it('opens scopes within scopes, the outer first', async () => {
    const deep = node('startEvent', 'si') + node('subProcess', 'mid', '', inner) + flows('si mid');
    const world = await worldOf(
      model(
        node('startEvent', 's') + node('userTask', 'a') + node('subProcess', 'out', '', deep) + flows('s a', 'a out'),
      ),
    );
    const { id } = world.start('p');
    modify(world, id, { do: 'start-before', elementId: 'in' }, { do: 'cancel-all', elementId: 'a' });
    world.command(id, { type: 'complete-element', key: keyOf(world.instance(id).state, 'in'), variables: {} });

    expect(world.instance(id).state.status).toBe('completed');
  });

  it('begins after an element, and over a named flow', async () => {
    const world = await worldOf(model(elements));
    const { id } = world.start('p');
    modify(world, id, { do: 'start-after', elementId: 'sub' }, { do: 'take-flow', flowId: 'z-e' });

    expect(tokens(world, id)).toEqual(['p', 'a', 'z']);
  });

  it('ends a sub-process in which it leaves nothing, and does not go on behind it', async () => {
    const world = await worldOf(model(elements));
    const { id, state } = world.start('p');
    world.command(id, { type: 'complete-element', key: keyOf(state, 'a'), variables: {} });
    modify(world, id, { do: 'start-before', elementId: 'a' }, { do: 'cancel-all', elementId: 'in' });

    expect(tokens(world, id)).toEqual(['p', 'a']);
  });

  it('that takes the last token away ends the instance with its reason', async () => {
    const world = await worldOf(model(elements));
    const { id } = world.start('p');
    modify(world, id, { do: 'cancel-all', elementId: 'a' });

    const { state, events } = world.instance(id);
    expect({ status: state.status, ...leftoversOf(state) }).toEqual({ status: 'terminated', ...nothing });
    expect(events.at(-1)).toEqual({ type: 'instance-terminated', reason: 'an operator said so' });
  });

  it('takes one instance out of a loop, which goes on with the others', async () => {
    const two =
      '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
    const world = await worldOf(
      model(
        node('startEvent', 's') + node('userTask', 'vote', '', two) + node('userTask', 'z') + flows('s vote', 'vote z'),
      ),
    );
    const { id, state } = world.start('p');
    const [first, second] = Object.values(state.elements).filter(({ index }) => index !== undefined);
    modify(world, id, { do: 'cancel', key: first?.key ?? 0 });
    world.command(id, { type: 'complete-element', key: second?.key ?? 0, variables: {} });

    expect(tokens(world, id)).toEqual(['p', 'z']);
  });

  it.each<[string, ModifyInstruction, string]>([
    ['an unknown element', { do: 'start-before', elementId: 'ghost' }, 'to have the element "ghost"'],
    ['an unknown flow', { do: 'take-flow', flowId: 'ghost' }, 'to have the flow "ghost"'],
    ['an element that has ended', { do: 'cancel', key: 99 }, 'to be open, but it has ended'],
    ['a scope that is none', { do: 'start-before', elementId: 'in', scope: 1 }, 'scope 1 is no open instance of "sub"'],
    ['several flows to go on by', { do: 'start-after', elementId: 'e' }, '"e" has 0 outgoing flows'],
  ])('refuses %s and changes nothing', async (_what, instruction, message) => {
    const world = await worldOf(model(elements));
    const { id, state } = world.start('p');

    const result = modify(world, id, { do: 'start-before', elementId: 'z' }, instruction);

    expect(result).toMatchObject({ outcome: 'rejected', message: expect.stringContaining(message) });
    expect(world.instance(id).state).toEqual(state);
  });

  it('asks which scope is meant when several are open', async () => {
    const world = await worldOf(model(elements));
    const { id } = world.start('p');
    modify(world, id, { do: 'start-before', elementId: 'sub' }, { do: 'start-before', elementId: 'sub' });
    const open = Object.values(world.instance(id).state.elements).filter(({ elementId }) => elementId === 'sub');

    const asked = modify(world, id, { do: 'start-before', elementId: 'in' });

    expect(asked).toMatchObject({ message: expect.stringContaining(open.map(({ key }) => key).join(', ')) });
    modify(world, id, { do: 'start-before', elementId: 'in', scope: open[0]?.key ?? 0 });
    expect(tokens(world, id).filter((elementId) => elementId === 'in')).toHaveLength(3);
  });
});

describe('an instance started in the middle', () => {
  it('has a token before each of the named elements and none at its start', async () => {
    const world = await worldOf(model(elements));
    world.execute('mine', 'p', { type: 'start', instanceId: 'mine', variables: {}, startBefore: ['in', 'z'] });

    expect(tokens(world, 'mine')).toEqual(['p', 'sub', 'in', 'z']);
    expect(world.instance('mine').events.map(({ type }) => type)).not.toContain('element-completed');
  });
});

describe('a suspended instance', () => {
  it('refuses to go on until it is resumed, and lets an operator work on it', async () => {
    const world = await worldOf(model(elements));
    const { id, state } = world.start('p');
    world.command(id, { type: 'suspend-instance' });
    const complete = { type: 'complete-element', key: keyOf(state, 'a'), variables: {} } as const;

    expect(world.command(id, complete)).toMatchObject({ outcome: 'rejected', code: 'suspended' });
    expect(modify(world, id, { do: 'cancel-all', elementId: 'a' })).toMatchObject({ code: 'suspended' });
    expect(world.command(id, { type: 'suspend-instance' })).toMatchObject({ code: 'already-decided' });
    expect(world.command(id, { type: 'set-variables', variables: { x: 1 } })).toMatchObject({ outcome: 'applied' });
    world.command(id, { type: 'resume-instance' });
    expect(world.command(id, { type: 'resume-instance' })).toMatchObject({ code: 'already-decided' });
    expect(world.command(id, complete)).toMatchObject({ outcome: 'applied' });
  });

  it('fires what fell due meanwhile when it is resumed, and takes a message that came meanwhile', async () => {
    const message = '<bpmn:messageEventDefinition messageRef="m"/>';
    const world = await worldOf(
      model(
        elements + boundary('told', 'z', message) + node('userTask', 'hear') + flows('told hear'),
        '<bpmn:message id="m" name="news"/>',
      ),
    );
    const { id } = world.start('p');
    modify(world, id, { do: 'start-before', elementId: 'sub' }, { do: 'start-before', elementId: 'z' });
    world.command(id, { type: 'suspend-instance' });
    world.advanceTo('2026-03-04T01:00:00.000Z');
    world.publishMessage('news', {}, {}, '2026-03-09T01:00:00.000Z');
    expect(tokens(world, id).sort()).toEqual(['a', 'in', 'p', 'sub', 'z']);

    world.command(id, { type: 'resume-instance' });
    world.advanceTo('2026-03-04T01:00:00.000Z');

    expect(tokens(world, id).sort()).toEqual(['a', 'hear', 'p']);
  });

  it('notices at its end that a condition came true meanwhile', async () => {
    const condition =
      '<bpmn:conditionalEventDefinition><bpmn:condition>x = 1</bpmn:condition></bpmn:conditionalEventDefinition>';
    const world = await worldOf(
      model(
        node('startEvent', 's') +
          node('intermediateCatchEvent', 'c', '', condition) +
          node('userTask', 'z') +
          flows('s c', 'c z'),
      ),
    );
    const { id } = world.start('p', { x: 0 });
    world.command(id, { type: 'suspend-instance' });
    world.command(id, { type: 'set-variables', variables: { x: 1 } });
    expect(tokens(world, id)).toEqual(['p', 'c']);

    world.command(id, { type: 'resume-instance' });

    expect(tokens(world, id)).toEqual(['p', 'z']);
  });
});
