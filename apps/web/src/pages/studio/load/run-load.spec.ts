import { describe, expect, it } from '@jest/globals';
import { defaultCalendars } from '@lianban/calendar';
import type { PastCase } from '../../../api/model.js';
import type { LoadOrder } from './load-order.js';
import { runLoad } from './run-load.js';

/** A station has a term, after which the street does it, that has none. */
const diagram = (term: string, further = '', beside = '') => [
  {
    name: 'case.bpmn',
    content: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:lianban="http://lianban.org/schema/bpmn"
  id="file" targetNamespace="https://lianban.dev/test">
  ${beside}<process id="case" isExecutable="true">
    <startEvent id="s" />
    <userTask id="station" name="工作站办理">
      <extensionElements><lianban:outcome id="resolved" name="办结" /><lianban:outcome id="escalate" name="上报" /></extensionElements>
    </userTask>
    <boundaryEvent id="late" attachedToRef="station" lianban:term="due">
      <timerEventDefinition lianban:calendar="working-days"><timeDuration>${term}</timeDuration></timerEventDefinition>
    </boundaryEvent>
    <exclusiveGateway id="g" default="over" /><userTask id="street" name="街道办理" />${further}<endEvent id="e" />
    <sequenceFlow id="a" sourceRef="s" targetRef="station" /><sequenceFlow id="b" sourceRef="station" targetRef="g" />
    <sequenceFlow id="over" sourceRef="g" targetRef="e" />
    <sequenceFlow id="up" sourceRef="g" targetRef="street"><conditionExpression>= outcome = "escalate"</conditionExpression></sequenceFlow>
    <sequenceFlow id="lapse" sourceRef="late" targetRef="street" />
    <sequenceFlow id="c" sourceRef="street" targetRef="${further === '' ? 'e' : 'new'}" />
  </process>
</definitions>`,
  },
];
const check = '<userTask id="new" name="新的审核" /><sequenceFlow id="d" sourceRef="new" targetRef="e" />';

/** Monday morning, as the office opens. */
const monday = '2026-03-02T00:30:00.000Z';
const at = (day: number, hour: number) => new Date(Date.UTC(2026, 2, day, hour)).toISOString();

type Step = Partial<PastCase['steps'][number]>;

function past(...steps: readonly Step[]): PastCase {
  const base = {
    process: 'case',
    receivedAt: monday,
    endedAt: null,
    end: 'done',
    outcome: null,
    calendar: null,
  } as const;
  return {
    ...{ receivedAt: monday, category: '', kind: '', urgency: 'normal', station: 'station-1-1', street: 'street-1' },
    steps: steps.map((step) => ({ element: 'station', pauses: [], ...base, ...step })),
  };
}

async function run(cases: readonly PastCase[], drawn: LoadOrder['drawn'], running = diagram('P3D')) {
  const progress: number[] = [];
  const outcome = await runLoad(
    {
      ...{
        drawn,
        running,
        processKey: 'case',
        calendars: defaultCalendars('Asia/Shanghai'),
        timeZone: 'Asia/Shanghai',
      },
      ...{ calendar: 'working-days', unknownHours: 4, load: { kind: 'past', cases, now: at(20, 0) } },
    },
    (done) => progress.push(done),
  );
  return { ...outcome, progress };
}

describe('past cases in a diagram with other terms', () => {
  const quick = past({ endedAt: at(2, 3), outcome: 'resolved' });
  const slow = past({ endedAt: at(4, 3), outcome: 'resolved' });
  const lapsed = past(
    { endedAt: '2026-03-05T09:30:00.000Z', end: 'lapsed' },
    { element: 'street', receivedAt: '2026-03-05T09:30:00.000Z', endedAt: at(6, 3) },
  );

  it('lapse where they lapsed, if the terms are the same', async () => {
    const { drawn, running } = await run([quick, slow, lapsed], diagram('P3D'));

    expect(drawn).toEqual(running);
    expect(drawn).toMatchObject({ cases: 3, lapses: 0 + 1, lapsedCases: 1 });
  });

  it('lapse more with a shorter term and wait less, told in working hours', async () => {
    const { drawn, running, failed } = await run([quick, slow, lapsed], diagram('P1D'));

    expect([drawn.lapsedCases, running.lapsedCases, failed]).toEqual([2, 1, undefined]);
    // 08:30 to 11:00, and twice to the closing of Tuesday: eight working hours of Monday and of Tuesday each, or more.
    expect(drawn.elements.find(({ element }) => element === 'station')).toMatchObject({ arrived: 3, lapsed: 2 });
    expect(running.elements.find(({ element }) => element === 'station')?.hours?.median).toBeGreaterThan(
      drawn.elements.find(({ element }) => element === 'station')?.hours?.median ?? 0,
    );
  });

  it('do not count the time in which the clock stood', async () => {
    const paused = past({ endedAt: at(20, 3), outcome: 'resolved', pauses: [{ from: at(2, 3), to: at(20, 2) }] });

    expect((await run([paused], diagram('P1D'))).drawn.lapses).toBe(0);
  });

  it('take the given time at a step that is new, which is told', async () => {
    const { drawn, unknown } = await run(
      [past({ endedAt: at(2, 1), outcome: 'escalate' }), lapsed],
      diagram('P3D', check),
    );

    expect(unknown).toEqual(['新的审核']);
    expect(drawn.elements.find(({ element }) => element === 'new')?.hours).toMatchObject({ median: 4, p90: 4 });
  });

  it('lose no time where programs work, and wait for messages that never come', async () => {
    const cases = [past({ endedAt: at(2, 1), outcome: 'escalate' }), lapsed];
    const program = check.replace('userTask', 'serviceTask').replace(' name=', ' lianban:jobType="x" name=');
    const message = `<receiveTask id="new" messageRef="m" />${check.slice(check.indexOf('<seq'))}`;
    const [{ drawn: passed }, { drawn: stuck }] = await Promise.all([
      run(cases, diagram('P3D', program)),
      run(cases, diagram('P3D', message, '<message id="m" name="m" />')),
    ]);

    expect(passed).toMatchObject({ completed: 2, open: 0 });
    expect(passed.elements.find(({ element }) => element === 'new')?.hours).toMatchObject({ max: 0 });
    expect(stuck).toMatchObject({ completed: 0, open: 2 });
  });

  it('tell how far they are', async () => {
    expect(
      (
        await run(
          Array.from({ length: 120 }, () => quick),
          diagram('P3D'),
        )
      ).progress,
    ).toEqual([50, 100, 170, 220]);
  });
});
