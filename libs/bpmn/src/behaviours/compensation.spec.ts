import { describe, expect, it } from '@jest/globals';
import { check, keyOf, worldOf } from '../testing/check.js';
import { boundary, flows, model, node } from '../testing/model.js';

const undoing = '<bpmn:compensateEventDefinition/>';
const start = node('startEvent', 's');
const end = node('endEvent', 'e');

/** A user task `id` with a compensation handler `undo-id` of the given type. */
function undoable(id: string, type = 'userTask', content = ''): string {
  return (
    node('userTask', id) +
    boundary(`c-${id}`, id, undoing) +
    node(type, `undo-${id}`, 'isForCompensation="true"', content) +
    `<bpmn:association id="as-${id}" sourceRef="c-${id}" targetRef="undo-${id}"/>`
  );
}

const all = node('intermediateThrowEvent', 'x', '', undoing);

describe('compensation', () => {
  it('undoes what was completed in reverse order, and waits for it', async () => {
    await check(model(start + undoable('a') + undoable('b') + all + end + flows('s a', 'a b', 'b x', 'x e')), {
      steps: [
        { complete: 'a' },
        { complete: 'b' },
        { expect: { waitingExactly: ['undo-b'] } },
        { complete: 'undo-b' },
        { expect: { waitingExactly: ['undo-a'], notVisited: ['e'] } },
        { complete: 'undo-a' },
      ],
      expect: { state: 'completed', completed: ['a', 'b', 'undo-b', 'undo-a', 'x', 'e'] },
    });
  });

  it('leaves alone what was not completed, and does nothing when nothing was', async () => {
    const xml = model(
      start +
        node('parallelGateway', 'g') +
        undoable('a') +
        node('userTask', 'b') +
        all +
        end +
        flows('s g', 'g a', 'g b', 'b x', 'x e'),
    );
    await check(xml, {
      steps: [{ complete: 'b' }],
      expect: { state: 'active', completed: ['b', 'x', 'e'], notVisited: ['undo-a'], waitingExactly: ['a'] },
    });
  });

  it('of one activity undoes only that', async () => {
    const one = node('intermediateThrowEvent', 'x', '', '<bpmn:compensateEventDefinition activityRef="a"/>');
    await check(
      model(start + undoable('a', 'task') + undoable('b', 'task') + one + end + flows('s a', 'a b', 'b x', 'x e')),
      {
        steps: [{ complete: 'a' }, { complete: 'b' }],
        expect: { state: 'completed', completed: ['undo-a', 'x', 'e'], notVisited: ['undo-b'] },
      },
    );
  });

  it('shows a handler the variables as they were, and lets it write where they live now', async () => {
    const handler = '<bpmn:script>"was " + string(n)</bpmn:script>';
    const script = undoable('a', 'scriptTask', handler).replace(
      'id="undo-a"',
      'id="undo-a" lianban:resultVariable="told"',
    );
    await check(model(start + script + node('userTask', 'b') + all + end + flows('s a', 'a b', 'b x', 'x e')), {
      start: { variables: { n: 1 } },
      steps: [{ complete: 'a' }, { complete: 'b', variables: { n: 2 } }],
      expect: { state: 'completed', variables: { n: 2, told: 'was 1' } },
    });
  });

  it('of a completed sub-process undoes what was completed inside, with its own variables', async () => {
    const inside = node('startEvent', 'is') + undoable('a') + undoable('b') + flows('is a', 'a b');
    await check(model(start + node('subProcess', 'sub', '', inside) + all + end + flows('s sub', 'sub x', 'x e')), {
      steps: [{ complete: 'a' }, { complete: 'b' }, { complete: 'undo-b' }, { complete: 'undo-a' }],
      expect: { state: 'completed', completed: ['a', 'b', 'sub', 'undo-b', 'undo-a', 'x', 'e'] },
    });
  });

  it('prefers the handler of a sub-process to what is inside it', async () => {
    const inside = node('startEvent', 'is') + undoable('a') + flows('is a');
    const sub =
      node('subProcess', 'sub', '', inside) +
      boundary('c', 'sub', undoing) +
      node('task', 'undo', 'isForCompensation="true"') +
      '<bpmn:association id="as" sourceRef="c" targetRef="undo"/>';
    await check(model(start + sub + all + end + flows('s sub', 'sub x', 'x e')), {
      steps: [{ complete: 'a' }],
      expect: { state: 'completed', completed: ['sub', 'undo', 'x', 'e'], notVisited: ['undo-a'] },
    });
  });

  it('runs the compensation event sub-process of a completed sub-process instead', async () => {
    const event =
      node('startEvent', 'hs', '', undoing) +
      node('intermediateThrowEvent', 'hx', '', '<bpmn:compensateEventDefinition activityRef="a"/>') +
      node('endEvent', 'he') +
      flows('hs hx', 'hx he');
    const inside =
      node('startEvent', 'is') +
      undoable('a') +
      undoable('b') +
      flows('is a', 'a b') +
      node('subProcess', 'h', 'triggeredByEvent="true"', event);
    await check(model(start + node('subProcess', 'sub', '', inside) + all + end + flows('s sub', 'sub x', 'x e')), {
      steps: [{ complete: 'a' }, { complete: 'b' }, { complete: 'undo-a' }],
      expect: { state: 'completed', completed: ['undo-a', 'hx', 'he', 'h', 'x', 'e'], notVisited: ['undo-b'] },
    });
  });

  it('thrown in an event sub-process undoes what was completed there and around it', async () => {
    const event =
      node('startEvent', 'hs', '', '<bpmn:signalEventDefinition signalRef="g"/>') +
      undoable('b') +
      node('endEvent', 'hx', '', undoing) +
      flows('hs b', 'b hx');
    const xml = model(
      start +
        undoable('a') +
        node('userTask', 'w') +
        flows('s a', 'a w') +
        node('subProcess', 'h', 'triggeredByEvent="true"', event),
      '<bpmn:signal id="g" name="stop"/>',
    );
    await check(xml, {
      steps: [
        { complete: 'a' },
        { signal: { name: 'stop' } },
        { complete: 'b' },
        { expect: { waitingExactly: ['undo-b'] } },
        { complete: 'undo-b' },
        { complete: 'undo-a' },
      ],
      expect: { state: 'completed', completed: ['a', 'b', 'undo-b', 'undo-a', 'hx', 'h'] },
    });
  });

  it('undoes every instance of a multi-instance activity', async () => {
    const many =
      '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:loopCardinality>3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
    const task = undoable('a', 'task').replace('</bpmn:userTask>', `${many}</bpmn:userTask>`);
    await check(model(start + task + all + end + flows('s a', 'a x', 'x e')), {
      steps: [{ complete: 'a' }, { complete: 'a' }, { complete: 'a' }],
      expect: { state: 'completed', completed: ['undo-a', 'undo-a', 'undo-a', 'x', 'e'] },
    });
  });

  it('that is not waited for lets its event go on at once', async () => {
    const hasty = node(
      'intermediateThrowEvent',
      'x',
      '',
      '<bpmn:compensateEventDefinition waitForCompletion="false"/>',
    );
    await check(model(start + undoable('a') + hasty + end + flows('s a', 'a x', 'x e')), {
      steps: [
        { complete: 'a' },
        { expect: { completed: ['x', 'e'], waitingExactly: ['undo-a'] } },
        { complete: 'undo-a' },
      ],
      expect: { state: 'completed' },
    });
  });

  it('thrown by an end event holds the scope until all is undone', async () => {
    await check(model(start + undoable('a') + node('endEvent', 'x', '', undoing) + flows('s a', 'a x')), {
      steps: [{ complete: 'a' }, { expect: { state: 'active', waitingExactly: ['undo-a'] } }, { complete: 'undo-a' }],
      expect: { state: 'completed', completed: ['undo-a', 'x'] },
    });
  });

  it('goes on with the next handler when one is interrupted by its boundary event', async () => {
    const world = await worldOf(
      model(
        start +
          undoable('a', 'task') +
          undoable('b', 'serviceTask') +
          boundary('failed', 'undo-b', '<bpmn:errorEventDefinition/>') +
          node('task', 'note') +
          all +
          end +
          flows('s a', 'a b', 'b x', 'x e', 'failed note'),
      ),
    );
    const { id } = world.start('p');
    for (const task of ['a', 'b']) {
      const key = keyOf(world.instance(id).state, task);
      world.command(id, { type: 'complete-element', key, variables: {} });
    }

    world.command(id, { type: 'throw-error', key: keyOf(world.instance(id).state, 'undo-b'), code: 'E' });

    expect(world.instance(id).state.status).toBe('completed');
  });
});

