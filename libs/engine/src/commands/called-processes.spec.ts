import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import type { StepOutcome } from './step-record.js';

const facts = { station: 'station-1-1', street: 'street-1', category: 'urban.road' };

describe('a called process', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('joint-meeting'), defaultWorkflow('case-routing')]);
  });

  afterAll(async () => await world?.close());

  it('starts in the step of its caller, with its parent, its root and the variables that were passed on', async () => {
    const { caller, called } = await atTheMeeting();

    expect(called.tasks).toMatchObject([{ elementId: 'deliberate', unit: 'office-meeting' }]);
    const [row] = await instancesOf(caller, 'joint-meeting');
    expect(row).toMatchObject({
      id: called.tasks[0]?.instanceId,
      root_id: caller,
      parent_id: caller,
      business_key: 'HD-7',
      status: 'active',
      reason: 'several-departments',
    });
    expect(called.instanceId).toBe(caller);
  });

  it('returns its result to the caller, which goes on in the same transaction', async () => {
    const { caller, called } = await atTheMeeting();
    const done = await world.complete(called.tasks[0]?.id, { outcome: 'submit' });

    expect(done).toMatchObject({ status: 'completed', tasks: [{ elementId: 'district-handle', instanceId: caller }] });
    expect(await instancesOf(caller, 'joint-meeting')).toMatchObject([{ status: 'completed' }]);
  });

  it('returns when its own term lapses', async () => {
    const { caller } = await atTheMeeting();
    const start = world.clock.now();
    await world.advanceTo(new Date(start.getTime() + 40 * 24 * 60 * 60 * 1_000).toISOString());

    const tasks = await world.rows('SELECT element_id FROM engine.task WHERE instance_id = $1', caller);
    expect(tasks).toEqual([{ element_id: 'district-handle' }]);
  });

  it('is cancelled with its caller and leaves no wait behind', async () => {
    const { caller, called } = await atTheMeeting();
    await world.execute(caller, { type: 'cancel-instance', reason: 'withdrawn' });

    expect(await instancesOf(caller, 'joint-meeting')).toMatchObject([{ status: 'terminated' }]);
    expect(await instancesOf(caller, 'case-routing')).toMatchObject([{ status: 'terminated' }]);
    const [left] = await world.rows(
      `SELECT (SELECT count(*)::int FROM engine.task WHERE instance_id = ANY ($1)) AS tasks,
          (SELECT count(*)::int FROM engine.timer WHERE root_id = $2) AS timers`,
      [caller, called.tasks[0]?.instanceId],
      caller,
    );
    expect(left).toEqual({ tasks: 0, timers: 0 });
    await expect(world.complete(called.tasks[0]?.id, { outcome: 'submit' })).rejects.toMatchObject({
      kind: 'conflict',
    });
  });

  it('and its caller have a single writer, so commands to both neither deadlock nor overwrite each other', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { caller, called } = await atTheMeeting();
      const results = await Promise.allSettled([
        world.complete(called.tasks[0]?.id, { outcome: 'resolved' }),
        world.execute(caller, { type: 'cancel-instance', reason: 'withdrawn' }),
        world.execute(caller, { type: 'set-variables', variables: { note: round } }),
      ]);

      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toMatchObject({ kind: 'conflict' });
      }
      expect(await instancesOf(caller, 'case-routing')).toMatchObject([{ status: 'terminated' }]);
    }
    expect(await world.disagreements()).toEqual([]);
  });

  it('that is not deployed holds its caller by an incident, which goes on once it is', async () => {
    const lonely = await openEngineWorld([defaultWorkflow('case-routing')]);
    try {
      const { instanceId, tasks } = await lonely.start('case-routing', facts);
      const street = await lonely.complete(tasks[0]?.id, { outcome: 'escalate' });
      await lonely.complete(street.tasks[0]?.id, { outcome: 'meeting' });
      const incidents = () =>
        lonely.rows<{ key: number; code: string }>(
          'SELECT key, code FROM engine.incident WHERE instance_id = $1',
          instanceId,
        );
      const [held] = await incidents();
      expect(held).toMatchObject({ code: 'called-process-unknown' });

      await lonely.deploy(defaultWorkflow('joint-meeting'));
      const resumed = await lonely.execute(instanceId, { type: 'resolve-incident', key: held?.key ?? -1 });

      expect(resumed.tasks).toMatchObject([{ elementId: 'deliberate' }]);
      expect(await incidents()).toEqual([]);
      expect(await lonely.disagreements()).toEqual([]);
    } finally {
      await lonely.close();
    }
  });

  async function atTheMeeting(): Promise<{ caller: string; called: StepOutcome }> {
    const { instanceId: caller, tasks } = await world.start('case-routing', facts, { businessKey: 'HD-7' });
    const street = await world.complete(tasks[0]?.id, { outcome: 'escalate' });
    return { caller, called: await world.complete(street.tasks[0]?.id, { outcome: 'meeting' }) };
  }

  const instancesOf = (root: string, process: string) =>
    world.rows(
      `SELECT i.*, i.state #>> ARRAY['elements', i.state ->> 'root', 'variables', 'meetingReason'] AS reason
        FROM engine.instance i JOIN engine.definition d ON d.id = i.definition_id
        WHERE i.root_id = $1 AND d.process_key = $2`,
      root,
      process,
    );
});
