import { describe, expect, it } from '@jest/globals';
import { check, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');

/** One activity `a` that is a loop, between start and end. */
function looped(type: string, loop: string, attributes = '', content = ''): string {
  return model(start + node(type, 'a', attributes, loop + content) + end + flows('s a', 'a e'));
}

function standard(condition: string, attributes = ''): string {
  return node('standardLoopCharacteristics', 'l', attributes, `<bpmn:loopCondition>${condition}</bpmn:loopCondition>`);
}

function many(content: string, attributes = ''): string {
  return node('multiInstanceLoopCharacteristics', 'm', attributes, content);
}

const cardinality = (n: string) => `<bpmn:loopCardinality>${n}</bpmn:loopCardinality>`;
const until = (condition: string) => `<bpmn:completionCondition>${condition}</bpmn:completionCondition>`;
const adding = 'scriptFormat="feel" lianban:resultVariable="n"';
const script = '<bpmn:script>n + 1</bpmn:script>';

describe('a standard loop', () => {
  it.each([
    ['goes on while its condition is true', standard('n &lt; 3'), 0, 3],
    ['is done once before the condition is looked at', standard('false'), 0, 1],
    ['is not done at all when the condition is false before', standard('false', 'testBefore="true"'), 0, 0],
    ['ends at its maximum', standard('true', 'loopMaximum="4"'), 0, 4],
    ['counts its turns from 0', standard('loopCounter &lt; 1', 'testBefore="true"'), 0, 0],
  ])('%s', async (_name, loop, n, turns) => {
    const expected = Array<string>(turns).fill('a');
    await check(looped('scriptTask', loop, adding, script), {
      start: { variables: { n } },
      expect: { state: 'completed', completed: [...expected, 'e'], variables: { n: turns } },
    });
  });

  it('waits in every turn for its work', async () => {
    await check(looped('userTask', standard('again')), {
      steps: [
        { complete: 'a', variables: { again: true } },
        { expect: { waitingExactly: ['a'], completed: ['a'] } },
        { complete: 'a', variables: { again: false } },
      ],
      expect: { state: 'completed', completed: ['a', 'a', 'e'] },
    });
  });
});

describe('a multi-instance activity', () => {
  it.each([
    ['in parallel', '', ['a', 'a', 'a']],
    ['one after the other', 'isSequential="true"', ['a']],
  ])('runs as often as its cardinality says, %s', async (_name, attributes, waitingExactly) => {
    await check(looped('userTask', many(cardinality('3'), attributes)), {
      steps: [{ expect: { waitingExactly } }, { complete: 'a' }, { complete: 'a' }, { complete: 'a' }],
      expect: { state: 'completed', completed: ['a', 'a', 'a', 'e'] },
    });
  });

  it.each(['', 'isSequential="true"'])(
    'gives each instance an item of the collection and gathers outputs %s',
    async (how) => {
      const loop = many(
        '',
        `${how} lianban:collection="items" lianban:elementVariable="item" lianban:outputCollection="doubled" lianban:outputElement="item * 2"`,
      );
      await check(looped('task', loop), {
        start: { variables: { items: [3, 5, 8] } },
        expect: { state: 'completed', completed: ['a', 'a', 'a', 'e'], variables: { doubled: [6, 10, 16] } },
      });
    },
  );

  it('keeps a result with its instance when outputs are gathered', async () => {
    const loop = many('', 'lianban:collection="items" lianban:outputCollection="all" lianban:outputElement="answer"');
    const world = await worldOf(looped('userTask', loop));
    const { id, state } = world.start('p', { items: [1, 2] });
    const [, first, second] = Object.values(state.elements).filter(({ elementId }) => elementId === 'a');

    for (const [turn, answer] of [[second, 'late'] as const, [first, 'early'] as const])
      world.command(id, { type: 'complete-element', key: turn?.key ?? 0, variables: { answer } });

    const { elements, root } = world.instance(id).state;
    expect(elements[root]?.variables).toEqual({ items: [1, 2], all: ['early', 'late'] });
  });

  it('shows its counters to conditions, and cancels the rest once its condition is true', async () => {
    const loop = many(cardinality('5') + until('nrOfCompletedInstances &gt;= numberOfInstances / 2 - 0.5'));
    await check(looped('userTask', loop), {
      steps: [{ complete: 'a' }, { expect: { waitingExactly: ['a', 'a', 'a', 'a'] } }, { complete: 'a' }],
      expect: { state: 'completed', completed: ['a', 'a', 'e'], waitingExactly: [] },
    });
  });

  it('stops automatic instances as soon as its condition is true', async () => {
    const loop = many(cardinality('5') + until('numberOfCompletedInstances = 2'));
    await check(looped('task', loop), { expect: { state: 'completed', completed: ['a', 'a', 'e'] } });
  });

  it.each(['0', '[]'])('with nothing to do (%s) goes on at once', async (count) => {
    const loop = count === '0' ? many(cardinality('0')) : many('', 'lianban:collection="=[]"');
    await check(looped('userTask', loop), { expect: { state: 'completed', completed: ['e'], notVisited: [] } });
  });

  it.each([
    ['a cardinality that is no number', many(cardinality('"three"'))],
    ['a negative cardinality', many(cardinality('0 - 1'))],
    ['a collection that is none', many('', 'lianban:collection="nothing"')],
  ])('holds %s as an incident', async (_name, loop) => {
    await check(looped('task', loop), { expect: { state: 'incident', incidents: ['a'] } });
  });

  it('has boundary events for all instances together', async () => {
    const xml = model(
      start +
        node('userTask', 'a', '', many(cardinality('3'))) +
        boundary('late', 'a', timer('Duration', 'PT1H')) +
        node('userTask', 'b') +
        end +
        flows('s a', 'a e', 'late b'),
    );
    await check(xml, {
      steps: [{ complete: 'a' }, { advance: 'PT1H' }],
      expect: { state: 'active', waitingExactly: ['b'], completed: ['a', 'late'] },
    });
  });

  it('ends as a whole when an instance throws an error', async () => {
    const xml = model(
      start +
        node('serviceTask', 'a', '', many(cardinality('2'))) +
        boundary('failed', 'a', '<bpmn:errorEventDefinition errorRef="e1"/>') +
        node('task', 'b') +
        end +
        flows('s a', 'a e', 'failed b'),
      '<bpmn:error id="e1" errorCode="E1"/>',
    );
    await check(xml, {
      steps: [{ throwError: { element: 'a', code: 'E1' } }],
      expect: { state: 'completed', completed: ['failed', 'b'], notVisited: ['e'] },
    });
  });

  it('works for sub-processes, each instance with variables of its own', async () => {
    const inside = node('startEvent', 'is') + node('userTask', 'u') + node('endEvent', 'ie') + flows('is u', 'u ie');
    const loop = many('', 'lianban:collection="items" lianban:elementVariable="item"');
    await check(model(start + node('subProcess', 'a', '', loop + inside) + end + flows('s a', 'a e')), {
      start: { variables: { items: ['x', 'y'] } },
      steps: [{ complete: 'u' }, { expect: { completed: ['u', 'a'], notVisited: ['e'] } }, { complete: 'u' }],
      expect: { state: 'completed', completed: ['u', 'a', 'u', 'a', 'e'], variables: { items: ['x', 'y'] } },
    });
  });

  it('throws at every completion, or at the first, as its behavior says', async () => {
    const roots = '<bpmn:signal id="g" name="done"/><bpmn:signalEventDefinition id="d" signalRef="g"/>';
    const listening = (loop: string) =>
      model(
        start +
          node('parallelGateway', 'split') +
          node('userTask', 'a', '', loop) +
          node('userTask', 'w') +
          boundary('heard', 'w', '<bpmn:signalEventDefinition signalRef="g"/>', 'cancelActivity="false"') +
          node('endEvent', 'h') +
          flows('s split', 'split a', 'split w', 'heard h'),
        roots,
      );
    const each = many(cardinality('2'), 'behavior="None" noneBehaviorEventRef="d"');
    const first = many(cardinality('2'), 'behavior="One" oneBehaviorEventRef="d"');
    const steps = [{ complete: 'a' }, { complete: 'a' }];

    await check(listening(each), { steps, expect: { completed: ['h', 'h'] } });
    await check(listening(first), { steps, expect: { completed: ['h'] } });
  });

  it('goes on after an incident in its condition is mended', async () => {
    const condition = 'if number(limit) = 1 then true else number(limit)';
    const world = await worldOf(looped('userTask', many(cardinality('2') + until(condition))));
    const { id, state } = world.start('p', { limit: 'x' });
    const turn = Object.values(state.elements).find(({ index }) => index === 0);
    world.command(id, { type: 'complete-element', key: turn?.key ?? 0, variables: {} });
    const [incident] = Object.values(world.instance(id).state.incidents);
    expect(incident).toMatchObject({ code: 'loop-invalid', elementId: 'a' });
    world.command(id, { type: 'set-variables', variables: { limit: '1' } });

    world.command(id, { type: 'resolve-incident', key: incident?.key ?? 0 });

    expect(world.instance(id).state.status).toBe('completed');
  });

  it('refuses to begin more instances than anybody can mean', async () => {
    await check(looped('userTask', many(cardinality('1000000000'))), {
      expect: { state: 'incident', incidents: ['a'] },
    });
  });

  it('within others ends as an incident before it fills the memory', async () => {
    const wrap = (content: string, depth: number): string => {
      const [s, e] = [`s${depth}`, `e${depth}`];
      const id = `sub${depth}`;
      const inside =
        node('startEvent', s) + content + node('endEvent', e) + flows(`${s} x${depth + 1}`, `x${depth + 1} ${e}`);
      return node(
        'subProcess',
        id,
        '',
        many(cardinality('1000')).replace('id="m"', `id="m${depth}"`) + inside,
      ).replaceAll(`id="${id}"`, `id="x${depth}"`);
    };
    const world = await worldOf(
      model(start + wrap(wrap(wrap(node('task', 'x4'), 3), 2), 1) + end + flows('s x1', 'x1 e')),
    );

    const { state } = world.start('p');

    expect(Object.values(state.incidents)).toMatchObject([{ code: 'work-budget-exceeded' }]);
  }, 30_000);
});
