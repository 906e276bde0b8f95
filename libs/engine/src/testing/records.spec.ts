import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from './engine-world.js';
import { brokenJournals, strayWaits, timersFiredTwice } from './records.js';

describe('the checks of the records find', () => {
  let world: EngineWorld;
  let id: string;

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('case-routing')]);
    id = (await world.start('case-routing', { station: 'station-1-1', street: 'street-1' })).instanceId;
    await world.advanceTo('2026-03-05T17:30:00+08:00');
  });

  afterAll(async () => await world?.close());

  it('nothing when nothing is wrong', async () => {
    expect([...(await world.disagreements()), ...(await timersFiredTwice(world.database))]).toEqual([]);
  });

  it('a state that its journal does not lead to', async () => {
    await undone(async () => {
      await world.rows(`UPDATE engine.instance SET state = jsonb_set(state, '{nextKey}', '999')`);
      expect(await brokenJournals(world.database)).toEqual([id]);
    });
  });

  it('a lost timer, a timer too many, and a timer with another due time', async () => {
    await undone(async () => {
      await world.rows(`DELETE FROM engine.timer WHERE element_id = 'street-due'`);
      expect(await strayWaits(world.database)).toHaveLength(1);
      await world.rows(`UPDATE engine.timer SET due_at = due_at + interval '1 hour'`);
      expect(await strayWaits(world.database)).toHaveLength(2);
      await world.rows('UPDATE engine.timer SET key = 900');
      expect(await strayWaits(world.database)).toHaveLength(3);
    });
  });

  it('a timer that fired twice', async () => {
    await world.rows(
      `INSERT INTO engine.journal SELECT instance_id, revision + 100, at, command, actor, events FROM engine.journal
        WHERE revision = 2`,
    );

    expect(await timersFiredTwice(world.database)).toHaveLength(1);
  });

  /** Puts instances and timers back afterwards. */
  async function undone(work: () => Promise<void>): Promise<void> {
    await world.rows('CREATE TABLE saved_instance AS TABLE engine.instance');
    await world.rows('CREATE TABLE saved_timer AS TABLE engine.timer');
    await work();
    for (const table of ['instance', 'timer']) {
      await world.rows(`DELETE FROM engine.${table}`);
      await world.rows(`INSERT INTO engine.${table} SELECT * FROM saved_${table}`);
      await world.rows(`DROP TABLE saved_${table}`);
    }
  }
});
