import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HomeService, type Home, type RegisteredCase } from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

/** Monday to Thursday of one case; each test goes on where the one before ended. */
describe('the home page', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  it('has cards only of what a person may see', async () => {
    expect(await idsOf('clerk')).toEqual([
      'todo',
      'over',
      'soon',
      'fresh',
      'claimable',
      'orders',
      'orders-to-claim',
      'registered',
      'whistles',
    ]);
    expect(await idsOf('designer')).toEqual(['incidents']);
    expect(await idsOf('sysadmin')).toEqual(['undelivered', 'refused', 'given-up']);
    expect(await idsOf('secadmin')).toEqual(['locked']);
    expect(await idsOf('auditor')).toEqual([]);
    expect(await idsOf('leader')).toEqual(expect.arrayContaining(['supervised', 'late', 'open', 'received']));
  });

  it('counts what arrives in the unit and, once claimed, in one’s hands', async () => {
    filed = await world.file();
    expect(await counts('clerk')).toMatchObject({ todo: 0, claimable: 1, registered: 1 });

    await world.claim('clerk', filed);

    expect(await counts('clerk')).toMatchObject({ todo: 1, claimable: 0, fresh: 1, soon: 0, over: 0 });
    const [todo] = (await home('clerk')).cards;
    expect(todo).toEqual({ id: 'todo', count: 1, today: 1, soonest: (await world.view(filed)).tasks[0]?.dueAt });
  });

  it('counts for another street what is there, which is nothing of this', async () => {
    expect(await counts('clerk2')).toMatchObject({ todo: 0, claimable: 0, registered: 0 });
    expect(await counts('street2')).toMatchObject({ open: 0, received: 0, late: 0 });
    expect(await counts('street')).toMatchObject({ open: 1, received: 1, late: 0 });
  });

  it('tells what runs out soon, and no longer what came days ago as new', async () => {
    await world.advanceTo('2026-03-05T09:30:00+08:00');

    expect(await counts('clerk')).toMatchObject({ soon: 1, over: 0, fresh: 0 });
  });

  function home(username: string): Promise<Home> {
    return world.person(username).then((person) => world.get(HomeService).get(person));
  }

  async function idsOf(username: string): Promise<string[]> {
    return (await home(username)).cards.map(({ id }) => id);
  }

  async function counts(username: string): Promise<Record<string, number>> {
    return Object.fromEntries((await home(username)).cards.map(({ id, count }) => [id, count]));
  }
});
