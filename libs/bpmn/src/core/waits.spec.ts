import { describe, expect, it } from '@jest/globals';
import { leftoversOf, nothing, problemsOf, check, keyOf, worldOf } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const signal = '<bpmn:signalEventDefinition signalRef="sig"/>';
const roots =
  '<bpmn:signal id="sig" name="go"/><bpmn:escalation id="esc" escalationCode="X"/><bpmn:error id="err" errorCode="E1"/>';

describe('a signal', () => {
  it('thrown twice in one step is caught once by what waited once', async () => {
    const world = await worldOf(
      model(
        start +
          node('parallelGateway', 'f') +
          node('intermediateCatchEvent', 'c', '', signal) +
          node('userTask', 'u') +
          node('parallelGateway', 'g') +
          node('intermediateThrowEvent', 't1', '', signal) +
          node('intermediateThrowEvent', 't2', '', signal) +
          end +
          flows('s f', 'f c', 'f u', 'u g', 'g t1', 'g t2', 't1 e', 't2 e', 'c e'),
        roots,
      ),
    );
    const { id, state } = world.start('p');

    world.command(id, { type: 'complete-element', key: keyOf(state, 'u'), variables: {} });

    const { state: after, events } = world.instance(id);
    expect(after.status).toBe('completed');
    expect(leftoversOf(after)).toEqual(nothing);
    expect(events.filter(({ type }) => type === 'subscription-triggered')).toHaveLength(1);
  });

  it('reaches a non-interrupting boundary event as often as it is thrown', () =>
    check(
      model(
        start +
          node('userTask', 'a') +
          boundary('b', 'a', signal, 'cancelActivity="false"') +
          node('task', 'noted') +
          end +
          flows('s a', 'a e', 'b noted'),
        roots,
      ),
      {
        steps: [{ signal: { name: 'go' } }, { signal: { name: 'go' } }],
        expect: { waitingExactly: ['a'], completed: ['noted', 'noted'] },
      },
    ));
});

describe('an escalation', () => {
  const inner =
    node('startEvent', 'is') +
    node('intermediateThrowEvent', 't', '', '<bpmn:escalationEventDefinition escalationRef="esc"/>') +
    node('userTask', 'a') +
    flows('is t', 't a');
  const escalating = (attributes: string) =>
    model(
      start +
        node('subProcess', 'sub', '', inner) +
        boundary('b', 'sub', '<bpmn:escalationEventDefinition escalationRef="esc"/>', attributes) +
        node('userTask', 'up') +
        flows('s sub', 'b up'),
      roots,
    );

  it('takes the work away when its boundary event interrupts', () =>
    check(escalating(''), { expect: { waitingExactly: ['up'], notVisited: ['a'] } }));
  it('leaves the work alone when it does not', () =>
    check(escalating('cancelActivity="false"'), { expect: { waitingExactly: ['a', 'up'] } }));
  it('that nobody catches is noted, and execution goes on', () =>
    check(model(inner, roots), { expect: { state: 'active', completed: ['t'], waitingExactly: ['a'] } }));
});

describe('an error end event', () => {
  const failing =
    node('startEvent', 'is') +
    node('endEvent', 'ie', '', '<bpmn:errorEventDefinition errorRef="err"/>') +
    flows('is ie');

  it('is caught on the sub-process around it', () =>
    check(
      model(
        start +
          node('subProcess', 'sub', '', failing) +
          boundary('b', 'sub', '<bpmn:errorEventDefinition errorRef="err"/>') +
          end +
          flows('s sub', 'b e'),
        roots,
      ),
      { expect: { state: 'completed', completed: ['ie', 'b', 'e'] } },
    ));
  it('that nobody catches is held as an incident, never a silent end', () =>
    check(model(failing, roots), { expect: { state: 'incident', incidents: ['ie'] } }));
});

describe('a terminate end event', () => {
  it('ends the whole process with every task and wait in it', async () => {
    const world = await worldOf(
      model(
        start +
          node('userTask', 'a') +
          boundary('t', 'a', timer('Duration', 'PT1H')) +
          node('userTask', 'b') +
          node('endEvent', 'stop', '', '<bpmn:terminateEventDefinition/>') +
          flows('s a', 's b', 'b stop', 't b'),
      ),
    );
    const { id, state } = world.start('p');

    world.command(id, { type: 'complete-element', key: keyOf(state, 'b'), variables: {} });

    const { state: after, events } = world.instance(id);
    expect(leftoversOf(after)).toEqual(nothing);
    expect(after.status).toBe('completed');
    expect(events.find(({ type }) => type === 'element-terminated')).toMatchObject({
      elementId: 'a',
      reason: 'terminated by "stop"',
    });
  });
});

