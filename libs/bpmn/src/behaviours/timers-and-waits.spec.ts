import { describe, expect, it } from '@jest/globals';
import { compileDeployment } from '../compile/compile-deployment.js';
import { World } from '../simulation/world.js';
import { check, saveAndRestore } from '../testing/check.js';
import { boundary, flows, model, node, timer } from '../testing/model.js';
import { weekdays } from '../testing/weekdays.js';

const start = node('startEvent', 's');
const end = node('endEvent', 'e');
const MONDAY = '2026-03-02T01:00:00Z';

async function worldOf(xml: string): Promise<World> {
  const { definitions, problems } = await compileDeployment([{ name: 'p.bpmn', content: xml }], {
    calendars: weekdays,
  });
  if (!definitions) throw new Error(JSON.stringify(problems));
  return new World({
    definitions,
    calendars: weekdays,
    now: new Date(MONDAY).toISOString(),
    afterStep: saveAndRestore,
  });
}

describe('timer events', () => {
  const waiting = (definition: string) =>
    model(start + node('intermediateCatchEvent', 't', '', definition) + end + flows('s t', 't e'));

  it('wait for a date, a duration or what an expression gives', async () => {
    await check(waiting(timer('Date', '2026-03-02T09:00:00+08:00')), {
      start: { at: '2026-03-02T08:00:00+08:00' },
      steps: [{ advance: 'PT59M' }, { expect: { state: 'active' } }, { advance: 'PT1M' }],
      expect: { state: 'completed' },
    });
    await check(waiting(timer('Duration', 'P1DT2H')), {
      start: { at: MONDAY },
      expect: { timers: { t: '2026-03-03T03:00:00Z' } },
    });
    await check(waiting(timer('Duration', '="P" + string(days) + "D"')), {
      start: { at: MONDAY, variables: { days: 2 } },
      expect: { timers: { t: '2026-03-04T01:00:00Z' } },
    });
  });
  it('hold terms of years', () =>
    check(waiting(timer('Duration', 'P40Y')), {
      start: { at: MONDAY },
      expect: { timers: { t: '2066-03-02T01:00:00Z' } },
    }));
  it('count working days when they name a calendar', () =>
    check(waiting(timer('Duration', 'P5D', 'weekdays')), {
      start: { at: MONDAY },
      expect: { timers: { t: '2026-03-09T09:30:00Z' } },
    }));
  it('count in the calendar that an expression names', () =>
    check(waiting(timer('Duration', 'P5D', '=urgent.calendar')), {
      start: { at: MONDAY, variables: { urgent: { calendar: 'weekdays' } } },
      expect: { timers: { t: '2026-03-09T09:30:00Z' } },
    }));
  it('become an incident when an expression names no calendar that there is', () =>
    check(waiting(timer('Duration', 'P5D', '=calendar')), {
      start: { variables: { calendar: 'moon' } },
      expect: { state: 'incident', incidents: ['t'] },
    }));
  it('become an incident when an expression gives no time', () =>
    check(waiting(timer('Duration', '=wrong')), {
      start: { variables: { wrong: 'soon' } },
      expect: { state: 'incident', incidents: ['t'] },
    }));
});

describe('boundary timers', () => {
  const hosted = (definition: string, attributes = '') =>
    model(
      start +
        node('userTask', 'a') +
        boundary('t', 'a', definition, attributes) +
        node('task', 'noted') +
        end +
        flows('s a', 'a e', 't noted'),
    );

  it('take the task away when they interrupt', () =>
    check(hosted(timer('Duration', 'PT1H')), {
      steps: [{ advance: 'PT1H' }],
      expect: { state: 'completed', completed: ['t', 'noted'], notVisited: ['e'] },
    }));
  it('leave the task alone when they do not', () =>
    check(hosted(timer('Duration', 'PT1H'), 'cancelActivity="false"'), {
      steps: [{ advance: 'PT5H' }],
      expect: { waitingExactly: ['a'], completed: ['noted'] },
    }));
  it('are withdrawn when the task is done', () =>
    check(hosted(timer('Duration', 'PT1H')), {
      steps: [{ complete: 'a' }, { advance: 'PT5H' }],
      expect: { state: 'completed', notVisited: ['t'] },
    }));
  it('of a cycle fire as often as it says', () =>
    check(hosted(timer('Cycle', 'R3/PT1H'), 'cancelActivity="false"'), {
      steps: [{ advance: 'PT10H' }],
      expect: { completed: ['noted', 'noted', 'noted'], waitingExactly: ['a'] },
    }));
  it('give the task its yellow and red light', async () => {
    const yellow = boundary(
      'y',
      'a',
      timer('Duration', 'P2D', 'weekdays'),
      'cancelActivity="false" lianban:term="warning"',
    );
    const red = boundary('r', 'a', timer('Duration', 'P3D', 'weekdays'), 'lianban:term="due"');
    const world = await worldOf(
      model(start + node('userTask', 'a') + yellow + red + end + flows('s a', 'a e', 'y e', 'r e')),
    );

    const { events } = world.start('p');

    const offer = events.find((event) => event.type === 'user-task-created');
    expect(offer?.task).toMatchObject({ warnAt: '2026-03-04T09:30:00.000Z', dueAt: '2026-03-05T09:30:00.000Z' });
  });
});