describe('a transaction', () => {
  const inside =
    node('startEvent', 'is') +
    undoable('a') +
    node('userTask', 'b') +
    node('endEvent', 'c', '', '<bpmn:cancelEventDefinition/>') +
    flows('is a', 'a b', 'b c');
  const cancelled =
    boundary('cb', 't', '<bpmn:cancelEventDefinition/>') + node('userTask', 'sorry') + flows('cb sorry');

  it('that is cancelled undoes what was completed in it, then leaves by its cancel event', async () => {
    await check(model(start + node('transaction', 't', '', inside) + cancelled + end + flows('s t', 't e')), {
      steps: [{ complete: 'a' }, { complete: 'b' }, { expect: { waitingExactly: ['undo-a'] } }, { complete: 'undo-a' }],
      expect: { completed: ['a', 'b', 'undo-a', 'c', 'cb'], waitingExactly: ['sorry'], notVisited: ['e'] },
    });
  });

  it('that is cancelled ends what is still being done in it', async () => {
    const busy = inside + node('userTask', 'other') + flows('is other');
    await check(model(start + node('transaction', 't', '', busy) + cancelled + end + flows('s t', 't e')), {
      steps: [{ complete: 'a' }, { complete: 'b' }, { complete: 'undo-a' }],
      expect: { waitingExactly: ['sorry'], notVisited: ['e'] },
    });
  });

  it('without a cancel boundary event holds the cancel as an incident', async () => {
    await check(model(start + node('transaction', 't', '', inside) + end + flows('s t', 't e')), {
      steps: [{ complete: 'a' }, { complete: 'b' }],
      expect: { state: 'incident', incidents: ['c'] },
    });
  });

  it('that completes can be compensated like any sub-process', async () => {
    const good = node('startEvent', 'is') + undoable('a') + node('endEvent', 'ie') + flows('is a', 'a ie');
    await check(model(start + node('transaction', 't', '', good) + all + end + flows('s t', 't x', 'x e')), {
      steps: [{ complete: 'a' }, { complete: 'undo-a' }],
      expect: { state: 'completed', completed: ['t', 'undo-a', 'x', 'e'] },
    });
  });
});
