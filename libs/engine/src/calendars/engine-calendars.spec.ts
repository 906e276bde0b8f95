import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { EngineCalendars } from './engine-calendars.js';

const facts = { station: 'station-1-1', street: 'street-1' };

describe('the calendars of the installation', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('case-routing')]);
  });

  afterAll(async () => await world?.close());

  it('count a day as the administrator decided it, for terms that start after the commit', async () => {
    const before = await world.start('case-routing', facts);
    await world.database.transaction((tx) =>
      world
        .get(EngineCalendars)
        .override(tx, 'working-days', { date: '2026-03-04', working: false, name: '停水停电，全区停办' }),
    );
    const after = await world.start('case-routing', facts);

    expect(before.tasks[0]?.dueAt).toEqual(new Date('2026-03-05T17:30:00+08:00'));
    expect(after.tasks[0]?.dueAt).toEqual(new Date('2026-03-06T17:30:00+08:00'));
  });

  it('learn of a decision that was made elsewhere when they are loaded again', async () => {
    await world.rows(`INSERT INTO engine.calendar_override VALUES ('working-days', '2026-03-07', true, '周六补班')`);
    await world.rows(`UPDATE engine.calendar_override SET working = false WHERE date = '2026-03-04'`);
    await world.get(EngineCalendars).reload();

    expect(world.get(EngineCalendars).current.addDuration('working-days', '2026-03-02T01:00:00.000Z', 'P5D')).toBe(
      '2026-03-09T09:30:00.000Z',
    );
  });

  it('forget a decision whose transaction was undone', async () => {
    const attempt = world.database.transaction(async (tx) => {
      const day = { date: '2026-05-11', working: false, name: '误录' };
      await world.get(EngineCalendars).override(tx, 'working-days', day);
      throw new Error('undone');
    });
    await expect(attempt).rejects.toThrow('undone');

    expect(await world.rows(`SELECT 1 FROM engine.calendar_override WHERE date = '2026-05-11'`)).toEqual([]);
  });

  it('refuse a decision about a calendar that there is not', async () => {
    const attempt = world.database.transaction((tx) =>
      world.get(EngineCalendars).override(tx, 'lunar', { date: '2026-03-04', working: false, name: '—' }),
    );

    await expect(attempt).rejects.toThrow('lunar');
  });
});
