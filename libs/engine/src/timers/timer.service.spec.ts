import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTraceReceiver, startTracing, traced } from '@lianban/platform';
import { EngineListeners } from '../commands/engine-listeners.js';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';
import { timersFiredTwice } from '../testing/records.js';
import { TimerService } from './timer.service.js';

const facts = { station: 'station-1-1', street: 'street-1', category: 'urban.road' };
/** Reminds every hour, as long as somebody is at work. */
const reminding = processFile(
  'reminding',
  inARow(['work', '<userTask id="work" />']) +
    `<boundaryEvent id="hourly" attachedToRef="work" cancelActivity="false">
      <timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
    <endEvent id="reminded" /><sequenceFlow id="reminds" sourceRef="hourly" targetRef="reminded" />`,
);
/** When the term of the station ends; everything starts on Monday at nine. */
const stationDue = '2026-03-05T17:30:00+08:00';

describe('due timers', () => {
  let world: EngineWorld;
  let poisoned: string | undefined;

  beforeEach(async () => {
    poisoned = undefined;
    world = await openEngineWorld([defaultWorkflow('joint-meeting'), defaultWorkflow('case-routing')]);
    world.get(EngineListeners).register({
      onStep: (_tx, { instanceId, command }) =>
        instanceId === poisoned && command.type === 'trigger-timer'
          ? Promise.reject(new Error('poisoned'))
          : Promise.resolve(),
    });
  });

  afterEach(async () => await world?.close());

  it('fire once however often and by however many workers they are looked for', async () => {
    await startMany(40);
    world.clock.advanceTo(stationDue);

    await Promise.all(Array.from({ length: 4 }, () => timers().fireAllDue({ limit: 7 })));
    await timers().fireAllDue();

    expect(await firedOf('station-warning')).toHaveLength(40);
    expect(await firedOf('station-due')).toHaveLength(40);
    expect(await timersFiredTwice(world.database)).toEqual([]);
    expect(await world.disagreements()).toEqual([]);
  });

  it('lapse in the trace of what set them, days later and in whatever process', async () => {
    const receiver = await openTraceReceiver();
    process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = receiver.url;
    const stop = await startTracing(process.env);
    try {
      await traced('request', {}, () => startMany(1));
      await traced('job', {}, async () => void (await world.advanceTo(stationDue)));
    } finally {
      delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
      await stop();
      await receiver.close();
    }

    const traceOf = (name: string) => receiver.spans.find((span) => span.name === name)?.traceId;
    expect(traceOf('request')).toMatch(/^[0-9a-f]{32}$/u);
    expect(traceOf('timer')).toBe(traceOf('request'));
    expect(traceOf('job')).not.toBe(traceOf('request'));
    expect(receiver.spans.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['transaction', 'step start', 'step trigger-timer', 'engine.write_steps']),
    );
    expect(receiver.text).not.toContain('urban.road'); // values stay out
  });

  it('do nothing a second time when their row comes back', async () => {
    const [id] = await startMany(1);
    const [row] = await world.rows<{ row: object }>(
      `SELECT to_jsonb(t) AS row FROM engine.timer t WHERE element_id = 'station-due'`,
    );
    await world.advanceTo(stationDue);
    await world.rows('INSERT INTO engine.timer SELECT * FROM jsonb_populate_record(null::engine.timer, $1)', row?.row);

    expect(await timers().fireDue()).toEqual({ fired: 0, more: false });
    expect(await firedOf('station-due')).toEqual([id]);
    expect(await world.disagreements()).toEqual([]);
  });

  it('fire as of their due instant when they are late, so that the next term starts where the last one ended', async () => {
    await startMany(1);
    world.clock.advanceTo('2026-03-06T03:00:00+08:00');
    await timers().fireDue();

    const [task] = await world.rows<{ created_at: Date; due_at: Date }>(
      `SELECT created_at, due_at FROM engine.task WHERE element_id = 'street-coordinate'`,
    );
    expect(task).toEqual({ created_at: new Date(stationDue), due_at: new Date('2026-03-09T17:30:00+08:00') });
  });

  it('come to the same after a long standstill as they would have come to in time', async () => {
    await startMany(1);
    await world.advanceTo('2026-06-01T09:00:00+08:00');
    const late = await course();
    await world.close();
    world = await openEngineWorld([defaultWorkflow('joint-meeting'), defaultWorkflow('case-routing')]);
    await startMany(1);
    for (let day = 3; day <= 90; day += 1) {
      await world.advanceTo(new Date(Date.UTC(2026, 2, day, 10)).toISOString());
    }

    expect(late).toEqual(await course());
    expect(late.length).toBeGreaterThan(8);
  });

  it('of an instance whose step fails are put off, recorded, and hold nobody else up', async () => {
    const [first = ''] = await startMany(6);
    poisoned = first;
    await world.advanceTo(stationDue);

    expect(await firedOf('station-due')).toHaveLength(5);
    expect(await timersOf(first)).toEqual([
      { element_id: 'station-warning', attempts: 1, last_error: 'poisoned' },
      { element_id: 'station-due', attempts: 1, last_error: 'poisoned' },
    ]);
    expect(await timers().fireDue()).toEqual({ fired: 0, more: false });

    poisoned = undefined;
    world.clock.advanceBy(10_000);
    await timers().fireAllDue();

    expect(await firedOf('station-due')).toHaveLength(6);
    expect(await timersOf(first)).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
    expect(await world.disagreements()).toEqual([]);
  });

  it('are passed over while a command holds their instance, without waiting for it', async () => {
    const [held = ''] = await startMany(3);
    world.clock.advanceTo(stationDue);
    await world.database.transaction(async (tx) => {
      await tx.query({ text: 'SELECT 1 FROM engine.lock_instance($1)', values: [held] });
      await timers().fireAllDue();
      expect(await firedOf('station-due')).toHaveLength(2);
    });

    await timers().fireAllDue();
    expect(await firedOf('station-due')).toHaveLength(3);
  });

  it('of a cycle merge the ticks that were missed into one firing, and go on from the present', async () => {
    await world.deploy([reminding]);
    const { instanceId } = await world.start('reminding');
    await world.advanceTo('2026-03-02T10:00:00+08:00');
    await world.advanceTo('2026-03-02T15:20:00+08:00');

    const fired = await world.rows<{ ticks: number }>(
      `SELECT (e ->> 'ticks')::int AS ticks FROM engine.journal j, jsonb_array_elements(j.events) e
        WHERE j.instance_id = $1 AND e ->> 'type' = 'timer-fired' ORDER BY revision`,
      instanceId,
    );
    expect(fired).toEqual([{ ticks: 1 }, { ticks: 5 }]);
    const [next] = await world.rows('SELECT due_at FROM engine.timer WHERE instance_id = $1', instanceId);
    expect(next).toEqual({ due_at: new Date('2026-03-02T16:00:00+08:00') });
    expect(await world.disagreements()).toEqual([]);
  });

  it('do not fire while they are suspended', async () => {
    const { instanceId, tasks } = await world.start('case-routing', facts);
    await world.execute(instanceId, { type: 'suspend-timers', owner: tasks[0]?.key ?? -1 });

    expect(await world.advanceTo('2026-03-20T09:00:00+08:00')).toBe(0);
    expect(await world.disagreements()).toEqual([]);
  });

  const timers = (): TimerService => world.get(TimerService);

  async function startMany(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let each = 0; each < count; each += 1) ids.push((await world.start('case-routing', facts)).instanceId);
    return ids;
  }

  async function firedOf(elementId: string): Promise<string[]> {
    const rows = await world.rows<{ instance_id: string }>(
      `SELECT instance_id FROM engine.journal j, jsonb_array_elements(j.events) e
        WHERE e ->> 'type' = 'timer-fired' AND e ->> 'elementId' = $1`,
      elementId,
    );
    return rows.map(({ instance_id }) => instance_id);
  }

  const timersOf = (id: string) =>
    world.rows('SELECT element_id, attempts, last_error FROM engine.timer WHERE instance_id = $1 ORDER BY due_at', id);

  /** What happened and when, of all instances. */
  const course = () =>
    world.rows<object>(
      `SELECT e ->> 'type' AS type, coalesce(e ->> 'elementId', '') AS element, j.at
        FROM engine.journal j, jsonb_array_elements(j.events) WITH ORDINALITY AS x (e, n)
        WHERE e ->> 'type' IN ('timer-fired', 'user-task-created', 'instance-completed')
        ORDER BY j.at, 2, 1, j.revision, n`,
    );
});