describe('a user task', () => {
  const offerOf = async (xml: string, variables = {}) => {
    const { events } = (await worldOf(xml)).start('p', variables);
    return events.find((event) => event.type === 'user-task-created')?.task;
  };
  const lane = (attributes: string) =>
    `<bpmn:laneSet id="ls"><bpmn:lane id="l" name="Station" ${attributes}><bpmn:flowNodeRef>a</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>`;

  it('without its own assignment takes its lane’s', async () => {
    const xml = model(
      lane('lianban:unit="=home" lianban:candidateGroups="clerk, head"') + start + node('userTask', 'a') + flows('s a'),
    );
    expect(await offerOf(xml, { home: 'u1' })).toMatchObject({
      lane: 'Station',
      unit: 'u1',
      candidateGroups: ['clerk', 'head'],
    });
  });
  it('keeps its own assignment, and still belongs to the unit of its lane', async () => {
    const xml = model(
      lane('lianban:unit="u1" lianban:assignee="nobody"') +
        start +
        node('userTask', 'a', 'lianban:assignee="=who"') +
        flows('s a'),
    );
    expect(await offerOf(xml, { who: 'li' })).toMatchObject({ assignee: 'li', unit: 'u1', candidateGroups: [] });
  });
  it.each([
    ['a date', '2026-03-02T09:00:00+08:00', '2026-03-02T01:00:00.000Z'],
    ['a duration from now', 'P3D', '2026-03-05T01:00:00.000Z'],
    ['an expression', '=when', '2026-02-01T00:00:00.000Z'],
    ['nothing', '=nothing', undefined],
  ])('is due at its due date, %s, where no timer says when', async (_name, dueDate, dueAt) => {
    const xml = model(start + node('userTask', 'a', `camunda:dueDate="${dueDate}"`) + flows('s a'));
    expect((await offerOf(xml, { when: '2026-02-01' }))?.dueAt).toBe(dueAt);
  });
  it('holds a due date that is none as an incident, and is refused at deployment where it can be seen', async () => {
    const dated = (text: string) => model(start + node('userTask', 'a', `camunda:dueDate="${text}"`) + flows('s a'));
    await check(dated('=when'), { start: { variables: { when: 'soon' } }, expect: { incidents: ['a'] } });
    expect(await problemsOf(dated('soon'))).toEqual(['a: due-date']);
  });
  it('gets inputs as texts, expressions, lists and maps, as other tools write them', async () => {
    const parameter = (name: string, content: string) =>
      `<camunda:inputParameter name="${name}">${content}</camunda:inputParameter>`;
    const inputs = [
      parameter('text', 'plain'),
      parameter('sum', '${a + 1}'),
      parameter(
        'list',
        '<camunda:list><camunda:value>x</camunda:value><camunda:value>${a}</camunda:value></camunda:list>',
      ),
      parameter('map', '<camunda:map><camunda:entry key="k y">${a}</camunda:entry></camunda:map>'),
      parameter('script', '<camunda:script scriptFormat="feel">a * 2</camunda:script>'),
    ];
    const extension = `<bpmn:extensionElements><camunda:inputOutput>${inputs.join('')}</camunda:inputOutput></bpmn:extensionElements>`;
    const world = await worldOf(model(start + node('userTask', 'a', '', extension) + flows('s a')));
    const { elements } = world.start('p', { a: 1 }).state;
    expect(Object.values(elements).find(({ elementId }) => elementId === 'a')?.variables).toEqual({
      text: 'plain',
      sum: 2,
      list: ['x', 1],
      map: { 'k y': 1 },
      script: 2,
    });
  });
  it('offers its outcomes and passes further properties on', async () => {
    const outcome =
      '<bpmn:extensionElements><lianban:outcome id="ok" name="Done" opinion="required"/></bpmn:extensionElements>';
    const xml = model(start + node('userTask', 'a', 'name="Answer" lianban:queue="q"', outcome) + flows('s a'));
    expect(await offerOf(xml)).toMatchObject({
      name: 'Answer',
      outcomes: [{ id: 'ok', name: 'Done', opinion: 'required' }],
      properties: { queue: 'q' },
    });
  });
});

describe('a timer', () => {
  it.each([
    ['Date', '09:00'],
    ['Duration', 'P'],
    ['Duration', 'PT'],
    ['Cycle', 'R0/PT1H'],
    ['Cycle', 'R3/PT0S'],
  ] as const)('is refused when its %s is "%s"', async (kind, value) => {
    const xml = model(start + node('intermediateCatchEvent', 't', '', timer(kind, value)) + end + flows('s t', 't e'));
    expect(await problemsOf(xml)).toContain('t: timer-value');
  });
});

describe('a called process', () => {
  const called = model(node('startEvent', 'cs') + node('userTask', 'ct') + flows('cs ct')).replace('"p"', '"q"');
  const files = [{ name: 'q.bpmn', content: called }];
  const mapping =
    '<bpmn:extensionElements><lianban:in source="n + 1" target="m"/><lianban:out source="m * 2" target="r"/></bpmn:extensionElements>';
  const caller = model(
    start + node('callActivity', 'call', 'calledElement="q"', mapping) + end + flows('s call', 'call e'),
  );

  it('gets and gives back what the mappings name', async () => {
    const world = await worldOf(caller, files);
    const { id } = world.start('p', { n: 1, other: true });
    const [, child] = [...world.instances.values()];
    expect(child?.state.elements[child.state.root]?.variables).toEqual({ m: 2 });
    world.command(child?.id ?? '', {
      type: 'complete-element',
      key: keyOf(child?.state ?? world.instance(id).state, 'ct'),
      variables: {},
    });

    const { elements, root, status } = world.instance(id).state;
    expect({ status, variables: elements[root]?.variables }).toEqual({
      status: 'completed',
      variables: { n: 1, other: true, r: 4 },
    });
  });
  it('is cancelled with its caller', async () => {
    const world = await worldOf(caller, files);
    const { id } = world.start('p', { n: 1 });
    world.command(id, { type: 'cancel-instance', reason: 'over' });
    expect([...world.instances.values()].map(({ state }) => state.status)).toEqual(['terminated', 'terminated']);
  });
  it('that was cancelled alone holds its caller as an incident, whose retry calls anew', async () => {
    const world = await worldOf(caller, files);
    const { id } = world.start('p', { n: 1 });
    world.command([...world.instances.keys()][1] ?? '', { type: 'cancel-instance', reason: 'over' });
    const [incident] = Object.values(world.instance(id).state.incidents);
    expect(incident).toMatchObject({ elementId: 'call', code: 'called-process-failed' });

    world.command(id, { type: 'resolve-incident', key: incident?.key ?? 0 });

    expect([...world.instances.values()].map(({ state }) => state.status)).toEqual(['active', 'terminated', 'active']);
  });
});