describe('a cycle', () => {
  const endless = model(
    start +
      node('userTask', 'a') +
      boundary('t', 'a', timer('Cycle', 'R/PT1H'), 'cancelActivity="false"') +
      end +
      flows('s a', 'a e', 't e'),
  );

  it('merges the rounds that were missed into one firing and does not drift', async () => {
    const world = await worldOf(endless);
    const { id } = world.start('p');
    const [timer] = Object.values(world.instance(id).state.timers);
    world.now = '2026-03-02T04:20:00.000Z';

    world.command(id, { type: 'trigger-timer', key: timer?.key ?? 0 });

    const { events, state } = world.instance(id);
    expect(events.find((event) => event.type === 'timer-fired')).toMatchObject({
      ticks: 3,
      dueAt: '2026-03-02T02:00:00.000Z',
    });
    expect(Object.values(state.timers)).toMatchObject([{ dueAt: '2026-03-02T05:00:00.000Z' }]);
  });
});

describe('a cycle whose calendar is gone', () => {
  it('is refused when it fires, and stays set until the calendar is back', async () => {
    const cycle = timer('Cycle', 'R/P1D', 'weekdays');
    const xml = model(
      start +
        node('userTask', 'a') +
        boundary('t', 'a', cycle, 'cancelActivity="false"') +
        end +
        flows('s a', 'a e', 't e'),
    );
    const has = weekdays.has.bind(weekdays);
    const world = await worldOf(xml);
    const { id, state } = world.start('p');
    const key = Object.values(state.timers)[0]?.key ?? 0;
    world.now = '2026-03-03T10:00:00.000Z';

    weekdays.has = () => false;
    const refused = world.command(id, { type: 'trigger-timer', key });
    weekdays.has = has;

    expect(refused).toMatchObject({ outcome: 'rejected', code: 'not-allowed' });
    expect(world.instance(id).state).toStrictEqual(state);
    expect(world.command(id, { type: 'trigger-timer', key })).toMatchObject({ outcome: 'applied' });
  });
});

describe('clocks', () => {
  const term = model(
    start +
      node('userTask', 'a') +
      boundary('t', 'a', timer('Duration', 'P3D', 'weekdays')) +
      end +
      flows('s a', 'a e', 't e'),
  );

  it('stand still while suspended and run on with the working days that are left', async () => {
    const world = await worldOf(term);
    const { id, state } = world.start('p');
    const [timer] = Object.values(state.timers);
    const owner = timer?.owner ?? 0;

    world.command(id, { type: 'suspend-timers', owner });
    world.advanceTo('2026-03-12T01:00:00.000Z');
    const refused = world.command(id, { type: 'trigger-timer', key: timer?.key ?? 0 });
    world.command(id, { type: 'resume-timers', owner });

    expect(refused).toMatchObject({ outcome: 'rejected', code: 'not-allowed' });
    // due on Thursday 5 March, and eight working days passed in between
    expect(Object.values(world.instance(id).state.timers)).toMatchObject([{ dueAt: '2026-03-17T09:30:00.000Z' }]);
  });
  it('can be moved, with the reason on record', async () => {
    const world = await worldOf(term);
    const { id, state } = world.start('p');
    const key = Object.values(state.timers)[0]?.key ?? 0;

    world.command(id, { type: 'move-timer', key, dueAt: '2026-04-01T09:30:00.000Z', reason: 'extension granted' });

    expect(world.instance(id).events.at(-1)).toMatchObject({
      type: 'timer-moved',
      dueAtBefore: '2026-03-05T09:30:00.000Z',
      reason: 'extension granted',
    });
  });
});

describe('messages and signals', () => {
  const roots = '<bpmn:message id="m" name="paid"/><bpmn:signal id="sig" name="go"/>';
  const correlation =
    '<bpmn:extensionElements><lianban:correlation key="order" value="number"/></bpmn:extensionElements>';
  const paying = model(
    start +
      node('intermediateCatchEvent', 'c', '', `${correlation}<bpmn:messageEventDefinition messageRef="m"/>`) +
      end +
      flows('s c', 'c e'),
    roots,
  );

  it('reach only the receiver that they correlate with', () =>
    check(paying, {
      start: { variables: { number: 7 } },
      steps: [
        { message: { name: 'paid', correlation: { order: 8 } } },
        { expect: { waitingExactly: ['c'] } },
        { message: { name: 'paid', correlation: { order: 7 }, variables: { amount: 5 } } },
      ],
      expect: { state: 'completed', variables: { amount: 5 } },
    }));
  it('sent as a signal reach everybody who waits, in the thrower too', () =>
    check(
      model(
        start +
          node('parallelGateway', 'f') +
          node('receiveTask', 'a', 'messageRef="m"') +
          boundary('b', 'a', '<bpmn:signalEventDefinition signalRef="sig"/>') +
          node('intermediateThrowEvent', 't', '', '<bpmn:signalEventDefinition signalRef="sig"/>') +
          end +
          flows('s f', 'f a', 'f t', 't e', 'a e', 'b e'),
        roots,
      ),
      { expect: { state: 'completed', completed: ['t', 'b'] } },
    ));
});

