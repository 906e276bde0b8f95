import { describe, expect, it } from '@jest/globals';
import type { TaskOffer } from '../core/event.js';
import type { World } from '../simulation/world.js';
import { keyOf, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

/** A sub-process `stage` of two tasks, with a yellow light after one day and a term of three. */
function stage(first = '', second = '', more = ''): string {
  const inner =
    node('startEvent', 'is') +
    node('userTask', 'a', first) +
    node('userTask', 'b', second) +
    node('endEvent', 'ie') +
    flows('is a', 'a b', 'b ie') +
    more;
  return model(
    node('startEvent', 's') +
      node('subProcess', 'stage', '', inner) +
      boundary('yellow', 'stage', timer('Duration', 'P1D'), 'cancelActivity="false" lianban:term="warning"') +
      boundary('red', 'stage', timer('Duration', 'P3D'), 'lianban:term="due"') +
      node('endEvent', 'e') +
      flows('s stage', 'stage e', 'yellow e', 'red e'),
  );
}

function offers(world: World): Record<string, TaskOffer> {
  const all = [...world.instances.values()].flatMap(({ events }) => events);
  return Object.fromEntries(
    all.flatMap((event) => (event.type === 'user-task-created' ? [[event.elementId, event.task]] : [])),
  );
}

const began = Date.parse('2026-03-02T00:00:00Z');
const after = (days: number) => new Date(began + days * 86_400_000).toISOString();

describe('the term of a user task', () => {
  it('is that of the sub-process around it, which goes on from one task to the next', async () => {
    const world = await worldOf(stage());
    world.now = after(0);
    const { id, state } = world.start('p');
    const owner = keyOf(state, 'stage');
    expect(offers(world)['a']).toMatchObject({ warnAt: after(1), dueAt: after(3), termOwner: owner });
    world.advanceTo(after(2));
    world.command(id, { type: 'complete-element', key: keyOf(world.instance(id).state, 'a'), variables: {} });

    // The yellow light has come; its timer is gone.
    expect(offers(world)['b']).toMatchObject({ dueAt: after(3), termOwner: owner });
    expect(offers(world)['b']?.warnAt).toBeUndefined();
  });

  it('follows a timer that was moved', async () => {
    const world = await worldOf(stage());
    world.now = after(0);
    const { id, state } = world.start('p');
    const red = Object.values(state.timers).find(({ elementId }) => elementId === 'red');
    world.command(id, { type: 'move-timer', key: red?.key ?? 0, dueAt: after(9), reason: 'extended' });
    world.command(id, { type: 'complete-element', key: keyOf(world.instance(id).state, 'a'), variables: {} });
    expect(offers(world)['b']).toMatchObject({ dueAt: after(9) });
  });

  it('is its own where it has one: a boundary timer or a due date', async () => {
    const own = boundary('mine', 'b', timer('Duration', 'P2D'), 'lianban:term="due"') + node('endEvent', 'x');
    const world = await worldOf(stage('lianban:dueDate="P1D"', '', own + flows('mine x')));
    world.now = after(0);
    const { id, state } = world.start('p');
    expect(offers(world)['a']).toMatchObject({ dueAt: after(1) });
    expect(offers(world)['a']?.termOwner).toBeUndefined();
    world.command(id, { type: 'complete-element', key: keyOf(state, 'a'), variables: {} });
    const b = keyOf(world.instance(id).state, 'b');
    expect(offers(world)['b']).toMatchObject({ dueAt: after(2), termOwner: b });
  });

  it('comes from as far out as it must, and is absent where nothing around has one', async () => {
    const deep = node('subProcess', 'inner', '', node('startEvent', 'ds') + node('userTask', 'c') + flows('ds c'));
    const outer = node('subProcess', 'outer', '', node('startEvent', 'os') + deep + flows('os inner'));
    const red = boundary('red', 'outer', timer('Duration', 'P3D'), 'lianban:term="due"');
    const rest = node('startEvent', 's') + node('endEvent', 'e');
    const within = await worldOf(model(rest + outer + red + flows('s outer', 'outer e', 'red e')));
    within.now = after(0);
    const { state } = within.start('p');
    expect(offers(within)['c']).toMatchObject({ dueAt: after(3), termOwner: keyOf(state, 'outer') });

    const bare = await worldOf(model(rest + outer + flows('s outer', 'outer e')));
    bare.start('p');
    expect(offers(bare)['c']).not.toHaveProperty('dueAt');
  });
});
