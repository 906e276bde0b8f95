import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Variables } from '@lianban/bpmn';
import { IncidentService } from '../incidents/incident.service.js';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';
import { BusinessError } from './business-error.js';
import { JobService, type JobWorker } from './job.service.js';

const sending = processFile(
  'sending',
  inARow(['send', '<serviceTask id="send" lianban:topic="sms" />'], ['check', '<userTask id="check" />']) +
    `<boundaryEvent id="unknown" attachedToRef="send"><errorEventDefinition errorRef="e" /></boundaryEvent>
    <userTask id="visit" /><sequenceFlow id="f" sourceRef="unknown" targetRef="visit" />
    <endEvent id="visited" /><sequenceFlow id="g" sourceRef="visit" targetRef="visited" />`,
  '<error id="e" errorCode="NO_PHONE" />',
);
/** A flow can only be chosen by a number, so that an expression may fail. */
const choosing = processFile(
  'choosing',
  `<startEvent id="begun" /><exclusiveGateway id="which" /><endEvent id="ended" />
  <sequenceFlow id="f1" sourceRef="begun" targetRef="which" />
  <sequenceFlow id="f2" sourceRef="which" targetRef="ended"><conditionExpression>= way = "home"</conditionExpression></sequenceFlow>`,
);

describe('service tasks and incidents', () => {
  let world: EngineWorld;
  let work: JobWorker;
  const seen: Parameters<JobWorker>[0][] = [];

  beforeAll(async () => {
    world = await openEngineWorld([[sending], [choosing]]);
    jobs().register('sms', (job) => {
      seen.push(job);
      return work(job);
    });
  });

  beforeEach(() => {
    seen.length = 0;
    work = () => Promise.resolve(undefined);
  });

  afterAll(async () => await world?.close());

  it('hand their work to the handler of their topic and go on with its result', async () => {
    work = () => Promise.resolve({ receipt: 42 });
    const { instanceId } = await world.start('sending', { phone: '138' });

    expect(await jobs().workDue()).toMatchObject({ done: 1 });
    expect(seen).toMatchObject([{ instanceId, elementId: 'send', variables: { phone: '138' } }]);
    expect(await tasksOf(instanceId)).toEqual(['check']);
    expect(await jobs().workDue()).toMatchObject({ done: 0 });
    await settle(instanceId);
  });

  it('are tried again with growing pauses, then wait as an incident until somebody retries it', async () => {
    work = () => Promise.reject(new Error('no network'));
    const { instanceId } = await world.start('sending');
    const pauses: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await jobs().workDue();
      const [row] = await world.rows<{ attempt_at: Date }>('SELECT attempt_at FROM engine.job WHERE retries > 0');
      if (!row) break;
      pauses.push(row.attempt_at.getTime() - world.clock.now().getTime());
      world.clock.advanceTo(row.attempt_at);
    }

    expect(pauses).toEqual([5_000, 10_000]);
    expect(seen.map(({ retries }) => retries)).toEqual([3, 2, 1]);
    expect(new Set(seen.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    const { items } = await list();
    expect(items).toMatchObject([{ instanceId, elementId: 'send', code: 'job-failed', message: 'no network' }]);
    world.clock.advanceBy(24 * 60 * 60 * 1_000);
    expect(await jobs().workDue()).toMatchObject({ done: 0 });

    work = () => Promise.resolve(undefined);
    await retry(items[0]);
    expect(await jobs().workDue()).toMatchObject({ done: 1 });
    expect([await tasksOf(instanceId), (await list()).items]).toEqual([['check'], []]);
    await settle(instanceId);
  });

  it('that end in a foreseen error take the way of its error event at once', async () => {
    work = () => Promise.reject(new BusinessError('NO_PHONE', 'there is no number', { asked: 'resident' }));
    const { instanceId } = await world.start('sending');
    await jobs().workDue();

    expect(seen).toHaveLength(1);
    expect(await tasksOf(instanceId)).toEqual(['visit']);
    expect((await list()).items).toEqual([]);
    await settle(instanceId);
  });

  it('are taken by one of several workers that look at once', async () => {
    const started = await Promise.all(Array.from({ length: 12 }, () => world.start('sending')));
    await Promise.all(Array.from({ length: 4 }, () => jobs().workDue({ limit: 5 })));
    await jobs().workDue();

    expect(seen).toHaveLength(12);
    for (const { instanceId } of started) await settle(instanceId);
  });

  it('are done again when the worker dies in the middle, after its lease', async () => {
    const { instanceId } = await world.start('sending');
    work = () => new Promise<Variables>(() => undefined);
    void jobs().workDue();
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    work = () => Promise.resolve(undefined);

    expect(await jobs().workDue()).toMatchObject({ done: 0 });
    world.clock.advanceBy(60_000);
    expect(await jobs().workDue()).toMatchObject({ done: 1 });
    expect(new Set(seen.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    await settle(instanceId);
  });

  it('whose process was withdrawn while they were at work change nothing', async () => {
    const { instanceId } = await world.start('sending');
    work = async () => {
      await world.execute(instanceId, { type: 'cancel-instance', reason: 'withdrawn' });
      return { receipt: 1 };
    };

    expect(await jobs().workDue()).toMatchObject({ done: 0 });
    expect(await tasksOf(instanceId)).toEqual([]);
    expect((await list()).items).toEqual([]);
  });

  it('a process that cannot go on waits as an incident, and goes on when its variables are mended', async () => {
    const { instanceId, status } = await world.start('choosing', { way: 'out' });
    expect(status).toBe('active');
    const { items } = await list();
    expect(items).toMatchObject([{ instanceId, elementId: 'which', code: 'no-flow-chosen' }]);

    await world.execute(instanceId, { type: 'set-variables', variables: { way: 'home' } });
    const { status: after } = await retry(items[0]);

    expect([after, (await list()).items]).toEqual(['completed', []]);
    await expect(retry(items[0])).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('incidents are listed from the oldest on, page by page, and one retry that fails again stays an incident', async () => {
    for (let each = 0; each < 5; each += 1) {
      await world.start('choosing', { way: 'out' });
      world.clock.advanceBy(1_000);
    }
    const first = await list({ limit: 3 });
    const second = await list({ limit: 3, after: first.next ?? '' });

    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
    const times = [...first.items, ...second.items].map(({ raisedAt }) => raisedAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
    await retry(first.items[0]);
    expect((await list({ limit: 9 })).items).toHaveLength(5);
  });

  it('leave states, journals and rows in agreement', async () => {
    expect(await world.disagreements()).toEqual([]);
  });

  const jobs = (): JobService => world.get(JobService);

  const list = (paging: { limit: number; after?: string } = { limit: 10 }) =>
    world.get(IncidentService).list(world.database, paging);

  const retry = (incident: { instanceId: string; key: number } = { instanceId: '', key: -1 }) =>
    world.database.transaction((tx) => world.get(IncidentService).retry(tx, incident, 'system'));

  async function tasksOf(id: string): Promise<string[]> {
    const rows = await world.rows<{ element_id: string }>(
      'SELECT element_id FROM engine.task WHERE instance_id = $1',
      id,
    );
    return rows.map(({ element_id }) => element_id);
  }

  /** Ends an instance, so that the next spec begins with an empty desk. */
  const settle = (id: string) => world.execute(id, { type: 'cancel-instance', reason: 'done with it' });
});