describe('guards', () => {
  const xml = model(start + node('userTask', 'a') + end + flows('s a', 'a e'));

  it('refuse a timer that is not due yet', async () => {
    const world = await worldOf(
      model(start + node('intermediateCatchEvent', 't', '', timer('Duration', 'PT1H')) + end + flows('s t', 't e')),
    );
    const { id, state } = world.start('p');
    const key = Object.values(state.timers)[0]?.key ?? 0;

    expect(world.command(id, { type: 'trigger-timer', key })).toMatchObject({
      outcome: 'rejected',
      code: 'not-allowed',
    });
    expect(world.instance(id).state).toStrictEqual(state);
  });
  it('find no timer left of a task that is done', async () => {
    const hosted = node('userTask', 'a') + boundary('t', 'a', timer('Duration', 'PT1H')) + node('userTask', 'b');
    const world = await worldOf(model(start + hosted + end + flows('s a', 'a b', 'b e', 't e')));
    const { id, state } = world.start('p');
    const timerKey = Object.values(state.timers)[0]?.key ?? 0;
    const key = Object.values(state.elements).find(({ elementId }) => elementId === 'a')?.key ?? 0;

    world.command(id, { type: 'complete-element', key, variables: {} });
    world.now = '2026-03-02T05:00:00.000Z';

    expect(world.instance(id).state.timers).toEqual({});
    expect(world.command(id, { type: 'trigger-timer', key: timerKey })).toMatchObject({ code: 'already-decided' });
  });
  it('refuse the second completion, and everything once the instance has ended', async () => {
    const world = await worldOf(
      xml.replace(
        '<bpmn:endEvent',
        '<bpmn:userTask id="z"/><bpmn:sequenceFlow id="s-z" sourceRef="s" targetRef="z"/><bpmn:endEvent',
      ),
    );
    const { id, state } = world.start('p');
    const key = Object.values(state.elements).find(({ elementId }) => elementId === 'a')?.key ?? 0;
    const complete = { type: 'complete-element' as const, key, variables: {} };

    expect(world.command(id, complete)).toMatchObject({ outcome: 'applied' });
    expect(world.command(id, complete)).toMatchObject({ outcome: 'rejected', code: 'already-decided' });
    world.command(id, { type: 'cancel-instance', reason: 'withdrawn' });
    expect(world.command(id, complete)).toMatchObject({ outcome: 'rejected', code: 'instance-ended' });
  });
  it('leave nothing behind but the root when an instance is cancelled', async () => {
    const world = await worldOf(
      model(
        start +
          node(
            'subProcess',
            'sub',
            '',
            node('startEvent', 'is') +
              node('userTask', 'a') +
              boundary('t', 'a', timer('Duration', 'PT1H')) +
              node('task', 'b') +
              flows('is a', 't b'),
          ) +
          flows('s sub'),
      ),
    );
    const { id } = world.start('p');

    world.command(id, { type: 'cancel-instance', reason: 'withdrawn' });

    const { elements, root, timers, subscriptions, arrivals, incidents, status } = world.instance(id).state;
    expect({ keys: Object.keys(elements), timers, subscriptions, arrivals, incidents, status }).toEqual({
      keys: [String(root)],
      timers: {},
      subscriptions: {},
      arrivals: {},
      incidents: {},
      status: 'terminated',
    });
  });
});

describe('the work budget', () => {
  it('lets ten thousand turns of a loop pass', () =>
    check(
      model(
        start +
          node('exclusiveGateway', 'm') +
          node(
            'scriptTask',
            't',
            'scriptFormat="feel" lianban:resultVariable="n"',
            '<bpmn:script>n + 1</bpmn:script>',
          ) +
          node('exclusiveGateway', 'x', 'default="x-e"') +
          end +
          flows('s m', 'm t', 't x', 'x m: n < 10000', 'x e'),
      ),
      { start: { variables: { n: 0 } }, expect: { state: 'completed', variables: { n: 10_000 } } },
    ));
  it('turns an endless loop into an incident, with nothing half done', () =>
    check(model(start + node('exclusiveGateway', 'm') + node('task', 't') + flows('s m', 'm t', 't m')), {
      expect: { state: 'incident', completed: [], notVisited: ['t'] },
    }));
});
