import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@lianban/platform';
import type { Permission } from '../access/permission.js';
import type { Principal } from '../access/principal.js';
import { openIdentityDatabase, type IdentityDatabase } from '../testing/identity-database.js';
import { demoPeople } from './demo-people.js';
import { seedDemoIdentity } from './seed-demo.js';

const password = 'demo';

describe('demo accounts', () => {
  const clock = new ManualClock('2026-03-02T01:00:00.000Z');
  let identity: IdentityDatabase;

  beforeAll(async () => {
    identity = await openIdentityDatabase(clock);
    expect(await seedDemoIdentity(identity.test.database, { password, clock })).toBe(demoPeople.length);
  });

  afterAll(async () => await identity?.test.drop());

  it('are 41, each with another name on the screen', () => {
    expect(demoPeople).toHaveLength(41);
    expect(new Set(demoPeople.map((person) => person.displayName)).size).toBe(41);
  });

  it('give each station and each department somebody who may handle its tasks', async () => {
    const stations = [
      'station-1-1',
      'station-1-2',
      'station-1-3',
      'station-1-4',
      'station-2-1',
      'station-2-2',
      'station-2-3',
      'station-2-4',
    ];
    const departments = [
      'urban',
      'housing',
      'hrss',
      'education',
      'health',
      'traffic',
      'commerce',
      'environment',
      'police',
      'civil',
    ];
    const offices = ['office-general', 'office-meeting', 'office-supervision', 'office-leader', 'street-1', 'street-2'];

    for (const unitId of [...stations, ...departments.map((name) => `dept-${name}`), ...offices]) {
      const [member] = await identity.memberships.membersOf(unitId);
      const principal = member && (await identity.principals.find(member.accountId));
      const path = principal?.units[0]?.path ?? '';
      expect({ unitId, handles: principal && identity.access.canIn(principal, 'task.handle', path) }).toEqual({
        unitId,
        handles: true,
      });
    }
  });

  it.each<[string, Permission, string[]]>([
    ['clerk', 'case.read', ['/district/street-1/station-1-1/']],
    ['clerk2', 'case.read', ['/district/street-2/station-2-1/']],
    ['street', 'task.handle', ['/district/street-1/']],
    ['officer', 'case.read', ['/district/dept-urban/']],
    ['officer2', 'case.read', ['/district/dept-housing/']],
    [
      'secretary',
      'case.read',
      [
        '/district/office-general/',
        '/district/office-leader/',
        '/district/office-meeting/',
        '/district/office-supervision/',
      ],
    ],
    ['secretary', 'task.handle', ['/district/office-meeting/']],
    ['secretary2', 'case.read', ['/district/office-meeting/']],
    ['supervisor', 'case.read', ['/district/']],
    ['supervisor', 'task.handle', ['/district/office-supervision/']],
    ['leader', 'case.read', ['/district/']],
    ['leader', 'task.handle', ['/district/office-leader/']],
    ['general', 'task.handle', ['/district/office-general/']],
    ['officer', 'case.register', []],
    ['designer', 'workflow.deploy', ['/district/']],
    ['designer', 'case.read', []],
    ['sysadmin', 'case.read', []],
    ['secadmin', 'task.read', []],
    ['auditor', 'case.read', []],
    ['auditor', 'audit.read', ['/district/']],
    ['leader', 'case.read-personal', []],
    ['volunteer', 'mutual-aid.help', ['/district/street-1/station-1-1/']],
    ['volunteer', 'case.read', []],
    ['volunteer', 'task.handle', []],
  ])('let %s use %s over %j', async (username, permission, paths) => {
    const principal = await signedIn(username);

    expect(identity.access.unitScope(principal, permission)).toMatchObject({ paths });
  });

  it('stay as they are when they are seeded again', async () => {
    expect(await seedDemoIdentity(identity.test.database, { password, clock })).toBe(0);

    expect((await signedIn('leader')).grants).toHaveLength(2);
  });

  it('take the password of the latest seed, which ends what was open', async () => {
    const session = await identity.auth.openSession(await signedIn('clerk'));

    expect(await seedDemoIdentity(identity.test.database, { password: 'another', clock })).toBe(0);

    expect(await identity.auth.principalOfSession(session.token)).toBeUndefined();
    await expect(signedIn('clerk')).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect((await identity.auth.signIn('clerk', 'another')).displayName).toBe('陈晓燕');
  });

  async function signedIn(username: string): Promise<Principal> {
    return await identity.auth.signIn(username, password);
  }
});
