import { describe, expect, it } from '@jest/globals';
import { check, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const roots =
  '<bpmn:message id="m" name="news"/><bpmn:signal id="g" name="alarm"/><bpmn:signal id="k" name="calm"/>' +
  '<bpmn:escalation id="x1" escalationCode="X1"/>';
const byMessage = '<bpmn:messageEventDefinition messageRef="m"/>';
const bySignal = '<bpmn:signalEventDefinition signalRef="g"/>';
const when = (condition: string) =>
  `<bpmn:conditionalEventDefinition><bpmn:condition>${condition}</bpmn:condition></bpmn:conditionalEventDefinition>`;

/** A user task `t` with a boundary event `b` that leads to a user task `u`. */
const onBoundary = (definition: string, attributes = '') =>
  model(
    start +
      node('userTask', 't') +
      boundary('b', 't', definition, attributes) +
      node('userTask', 'u') +
      end +
      flows('s t', 't e', 'b u'),
    roots,
  );

const caught = (definition: string, attributes = '') =>
  model(start + node('intermediateCatchEvent', 'c', attributes, definition) + end + flows('s c', 'c e'), roots);

describe('a conditional event', () => {
  it('in the flow waits until its condition becomes true', async () => {
    await check(caught(when('n &gt; 2')), {
      start: { variables: { n: 1 } },
      steps: [{ set: { n: 2 } }, { expect: { waitingExactly: ['c'] } }, { set: { n: 3 } }],
      expect: { state: 'completed', completed: ['c', 'e'] },
    });
  });

  it('happens at once when its condition is true as the waiting begins', async () => {
    await check(caught(when('n &gt; 2')), { start: { variables: { n: 3 } }, expect: { state: 'completed' } });
  });

  it('happens again only after its condition was false in between', async () => {
    await check(onBoundary(when('n &gt; 2'), 'cancelActivity="false"'), {
      start: { variables: { n: 3 } },
      steps: [{ set: { n: 4 } }, { set: { n: 0 } }, { set: { n: 5 } }],
      expect: { waitingExactly: ['t', 'u', 'u'], completed: ['b', 'b'] },
    });
  });

  it('that cannot be computed does not hide an incident of its activity', async () => {
    const broken = when('number(limit)');
    const xml = model(
      start +
        node('serviceTask', 't') +
        boundary('b', 't', broken) +
        node('task', 'u') +
        end +
        flows('s t', 't e', 'b u'),
    );
    await check(xml, {
      start: { variables: { limit: '1' } },
      steps: [{ fail: { element: 't', message: 'no route' } }, { set: { limit: 'x' } }, { retry: { element: 't' } }],
      expect: { state: 'active', waitingExactly: ['t'], incidents: [] },
    });
  });

  it('sees what an automatic task sets in passing', async () => {
    const xml = model(
      start +
        node('parallelGateway', 'p1') +
        node('intermediateCatchEvent', 'c', '', when('n = 1')) +
        node('userTask', 'w') +
        node('scriptTask', 'one', 'lianban:resultVariable="n"', '<bpmn:script>1</bpmn:script>') +
        node('scriptTask', 'two', 'lianban:resultVariable="n"', '<bpmn:script>2</bpmn:script>') +
        end +
        flows('s p1', 'p1 c', 'p1 w', 'w one', 'one two', 'c e'),
    );
    await check(xml, { steps: [{ complete: 'w' }], expect: { state: 'completed', completed: ['one', 'c', 'e'] } });
  });
});

describe('a multiple event', () => {
  it.each([
    ['the first trigger', { message: { name: 'news' } }],
    ['the second trigger', { signal: { name: 'alarm' } }],
  ])('is caught by %s', async (_name, step) => {
    await check(caught(byMessage + bySignal), { steps: [step], expect: { state: 'completed', completed: ['c', 'e'] } });
    await check(onBoundary(byMessage + bySignal), { steps: [step], expect: { waitingExactly: ['u'] } });
  });

  it('that is parallel waits for all its triggers, in any order', async () => {
    const news = { message: { name: 'news' } };
    const alarm = { signal: { name: 'alarm' } };
    for (const [first, second] of [[news, alarm] as const, [alarm, news] as const]) {
      await check(caught(byMessage + bySignal, 'parallelMultiple="true"'), {
        steps: [first, first, { expect: { state: 'active', waitingExactly: ['c'] } }, second],
        expect: { state: 'completed', completed: ['c', 'e'] },
      });
    }
  });

  it('that is parallel and does not interrupt listens again for all of them', async () => {
    const both = [{ message: { name: 'news' } }, { signal: { name: 'alarm' } }];
    await check(onBoundary(byMessage + bySignal, 'cancelActivity="false" parallelMultiple="true"'), {
      steps: [...both, ...both],
      expect: { waitingExactly: ['t', 'u', 'u'] },
    });
  });

  it('throws all its triggers', async () => {
    const thrown = `${bySignal}<bpmn:signalEventDefinition signalRef="k"/>`;
    const heard = (signal: string) =>
      boundary(`b-${signal}`, 'w', `<bpmn:signalEventDefinition signalRef="${signal}"/>`, 'cancelActivity="false"') +
      node('endEvent', `e-${signal}`) +
      flows(`b-${signal} e-${signal}`);
    const xml = model(
      start +
        node('parallelGateway', 'p1') +
        node('userTask', 'w') +
        node('intermediateThrowEvent', 'x', '', thrown) +
        end +
        flows('s p1', 'p1 w', 'p1 x', 'x e') +
        heard('g') +
        heard('k'),
      roots,
    );
    await check(xml, { expect: { waitingExactly: ['w'], completedAnyOrder: ['e-g', 'e-k', 'x', 'e'] } });
  });
});

describe('a link', () => {
  it('leads from every throwing event to the catching one of its name', async () => {
    const link = (type: string, id: string) => node(type, id, '', '<bpmn:linkEventDefinition name="on"/>');
    const xml = model(
      start +
        node('exclusiveGateway', 'x', 'default="x-b"') +
        link('intermediateThrowEvent', 'a') +
        link('intermediateThrowEvent', 'b') +
        link('intermediateCatchEvent', 'c') +
        end +
        flows('s x', 'x a: n = 1', 'x b', 'c e'),
    );
    await check(xml, {
      start: { variables: { n: 1 } },
      expect: { state: 'completed', completed: ['a', 'c', 'e'], notVisited: ['b'] },
    });
    await check(xml, {
      start: { variables: { n: 2 } },
      expect: { state: 'completed', completed: ['b', 'c', 'e'], notVisited: ['a'] },
    });
  });

  it('counts as a path for an inclusive join', async () => {
    const link = (type: string, id: string) => node(type, id, '', '<bpmn:linkEventDefinition name="on"/>');
    const xml = model(
      start +
        node('inclusiveGateway', 'split') +
        node('userTask', 'a') +
        node('userTask', 'b') +
        link('intermediateThrowEvent', 'lt') +
        link('intermediateCatchEvent', 'lc') +
        node('inclusiveGateway', 'join') +
        end +
        flows('s split', 'split a: true', 'split b: true', 'a join', 'b lt', 'lc join', 'join e'),
    );
    await check(xml, {
      steps: [{ complete: 'a' }, { expect: { notVisited: ['join'] } }, { complete: 'b' }],
      expect: { state: 'completed', completed: ['lc', 'join', 'e'] },
    });
  });
});

describe('an escalation', () => {
  const called = model(
    start +
      node('intermediateThrowEvent', 'x', '', '<bpmn:escalationEventDefinition escalationRef="x1"/>') +
      node('userTask', 't') +
      end +
      flows('s x', 'x t', 't e'),
    roots,
  ).replaceAll('id="p"', 'id="q"');
  const calling = (attributes: string) =>
    model(
      start +
        node('callActivity', 'call', 'calledElement="q"') +
        boundary('b', 'call', '<bpmn:escalationEventDefinition escalationRef="x1"/>', attributes) +
        node('userTask', 'u') +
        end +
        flows('s call', 'call e', 'b u'),
      roots,
    );

  it('of a called process reaches its caller, and the called one goes on', async () => {
    await check(calling('cancelActivity="false"'), {
      files: [{ name: 'q.bpmn', content: called }],
      expect: { waitingExactly: ['t', 'u'], completed: ['b'] },
    });
  });

  it('and an error bring the called variables along, as the outputs of the call say', async () => {
    const mapped = node(
      'callActivity',
      'call',
      'calledElement="q"',
      '<bpmn:extensionElements><lianban:output source="seen" target="told"/></bpmn:extensionElements>',
    );
    const errors = `${roots}<bpmn:error id="e1" errorCode="E1"/>`;
    const thrown = '<bpmn:errorEventDefinition errorRef="e1"/>';
    const failing = model(
      start +
        node('scriptTask', 'look', 'lianban:resultVariable="seen"', '<bpmn:script>"all"</bpmn:script>') +
        node('endEvent', 'x', '', thrown) +
        flows('s look', 'look x'),
      errors,
    ).replaceAll('id="p"', 'id="q"');
    const xml = model(
      start + mapped + boundary('b', 'call', thrown) + node('userTask', 'u') + end + flows('s call', 'call e', 'b u'),
      errors,
    );
    await check(xml, {
      files: [{ name: 'q.bpmn', content: failing }],
      expect: { waitingExactly: ['u'], variables: { told: 'all' } },
    });
  });

  it('that interrupts the call ends the called process', async () => {
    await check(calling(''), {
      files: [{ name: 'q.bpmn', content: called }],
      expect: { waitingExactly: ['u'], instances: [{ process: 'q', state: 'terminated' }] },
    });
  });
});

describe('a signal', () => {
  it('is heard by a branch that begins to listen in the same step', async () => {
    const xml = model(
      start +
        node('parallelGateway', 'p1') +
        node('endEvent', 'x', '', bySignal) +
        node('intermediateCatchEvent', 'c', '', bySignal) +
        end +
        flows('s p1', 'p1 x', 'p1 c', 'c e'),
      roots,
    );
    await check(xml, { expect: { state: 'completed', completed: ['c', 'e'] } });
  });

  it('is not heard by what its own thrower waits for afterwards', async () => {
    const xml = model(
      start +
        node('intermediateThrowEvent', 'x', '', bySignal) +
        node('intermediateCatchEvent', 'c', '', bySignal) +
        end +
        flows('s x', 'x c', 'c e'),
      roots,
    );
    await check(xml, { expect: { state: 'active', waitingExactly: ['c'] } });
  });
});

describe('token quantities', () => {
  it('begin an activity when enough tokens have come, and send as many on as it says', async () => {
    const xml = model(
      start +
        node('task', 'a', 'completionQuantity="3"') +
        node('userTask', 'b', 'startQuantity="2"') +
        end +
        flows('s a', 'a b', 'b e'),
    );
    await check(xml, {
      steps: [{ expect: { waitingExactly: ['b'] } }, { complete: 'b' }],
      expect: { state: 'active', completed: ['a', 'b', 'e'], waitingExactly: [] },
    });
  });
});

describe('a timer of an event sub-process', () => {
  it('is withdrawn when the process ends', async () => {
    const late = node('startEvent', 'hs', '', timer('Duration', 'PT1H')) + node('endEvent', 'he') + flows('hs he');
    await check(
      model(
        start +
          node('userTask', 't') +
          end +
          flows('s t', 't e') +
          node('subProcess', 'h', 'triggeredByEvent="true"', late),
      ),
      {
        steps: [{ complete: 't' }, { advance: 'PT2H' }],
        expect: { state: 'completed', completed: ['t', 'e'], notVisited: ['hs', 'h'], timers: {} },
      },
    );
  });
});

describe('what an event carries', () => {
  const extensions = (content: string) => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;

  it('is what its inputs say when it is thrown, and what its outputs take when it is caught', async () => {
    const thrown = extensions('<lianban:input source="n * 2" target="doubled"/>') + bySignal;
    const taken = extensions('<lianban:output source="doubled + 1" target="result"/>') + bySignal;
    const xml = model(
      start +
        node('parallelGateway', 'p1') +
        node('endEvent', 'x', '', thrown) +
        node('intermediateCatchEvent', 'c', '', taken) +
        end +
        flows('s p1', 'p1 x', 'p1 c', 'c e'),
      roots,
    );
    await check(xml, {
      start: { variables: { n: 20 } },
      expect: { state: 'completed', variables: { n: 20, result: 41 } },
    });
  });

  it('that cannot be mapped holds the event as an incident, whatever triggered it', async () => {
    const taken = extensions('<lianban:output source="number(text)" target="count"/>') + timer('Duration', 'PT1H');
    const world = await worldOf(caught(taken));
    const { id } = world.start('p', { text: 'x' });
    world.advanceTo('2026-03-02T03:00:00.000Z');
    const [incident] = Object.values(world.instance(id).state.incidents);
    expect(incident).toMatchObject({ code: 'mapping-failed', elementId: 'c' });
    world.command(id, { type: 'set-variables', variables: { text: '7' } });

    world.command(id, { type: 'resolve-incident', key: incident?.key ?? 0 });

    const { elements, root, status } = world.instance(id).state;
    expect({ status, variables: elements[root]?.variables }).toEqual({
      status: 'completed',
      variables: { text: '7', count: 7 },
    });
  });

  it('is nothing of the thrower unless it says so', async () => {
    const other = model(
      start + node('intermediateCatchEvent', 'c', '', bySignal) + node('userTask', 't') + flows('s c', 'c t'),
      roots,
    ).replaceAll('id="p"', 'id="q"');
    const throwing = model(start + node('endEvent', 'x', '', bySignal) + flows('s x'), roots);
    const world = await worldOf(throwing, [{ name: 'q.bpmn', content: other }]);
    const { id } = world.start('q');

    world.start('p', { secret: 1 });

    const { elements, root } = world.instance(id).state;
    expect(Object.values(elements).map(({ elementId }) => elementId)).toEqual(['q', 't']);
    expect(elements[root]?.variables).toEqual({});
  });
});
