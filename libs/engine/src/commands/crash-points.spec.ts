import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lianban/platform';
import { Crash, defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import type { CrashPoint } from './crash-points.js';

const facts = { station: 'station-1-1', street: 'street-1', category: 'urban.road' };
const inside: readonly CrashPoint[] = ['after-lock', 'after-step', 'before-commit'];

describe('a crash in the middle of a command', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('joint-meeting'), defaultWorkflow('case-routing')]);
  });

  afterAll(async () => await world?.close());

  it.each(inside)('%s leaves nothing half done, and the command works when it is repeated', async (point) => {
    const { instanceId, tasks } = await world.start('case-routing', facts);
    const before = await everything(instanceId);

    world.crashAt(point);
    await expect(world.complete(tasks[0]?.id, { outcome: 'escalate' })).rejects.toThrow(Crash);

    expect(await everything(instanceId)).toEqual(before);
    const repeated = await world.complete(tasks[0]?.id, { outcome: 'escalate' });
    expect(repeated.tasks).toMatchObject([{ elementId: 'street-coordinate' }]);
  });

  it.each(['after-step', 'before-commit'] as const)('%s of a start leaves no instance', async (point) => {
    const instanceId = newId();
    world.crashAt(point);
    await expect(world.start('case-routing', facts, { instanceId })).rejects.toThrow(Crash);

    expect(await everything(instanceId)).toEqual(nothing);
    expect(await world.start('case-routing', facts, { instanceId })).toMatchObject({ status: 'active' });
  });

  it('after-commit has lost nothing: the command stands, and repeating it is told so', async () => {
    const { tasks } = await world.start('case-routing', facts);

    world.crashAt('after-commit');
    const done = await world.complete(tasks[0]?.id, { outcome: 'escalate' });

    expect(done.tasks).toMatchObject([{ elementId: 'street-coordinate' }]);
    await expect(world.complete(tasks[0]?.id, { outcome: 'escalate' })).rejects.toMatchObject({
      code: 'already-decided',
    });
  });

  it.each(['after-step', 'before-commit'] as const)(
    '%s of a firing leaves the timers, which then fire',
    async (point) => {
      const { instanceId } = await world.start('case-routing', facts);
      const later = new Date(world.clock.now().getTime() + 7 * 24 * 60 * 60 * 1_000);
      world.crashAt(point);
      await world.advanceTo(later.toISOString());
      world.clock.advanceBy(60_000);
      await world.advanceTo(world.clock.now().toISOString());

      const [fired] = await world.rows(
        `SELECT count(*)::int AS times FROM engine.journal j, jsonb_array_elements(j.events) e
        WHERE instance_id = $1 AND e ->> 'type' = 'timer-fired' AND e ->> 'elementId' = 'station-due'`,
        instanceId,
      );
      expect(fired).toEqual({ times: 1 });
    },
  );

  it('leaves states, journals and rows in agreement', async () => {
    expect(await world.disagreements()).toEqual([]);
  });

  const nothing = { instance: [], task: [], timer: [], journal: [] };

  async function everything(id: string): Promise<object> {
    const read = (table: string, column: string) =>
      world.rows(`SELECT * FROM engine.${table} WHERE ${column} = $1 ORDER BY 1, 2`, id);
    return {
      instance: await read('instance', 'id'),
      task: await read('task', 'instance_id'),
      timer: await read('timer', 'instance_id'),
      journal: await read('journal', 'instance_id'),
    };
  }
});
