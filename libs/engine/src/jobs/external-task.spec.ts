import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IncidentService } from '../incidents/incident.service.js';
import { openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';
import { ExternalTaskService, type TaskReport } from './external-task.service.js';
import type { LockedExternalTask } from './external-task.js';

const printing = processFile(
  'printing',
  inARow(['print', '<serviceTask id="print" lianban:topic="print" />'], ['check', '<userTask id="check" />']) +
    `<boundaryEvent id="jam" attachedToRef="print"><errorEventDefinition errorRef="e" /></boundaryEvent>
    <userTask id="clear" /><sequenceFlow id="f" sourceRef="jam" targetRef="clear" />
    <endEvent id="cleared" /><sequenceFlow id="g" sourceRef="clear" targetRef="cleared" />`,
  '<error id="e" errorCode="JAM" />',
);
const urgent = processFile(
  'urgent',
  inARow(['print', '<serviceTask id="print" lianban:topic="print" lianban:priority="7" />']),
);

describe('an external worker', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([[printing], [urgent]]);
  });

  beforeEach(async () => {
    // What a spec left behind is nobody's business in the next.
    world.clock.advanceBy(600_000);
    for (const task of await fetch('broom', { limit: 100 })) await report(task, { type: 'done' }, 'broom');
  });

  afterAll(async () => {
    expect(await world.disagreements()).toEqual([]);
    await world.close();
  });

  const tasks = () => world.get(ExternalTaskService);
  const fetch = (workerId: string, more: object = {}, waiting = {}) =>
    tasks().fetch({ workerId, topics: [{ topic: 'print', lockMs: 10_000 }], limit: 10, ...more }, waiting);
  const report = ({ instanceId, key }: LockedExternalTask, told: TaskReport, workerId = 'w1') =>
    world.database.transaction((tx) => tasks().report(tx, { instanceId, key, workerId }, told, 'system'));
  const only = async (workerId = 'w1'): Promise<LockedExternalTask> => {
    const [task, ...others] = await fetch(workerId);
    if (!task || others.length > 0) throw new Error(`expected one task, got ${task ? others.length + 1 : 0}`);
    return task;
  };
  const openTasks = async (id: string) =>
    (await world.rows<{ element_id: string }>('SELECT element_id FROM engine.task WHERE instance_id = $1', id)).map(
      ({ element_id }) => element_id,
    );

  it('fetches a task with what its activity sees, has it to itself, and finishes it', async () => {
    const { instanceId } = await world.start('printing', { pages: 3 }, { businessKey: 'B-1' });
    const task = await only();

    expect(task).toMatchObject({
      instanceId,
      elementId: 'print',
      processKey: 'printing',
      businessKey: 'B-1',
      variables: { pages: 3 },
    });
    expect(await fetch('w2')).toEqual([]);
    await report(task, { type: 'done', variables: { receipt: 'R-1' }, localVariables: { tray: 2 } });

    expect(await openTasks(instanceId)).toEqual(['check']);
    await expect(report(task, { type: 'done' })).rejects.toMatchObject({ code: 'external-task-unknown' });
  });

  it('loses a task whose lock ended to another, and is told so when it comes late', async () => {
    await world.start('printing');
    const late = await only('slow');
    world.clock.advanceBy(10_001);
    const again = await only('quick');

    expect(again.key).toBe(late.key);
    await expect(report(late, { type: 'done' }, 'slow')).rejects.toMatchObject({ code: 'external-task-held' });
    await report(again, { type: 'done' }, 'quick');
  });

  it('prolongs its lock, and gives a task back', async () => {
    await world.start('printing');
    const task = await only();
    world.clock.advanceBy(9_000);
    await world.database.transaction((tx) => tasks().extend(tx, { ...task, workerId: 'w1' }, 10_000));
    world.clock.advanceBy(9_000);
    expect(await fetch('w2')).toEqual([]);

    await world.database.transaction((tx) => tasks().unlock(tx, task));

    expect(await fetch('w2')).toHaveLength(1);
  });

  it('reports a failure: the task is tried again after its pause, and then waits as an incident', async () => {
    const { instanceId } = await world.start('printing');
    await report(await only(), { type: 'failed', message: 'no paper', details: 'tray 2', retries: 1, pauseMs: 60_000 });
    expect(await fetch('w1')).toEqual([]);
    world.clock.advanceBy(60_000);
    const [incidents, second] = [await incidentsOf(instanceId), await only()];
    expect([incidents, second.errorMessage]).toEqual([[], 'no paper\ntray 2']);
    await report(second, { type: 'failed', message: 'still no paper' });

    expect(await incidentsOf(instanceId)).toMatchObject([{ code: 'job-failed', message: 'still no paper' }]);
    expect(await fetch('w1')).toEqual([]);
    await world.database.transaction((tx) => tasks().setRetries(tx, second, 2, 'system'));

    expect(await incidentsOf(instanceId)).toEqual([]);
    expect(await only()).toMatchObject({ retries: 2 });
  });

  it('reports an outcome that the diagram foresees', async () => {
    const { instanceId } = await world.start('printing');
    await report(await only(), { type: 'error', code: 'JAM', message: 'paper jam', variables: { tray: 2 } });

    expect(await openTasks(instanceId)).toEqual(['clear']);
  });

  it('never gets a task that another has got in the same moment', async () => {
    await Promise.all(Array.from({ length: 30 }, () => world.start('printing')));
    const fetched = (await Promise.all(['a', 'b', 'c', 'd'].map((name) => fetch(name, { limit: 30 })))).flat();

    expect(new Set(fetched.map(({ instanceId }) => instanceId)).size).toBe(fetched.length);
    expect(fetched.length + (await fetch('e', { limit: 30 })).length).toBe(30);
  });

  it('fetches by priority, by process and by business key where it asks for that', async () => {
    await world.start('printing');
    await world.start('urgent', {}, { businessKey: 'U-1' });
    const peek = async (more: object) => {
      const found = await fetch('w1', more);
      for (const task of found) await world.database.transaction((tx) => tasks().unlock(tx, task));
      return found.map(({ processKey }) => processKey);
    };

    expect(await peek({ byPriority: true })).toEqual(['urgent', 'printing']);
    expect(await peek({ topics: [{ topic: 'print', lockMs: 1_000, businessKey: 'U-1' }] })).toEqual(['urgent']);
    expect(await peek({ topics: [{ topic: 'print', lockMs: 1_000, processKey: 'printing' }] })).toEqual(['printing']);
    expect(await peek({ topics: [{ topic: 'fax', lockMs: 1_000 }] })).toEqual([]);
  });

  it('waits for work and gets it as soon as there is some, or nothing when its time is over', async () => {
    const waiting = fetch('w1', {}, { waitMs: 20_000 });
    const began = performance.now();
    await world.start('printing');

    expect(await waiting).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(900); // before the first look of its own
    expect(await fetch('w2', {}, { waitMs: 30 })).toEqual([]);
    const gone = new AbortController();
    const abandoned = fetch('w3', {}, { waitMs: 20_000, signal: gone.signal });
    gone.abort();
    expect(await abandoned).toEqual([]);
  });

  it('finds tasks by what they are: locked, failed, whose, of which topic', async () => {
    await world.start('printing');
    await world.start('printing');
    const [task] = await fetch('w1', { limit: 1 });
    const count = async (filter: object) => (await tasks().list(world.database, filter, { first: 0, limit: 10 })).total;

    expect(
      await Promise.all([{ locked: true }, { locked: false }, { workerId: 'w1' }, { topic: 'fax' }].map(count)),
    ).toEqual([1, 1, 1, 0]);
    expect(await count({ instanceId: task?.instanceId })).toBe(1);
  });

  const incidentsOf = async (instanceId: string) => {
    const { items } = await world.get(IncidentService).list(world.database, { limit: 100 });
    return items.filter((incident) => incident.instanceId === instanceId);
  };
});
