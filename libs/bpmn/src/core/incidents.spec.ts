import { describe, expect, it } from '@jest/globals';
import type { World } from '../simulation/world.js';
import { keyOf, leftoversOf, nothing, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const one = (element: string, id = 't') => model(start + element + end + flows(`s ${id}`, `${id} e`));
const extension = (content: string) => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
const incidentsOf = (world: World, id: string) => Object.values(world.instance(id).state.incidents);
/** After `a` an endless loop while `n` is 0. */
const looping = (boundaries = '') =>
  model(
    start +
      node('userTask', 'a') +
      boundaries +
      node('exclusiveGateway', 'x', 'default="x-e"') +
      end +
      flows('s a', 'a x', 'x x: n = 0', 'x e'),
  );

describe('an element that an incident holds', () => {
  it('cannot be completed or fail again before the incident is resolved', async () => {
    const world = await worldOf(one(node('serviceTask', 't')));
    const { id, state } = world.start('p');
    const key = keyOf(state, 't');
    world.command(id, { type: 'fail-element', key, message: 'no route' });

    expect(world.command(id, { type: 'complete-element', key, variables: {} })).toMatchObject({
      outcome: 'rejected',
      code: 'not-allowed',
    });
    expect(world.command(id, { type: 'fail-element', key, message: 'again' })).toMatchObject({ outcome: 'rejected' });
    expect(incidentsOf(world, id)).toMatchObject([{ owner: key, code: 'job-failed', message: 'no route' }]);
  });

  it('repeats its phase when the incident is resolved, once', async () => {
    const world = await worldOf(one(node('serviceTask', 't')));
    const { id, state } = world.start('p');
    const key = keyOf(state, 't');
    world.command(id, { type: 'fail-element', key, message: 'no route' });
    const incident = incidentsOf(world, id)[0]?.key ?? 0;

    const retried = world.command(id, { type: 'resolve-incident', key: incident });

    expect(retried).toMatchObject({ events: [{ type: 'incident-resolved' }, { type: 'job-created', key }] });
    expect(world.command(id, { type: 'resolve-incident', key: incident })).toMatchObject({ code: 'already-decided' });
    expect(world.command(id, { type: 'complete-element', key, variables: {} })).toMatchObject({ outcome: 'applied' });
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('waits only once after a retry', async () => {
    const message = '<bpmn:message id="m" name="paid"/>';
    const world = await worldOf(
      model(start + node('receiveTask', 't', 'messageRef="m"') + end + flows('s t', 't e'), message),
    );
    const { id, state } = world.start('p');
    world.command(id, { type: 'fail-element', key: keyOf(state, 't'), message: 'stuck' });
    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });

    expect(Object.keys(world.instance(id).state.subscriptions)).toHaveLength(1);
  });

  it('takes its incident along when its message comes all the same', async () => {
    const message = '<bpmn:message id="m" name="paid"/>';
    const world = await worldOf(
      model(start + node('receiveTask', 't', 'messageRef="m"') + end + flows('s t', 't e'), message),
    );
    const { id, state } = world.start('p');
    world.command(id, { type: 'fail-element', key: keyOf(state, 't'), message: 'stuck' });

    world.publishMessage('paid', {});

    expect(world.instance(id).state.status).toBe('completed');
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('takes its incident along when a boundary event ends it', async () => {
    const world = await worldOf(
      model(
        start +
          node('serviceTask', 't') +
          boundary('b', 't', timer('Duration', 'PT1H')) +
          end +
          flows('s t', 't e', 'b e'),
      ),
    );
    const { id, state } = world.start('p');
    world.command(id, { type: 'fail-element', key: keyOf(state, 't'), message: 'no route' });

    world.advanceTo('2026-03-02T02:00:00.000Z');

    expect(world.instance(id).state.status).toBe('completed');
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('that is a sub-process cannot be failed from outside', async () => {
    const inner = node('startEvent', 'is') + node('userTask', 'a') + flows('is a');
    const world = await worldOf(one(node('subProcess', 't', '', inner)));
    const { id, state } = world.start('p');

    const result = world.command(id, { type: 'fail-element', key: keyOf(state, 't'), message: 'x' });

    expect(result).toMatchObject({ outcome: 'rejected', code: 'not-allowed' });
  });
});

describe('an activity whose inputs fail', () => {
  it('listens for nothing yet', async () => {
    const input = extension('<lianban:input source="number(text)" target="n"/>');
    const late = boundary('b', 't', timer('Duration', 'PT1H'));
    const world = await worldOf(
      model(start + node('userTask', 't', '', input) + late + end + flows('s t', 't e', 'b e')),
    );

    const { state } = world.start('p', { text: 'x' });

    expect(Object.values(state.incidents)).toMatchObject([{ elementId: 't', code: 'mapping-failed' }]);
    expect(state.timers).toEqual({});
  });
});

describe('a retry', () => {
  it('reads input mappings as if for the first time', async () => {
    const input = extension('<lianban:input source="n + 1" target="n"/>');
    const xml = one(node('callActivity', 't', 'calledElement="=who"', input));
    const world = await worldOf(xml, [
      { name: 'q.bpmn', content: one(node('userTask', 'u'), 'u').replace('"p"', '"q"') },
    ]);
    const { id } = world.start('p', { n: 1 });
    expect(incidentsOf(world, id)).toMatchObject([{ elementId: 't', code: 'called-process-unknown' }]);
    world.command(id, { type: 'set-variables', variables: { who: 'q' } });

    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });

    const { elements } = world.instance(id).state;
    expect(Object.values(elements).find(({ elementId }) => elementId === 't')?.variables).toEqual({ n: 2 });
  });

  it('does not write output mappings twice', async () => {
    const output = extension('<lianban:output source="n + 1" target="n"/>');
    const world = await worldOf(
      model(
        start +
          node('userTask', 't', '', output) +
          node('userTask', 'u') +
          flows('s t', 't u: go = true', 't v: go = 1') +
          node('userTask', 'v'),
      ),
    );
    const { id, state } = world.start('p', { n: 1 });
    world.command(id, { type: 'complete-element', key: keyOf(state, 't'), variables: {} });
    expect(incidentsOf(world, id)).toMatchObject([{ elementId: 't', code: 'no-flow-chosen' }]);
    world.command(id, { type: 'set-variables', variables: { go: true } });

    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });

    const { elements, root } = world.instance(id).state;
    expect(elements[root]?.variables).toEqual({ n: 2, go: true });
  });
});

describe('a step that used up its budget', () => {
  it('becomes one incident, however often it is retried, and goes through once the data are mended', async () => {
    const world = await worldOf(looping());
    const { id, state } = world.start('p', { n: 0 });
    const key = keyOf(state, 'a');
    world.command(id, { type: 'complete-element', key, variables: { done: true } });
    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });

    expect(incidentsOf(world, id)).toMatchObject([
      { code: 'work-budget-exceeded', retry: { type: 'complete-element', key } },
    ]);
    world.command(id, { type: 'set-variables', variables: { n: 1 } });
    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });

    expect(world.instance(id).state).toMatchObject({ status: 'completed' });
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('can be begun again when it was the start', async () => {
    const world = await worldOf(
      model(start + node('exclusiveGateway', 'x', 'default="x-e"') + end + flows('s x', 'x x: n = 0', 'x e')),
    );
    const { id } = world.start('p', { n: 0 });
    expect(incidentsOf(world, id)).toMatchObject([{ code: 'work-budget-exceeded', retry: { type: 'start' } }]);
    world.command(id, { type: 'set-variables', variables: { n: 1 } });

    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });

    expect(world.instance(id).state.status).toBe('completed');
  });

  it('leaves no incident in an instance that ended another way', async () => {
    const world = await worldOf(looping());
    const { id, state } = world.start('p', { n: 0 });
    const key = keyOf(state, 'a');
    world.command(id, { type: 'complete-element', key, variables: {} });

    world.command(id, { type: 'complete-element', key, variables: { n: 1 } });

    expect(world.instance(id).state.status).toBe('completed');
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('leaves no incident in an instance that is cancelled', async () => {
    const world = await worldOf(looping());
    const { id, state } = world.start('p', { n: 0 });
    world.command(id, { type: 'complete-element', key: keyOf(state, 'a'), variables: {} });

    world.command(id, { type: 'cancel-instance', reason: 'withdrawn' });

    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });

  it('is not fired over and over when a timer began it', async () => {
    const late = boundary('b', 'a', timer('Duration', 'PT1H'));
    const world = await worldOf(looping(late + flows('b x')));
    const { id } = world.start('p', { n: 0 });

    world.advanceTo('2026-03-02T03:00:00.000Z');

    expect(incidentsOf(world, id)).toHaveLength(1);
    world.command(id, { type: 'set-variables', variables: { n: 1 } });
    world.command(id, { type: 'resolve-incident', key: incidentsOf(world, id)[0]?.key ?? 0 });
    expect(world.instance(id).state.status).toBe('completed');
    expect(leftoversOf(world.instance(id).state)).toEqual(nothing);
  });
});
