import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, ManualClock, type TestDatabase } from '@lianban/platform';
import { seedDemoOrganisation } from '../demo/seed-demo.js';
import { organisationEntities, organisationMigrations } from '../organisation.schema.js';
import { UnitService } from './unit.service.js';

const now = '2026-03-02T01:00:00.000Z';
const unknown = expect.objectContaining({ code: 'unit-unknown', kind: 'not-found' });

describe('UnitService', () => {
  const clock = new ManualClock(now);
  let test: TestDatabase;
  let units: UnitService;

  beforeAll(async () => {
    test = await createTestDatabase({ entities: organisationEntities, migrations: organisationMigrations });
    units = new UnitService(test.database, clock);
    await seedDemoOrganisation(test.database, { clock });
  });

  afterAll(async () => await test?.drop());

  it('seeds 25 units once, and nothing the second time', async () => {
    expect(await seedDemoOrganisation(test.database, { clock })).toBe(0);

    expect(await units.list()).toHaveLength(25);
    expect((await units.list({ kind: 'street' })).map((unit) => unit.id)).toEqual(['street-1', 'street-2']);
    expect(await units.list({ kind: 'station' })).toHaveLength(8);
    expect(await units.list({ kind: 'department' })).toHaveLength(10);
    expect(await units.list({ kind: 'station', parentId: 'street-2' })).toHaveLength(4);
  });

  it('finds a unit with its path, and says which one is missing', async () => {
    expect(await units.get('station-1-1')).toMatchObject({
      name: '向阳社区服务民生工作站',
      parentId: 'street-1',
      path: '/district/street-1/station-1-1/',
    });
    expect(await units.find('nowhere')).toBeUndefined();
    await expect(units.get('nowhere')).rejects.toThrow(/"nowhere" does not exist/u);
  });

  it('gives the names for a list in one go and leaves out unknown ids', async () => {
    const found = await units.byIds(['dept-urban', 'nowhere', 'dept-urban', 'street-1']);

    expect([...found.keys()].sort()).toEqual(['dept-urban', 'street-1']);
    expect(await units.byIds([])).toEqual(new Map());
  });

  it('reads ancestors from the root down and subtrees by prefix', async () => {
    expect((await units.ancestors('station-2-3')).map((unit) => unit.id)).toEqual(['district', 'street-2']);
    expect(await units.ancestors('district')).toEqual([]);
    expect(await units.subtreeIds('street-1')).toEqual([
      'street-1',
      'station-1-1',
      'station-1-2',
      'station-1-3',
      'station-1-4',
    ]);
    await expect(units.ancestors('nowhere')).rejects.toEqual(unknown);
    await expect(units.subtreeIds('nowhere')).rejects.toEqual(unknown);
  });

  it('turns the paths of a scope into ids, and no path into none', async () => {
    const paths = ['/district/street-1/station-1-2/', '/district/dept-urban/'];

    expect(await units.idsUnder(paths)).toEqual(['dept-urban', 'station-1-2']);
    expect(await units.idsUnder(['/district/street-2/'])).toHaveLength(5);
    expect(await units.idsUnder([])).toEqual([]);
  });

  it('knows the street of a station, of the street itself, and none for a department', async () => {
    expect((await units.streetOf('station-2-3'))?.id).toBe('street-2');
    expect((await units.streetOf('street-2'))?.id).toBe('street-2');
    expect(await units.streetOf('dept-urban')).toBeUndefined();
    expect(await units.streetOf('nowhere')).toBeUndefined();
  });

  it('recognises the station of an address by the longest place name in it', async () => {
    const longer = {
      id: 'station-2-5',
      name: '向阳路西',
      kind: 'station',
      parentId: 'street-2',
      keywords: ['向阳路西段'],
    } as const;
    await test.database.transaction(async (tx) => await units.add(tx, longer));

    expect((await units.stationForAddress('河东区向阳路12号'))?.id).toBe('station-1-1');
    expect((await units.stationForAddress('河东区 向阳路 西段 3 号'))?.id).toBe('station-2-5');
    expect((await units.stationForAddress('纺织新村三栋'))?.id).toBe('station-2-2');
    expect(await units.stationForAddress('别的城市')).toBeUndefined();
    expect(await units.stationForAddress('')).toBeUndefined();
    expect(await units.stationForAddress('河东街道')).toBeUndefined(); // a street's name is no station's
  });

  it('has the general office of the district as backstop', async () => {
    expect((await units.backstop()).id).toBe('office-general');
    expect((await units.backstop('station-1-4')).id).toBe('office-general');
    expect((await units.withDuty('joint-meeting', 'district')).id).toBe('office-meeting');
  });

  it('gives each of two districts its own backstop, and says when there is none', async () => {
    await test.database.transaction(async (tx) => {
      await units.add(tx, { id: 'north', name: '北区', kind: 'district' });
      await units.add(tx, { id: 'north-street', name: '北街', kind: 'street', parentId: 'north' });
    });
    await expect(units.backstop('north-street')).rejects.toMatchObject({
      code: 'duty-vacant',
      message: /"north-street"/u,
    });

    const office = {
      id: 'north-office',
      name: '北区群众办',
      kind: 'office',
      parentId: 'north',
      duties: ['backstop'],
    } as const;
    await test.database.transaction(async (tx) => await units.add(tx, office));

    expect((await units.backstop('north-street')).id).toBe('north-office');
    const inStreet = {
      id: 'north-desk',
      name: '北街群众台',
      kind: 'office',
      parentId: 'north-street',
      duties: ['backstop'],
    } as const;
    await test.database.transaction(async (tx) => await units.add(tx, inStreet));
    expect((await units.backstop('north-street')).id).toBe('north-desk'); // the nearest of two above it
    expect((await units.backstop('north')).id).toBe('north-office');
    expect((await units.backstop('street-1')).id).toBe('office-general');
  });

  it('holds a tree of any depth and moves a whole branch', async () => {
    await test.database.transaction(async (tx) => {
      for (let level = 1; level <= 8; level += 1) {
        const parentId = level === 1 ? 'street-2' : `deep-${level - 1}`;
        await units.add(tx, { id: `deep-${level}`, name: `第${level}级`, kind: 'office', parentId });
      }
    });
    expect(await units.ancestors('deep-8')).toHaveLength(9);
    expect(await units.subtreeIds('deep-3')).toHaveLength(6);

    await test.database.transaction(async (tx) => await units.move(tx, 'deep-4', 'station-1-1'));

    expect((await units.get('deep-8')).path).toBe('/district/street-1/station-1-1/deep-4/deep-5/deep-6/deep-7/deep-8/');
    expect((await units.streetOf('deep-8'))?.id).toBe('street-1');
    expect(await units.subtreeIds('deep-1')).toEqual(['deep-1', 'deep-2', 'deep-3']);
    expect((await units.get('deep-4')).parentId).toBe('station-1-1');
    expect((await units.get('deep-5')).parentId).toBe('deep-4');
  });

  it('lets only one of two crossing moves pass, so that no circle can form', async () => {
    await test.database.transaction(async (tx) => {
      for (const id of ['left', 'right']) await units.add(tx, { id, name: id, kind: 'office', parentId: 'district' });
    });

    let second: Promise<void> | undefined;
    await test.database.transaction(async (tx) => {
      await units.move(tx, 'left', 'right');
      second = test.database.transaction(async (other) => await units.move(other, 'right', 'left'));
      second.catch(() => undefined); // looked at below
      await somebodyWaitsForALock();
    });

    await expect(second).rejects.toMatchObject({ code: 'unit-inside-itself' });
    expect((await units.get('left')).path).toBe('/district/right/left/');
  });

  it('refuses a second unit with the same id and a parent that is not there', async () => {
    const add = async (id: string, parentId: string) =>
      await test.database.transaction(
        async (tx) => await units.add(tx, { id, name: '重复', kind: 'office', parentId }),
      );

    await expect(add('dept-urban', 'district')).rejects.toMatchObject({ code: 'unit-exists', kind: 'conflict' });
    await expect(add('orphan', 'nowhere')).rejects.toEqual(unknown);
    expect(await units.find('orphan')).toBeUndefined();
  });

  it('keeps an ended unit readable but offers it no more', async () => {
    await test.database.query({
      text: `UPDATE organisation.unit SET valid_to = $1 WHERE id = 'station-2-4'`,
      values: [now],
    });

    expect((await units.get('station-2-4')).name).toContain('民乐');
    expect((await units.list({ kind: 'station' })).map((unit) => unit.id)).not.toContain('station-2-4');
    expect(await units.stationForAddress('民乐巷 7 号')).toBeUndefined();
  });

  it('follows successors to the unit that stands, and never in a circle', async () => {
    const end = async (id: string, successor: string | null) =>
      await test.database.query({
        text: 'UPDATE organisation.unit SET valid_to = $2, successor_id = $3 WHERE id = $1',
        values: [id, now, successor],
      });
    await end('dept-civil', 'dept-police');
    await end('dept-police', 'dept-traffic');
    const led = await units.standing(['dept-civil', 'dept-traffic', 'nowhere']);
    expect([...led].map(([asked, { id }]) => `${asked}=${id}`)).toEqual([
      'dept-civil=dept-traffic',
      'dept-traffic=dept-traffic',
    ]);

    await end('dept-traffic', 'dept-civil');
    expect([...(await units.standing(['dept-civil', 'dept-police']))]).toEqual([]);
    await end('dept-traffic', null);
    expect((await units.standing(['dept-civil'])).size).toBe(0);
  });

  /** Until another connection stands before a lock; fails after 5 seconds. */
  async function somebodyWaitsForALock(): Promise<void> {
    const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (const end = Date.now() + 5_000; Date.now() < end;) {
      if ((await test.database.query({ text })).length > 0) return;
    }
    throw new Error('expected somebody to wait for a lock, but nobody did');
  }
});
