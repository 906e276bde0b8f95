import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, ManualClock, newId, type TestDatabase } from '@lianban/platform';
import { seedDemoOrganisation } from '../demo/seed-demo.js';
import { organisationEntities, organisationMigrations } from '../organisation.schema.js';
import { UnitService } from '../units/unit.service.js';
import { MembershipService } from './membership.service.js';

describe('MembershipService', () => {
  const clock = new ManualClock('2026-03-02T01:00:00.000Z');
  let test: TestDatabase;
  let members: MembershipService;

  beforeAll(async () => {
    test = await createTestDatabase({ entities: organisationEntities, migrations: organisationMigrations });
    members = new MembershipService(test.database, new UnitService(test.database, clock), clock);
    await seedDemoOrganisation(test.database, { clock });
  });

  afterAll(async () => await test?.drop());

  it('names the units of a person with the post, the longest membership first', async () => {
    const accountId = newId();
    await add(accountId, 'street-1', '副书记');
    clock.advanceBy(1_000);
    await add(accountId, 'station-1-1', '站长');

    expect(await members.unitsOf(accountId)).toEqual([
      { id: 'street-1', name: '河东街道党工委', kind: 'street', path: '/district/street-1/', post: '副书记' },
      {
        id: 'station-1-1',
        name: '向阳社区服务民生工作站',
        kind: 'station',
        path: '/district/street-1/station-1-1/',
        post: '站长',
      },
    ]);
    expect(await members.unitsOf(newId())).toEqual([]);
  });

  it('counts only the people of the unit itself, and keeps a membership that is there', async () => {
    const accountId = newId();
    await add(accountId, 'station-2-1', '办事员');
    await add(accountId, 'station-2-1', '站长');

    expect(await members.membersOf('station-2-1')).toEqual([{ accountId, post: '办事员' }]);
    expect(await members.membersOf('street-2')).toEqual([]);
  });

  it('forgets nobody who leaves, but no longer counts them; they may come back', async () => {
    const accountId = newId();
    await add(accountId, 'dept-urban', '科员');
    clock.advanceBy(1_000);
    await test.database.transaction(async (tx) => await members.end(tx, { accountId, unitId: 'dept-urban' }));
    expect(await members.unitsOf(accountId)).toEqual([]);

    clock.advanceBy(1_000);
    await add(accountId, 'dept-urban', '科长');

    expect(await members.membersOf('dept-urban')).toEqual([{ accountId, post: '科长' }]);
  });

  it('refuses a unit that does not exist', async () => {
    await expect(add(newId(), 'nowhere', '站长')).rejects.toMatchObject({ code: 'unit-unknown' });
  });

  async function add(accountId: string, unitId: string, post: string): Promise<void> {
    await test.database.transaction(async (tx) => await members.add(tx, { accountId, unitId, post }));
  }
});
