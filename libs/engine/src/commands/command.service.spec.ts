import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lianban/platform';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { CommandService } from './command.service.js';
import { EngineListeners } from './engine-listeners.js';
import type { StepRecord } from './step-record.js';

const facts = { station: 'station-1-1', street: 'street-1', category: 'urban.road' };

describe('commands to process instances', () => {
  let world: EngineWorld;
  const heard: StepRecord[] = [];

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('joint-meeting'), defaultWorkflow('case-routing')]);
    world.get(EngineListeners).register({
      onStep(_tx, step) {
        heard.push(step);
        return Promise.resolve();
      },
    });
  });

  afterAll(async () => await world?.close());

  it('write the instance, its task with both terms, its timers and its journal when a process starts', async () => {
    const started = await world.start('case-routing', facts, { businessKey: 'HD-1' });

    expect(started).toMatchObject({ status: 'active', businessKey: 'HD-1', tasks: [{ name: '工作站办理' }] });
    const { instanceId } = started;
    expect(await instance(instanceId)).toMatchObject({ revision: 1, status: 'active', ended_at: null });
    expect(await world.rows('SELECT * FROM engine.task WHERE instance_id = $1', instanceId)).toEqual([
      expect.objectContaining({
        element_id: 'station-handle',
        unit: 'station-1-1',
        warn_at: new Date('2026-03-04T17:30:00+08:00'),
        due_at: new Date('2026-03-05T17:30:00+08:00'),
        suspended: false,
      }),
    ]);
    expect(await timersOf(instanceId)).toEqual(['station-warning', 'station-due']);
    expect(await journal(instanceId)).toEqual([{ revision: 1, type: 'start', actor: 'system' }]);
  });

  it('replace the waits of a completed task by those of the next, in one step', async () => {
    const started = await world.start('case-routing', facts);
    const next = await world.complete(started.tasks[0]?.id, { outcome: 'escalate' });

    expect(next.tasks).toMatchObject([{ elementId: 'street-coordinate', unit: 'street-1' }]);
    expect(await tasksOf(started.instanceId)).toEqual(['street-coordinate']);
    expect(await timersOf(started.instanceId)).toEqual(['street-warning', 'street-due']);
    expect(await instance(started.instanceId)).toMatchObject({ revision: 2 });
  });

  it('leave no wait behind when the process ends', async () => {
    const started = await world.start('case-routing', facts);
    const answered = await world.complete(started.tasks[0]?.id, { outcome: 'resolved' });
    const ended = await world.complete(answered.tasks[0]?.id, { outcome: 'done' });

    expect(ended).toMatchObject({ status: 'completed', tasks: [] });
    expect([await tasksOf(started.instanceId), await timersOf(started.instanceId)]).toEqual([[], []]);
    expect(await instance(started.instanceId)).toMatchObject({ status: 'completed', ended_at: world.clock.now() });
  });

  it('tell the listeners of each step in order, inside the transaction', async () => {
    heard.length = 0;
    const started = await world.start('case-routing', facts);
    await world.complete(started.tasks[0]?.id, { outcome: 'escalate' });

    expect(heard.map(({ instanceId, revision, command }) => [instanceId, revision, command.type])).toEqual([
      [started.instanceId, 1, 'start'],
      [started.instanceId, 2, 'complete-element'],
    ]);
  });

  it('let one of two racing completions win and tell the other that it was decided', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { tasks, instanceId } = await world.start('case-routing', facts);
      const results = await Promise.allSettled(
        ['resolved', 'escalate', 'resolved'].map((outcome) => world.complete(tasks[0]?.id, { outcome })),
      );

      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) {
        if (result.status === 'rejected') {
          expect(result.reason).toMatchObject({ kind: 'conflict', code: 'already-decided' });
        }
      }
      expect(await instance(instanceId)).toMatchObject({ revision: 2 });
    }
  });

  it('refuse what is unknown, by name, and write nothing', async () => {
    const id = newId();
    await expect(world.execute(id, { type: 'complete-element', key: 1, variables: {} })).rejects.toMatchObject({
      kind: 'not-found',
      code: 'instance-unknown',
    });
    await expect(world.start('no-such-process')).rejects.toMatchObject({ code: 'definition-unknown' });
    await expect(world.complete('nonsense')).rejects.toMatchObject({ code: 'task-unknown' });
    const { instanceId } = await world.start('case-routing', facts);
    await expect(world.start('case-routing', facts, { instanceId })).rejects.toMatchObject({ code: 'instance-exists' });
    await expect(world.start('case-routing', { ...facts, text: 'a\u0000b' })).rejects.toMatchObject({
      code: 'text-not-storable',
    });
    await expect(world.start('case-routing', facts, { businessKey: 'a\u0000b' })).rejects.toMatchObject({
      code: 'text-not-storable',
    });
    expect(await journal(instanceId)).toHaveLength(1);
  });

  it('undo everything with the transaction of the caller', async () => {
    const instanceId = newId();
    const attempt = world.database.transaction(async (tx) => {
      await world
        .get(CommandService)
        .start(tx, { processKey: 'case-routing', variables: facts, actor: 'system', instanceId });
      throw new Error('the caller changed its mind');
    });

    await expect(attempt).rejects.toThrow('changed its mind');
    expect(await instance(instanceId)).toBeUndefined();
    expect([await tasksOf(instanceId), await timersOf(instanceId), await journal(instanceId)]).toEqual([[], [], []]);
  });

  it('keep a journal that nobody can rewrite', async () => {
    await expect(world.rows('DELETE FROM engine.journal')).rejects.toThrow('append-only');
    await expect(world.rows('UPDATE engine.journal SET actor = \'"me"\'')).rejects.toThrow('append-only');
  });

  it('suspend and resume the clocks of a task, in its row too', async () => {
    const { instanceId, tasks } = await world.start('case-routing', facts);
    const owner = tasks[0]?.key ?? -1;
    await world.execute(instanceId, { type: 'suspend-timers', owner });
    const [paused] = await world.rows('SELECT suspended FROM engine.task WHERE instance_id = $1', instanceId);
    await world.execute(instanceId, { type: 'resume-timers', owner });
    const [running] = await world.rows('SELECT suspended FROM engine.task WHERE instance_id = $1', instanceId);

    expect([paused, running]).toEqual([{ suspended: true }, { suspended: false }]);
  });

  it('leave every state equal to the replay of its journal, and no wait without its row', async () => {
    expect(await world.disagreements()).toEqual([]);
  });

  async function instance(id: string) {
    const [row] = await world.rows<object>('SELECT revision, status, ended_at FROM engine.instance WHERE id = $1', id);
    return row;
  }

  const tasksOf = (id: string) => elementsOf('task', id);
  const timersOf = (id: string) => elementsOf('timer', id);

  async function elementsOf(table: 'task' | 'timer', id: string): Promise<string[]> {
    const rows = await world.rows<{ element_id: string }>(
      `SELECT element_id FROM engine.${table} WHERE instance_id = $1 ORDER BY due_at`,
      id,
    );
    return rows.map(({ element_id }) => element_id);
  }

  const journal = (id: string) =>
    world.rows(
      `SELECT revision, command ->> 'type' AS type, actor FROM engine.journal WHERE instance_id = $1 ORDER BY 1`,
      id,
    );
});
