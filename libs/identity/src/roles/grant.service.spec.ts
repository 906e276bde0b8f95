import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ManualClock, newId } from '@lianban/platform';
import type { Principal } from '../access/principal.js';
import { openIdentityDatabase, type IdentityDatabase } from '../testing/identity-database.js';
import { defaultRoles } from './default-roles.js';
import type { GrantOrder } from './grant.service.js';

describe('GrantService', () => {
  const clock = new ManualClock('2026-03-02T01:00:00.000Z');
  let identity: IdentityDatabase;

  beforeAll(async () => {
    identity = await openIdentityDatabase(clock);
  });

  afterAll(async () => await identity?.test.drop());

  it('starts with the roles of the table for the docs', async () => {
    const expected = defaultRoles.map(({ code, name, permissions, excludes }) => ({
      code,
      name,
      permissions,
      excludes,
    }));

    expect((await identity.grants.roles()).sort(byCode)).toEqual(expected.sort(byCode));
  });

  it('shows no case to the three separated administrators, and gives case rights to no designer', () => {
    const blind = ['system-administrator', 'security-administrator', 'auditor', 'workflow-designer'];

    for (const role of defaultRoles.filter(({ code }) => blind.includes(code))) {
      expect(
        role.permissions.filter((permission) => /^(?:case|task|joint-meeting|supervision)\./u.test(permission)),
      ).toEqual([]);
    }
  });

  it('gives a role over a unit, once, and takes it away again', async () => {
    const accountId = await account('one');
    const order = { accountId, roleCode: 'station-clerk', unitId: 'station-1-1', by: null };
    await give(order);
    await give(order);
    await give({ ...order, unitId: 'station-1-2' });

    expect((await identity.principals.find(accountId))?.grants.map((grant) => grant.unit.id)).toEqual([
      'station-1-1',
      'station-1-2',
    ]);

    clock.advanceBy(1_000);
    await take(order);
    await take(order);

    expect((await identity.principals.find(accountId))?.grants.map((grant) => grant.unit.id)).toEqual(['station-1-2']);
    clock.advanceBy(1_000);
    await give(order);
    expect((await identity.principals.find(accountId))?.grants).toHaveLength(2);
  });

  it.each([
    ['system-administrator', 'auditor'],
    ['auditor', 'security-administrator'],
    ['security-administrator', 'system-administrator'],
  ])('gives "%2$s" to nobody who is "%1$s"', async (held, asked) => {
    const accountId = await account(`sep-${held.slice(0, 8).replace('-', '')}`);
    await give({ accountId, roleCode: held, unitId: 'district', by: null });

    await expect(give({ accountId, roleCode: asked, unitId: 'street-1', by: null })).rejects.toMatchObject({
      code: 'roles-exclude-each-other',
      kind: 'conflict',
    });
  });

  it('lets only one of two excluding roles pass when both are given at once', async () => {
    const accountId = await account('both');
    const order = { accountId, unitId: 'district', by: null };
    let second: Promise<void> | undefined;
    await identity.test.database.transaction(async (tx) => {
      await identity.grants.grant(tx, { ...order, roleCode: 'auditor' });
      second = give({ ...order, roleCode: 'system-administrator' });
      second.catch(() => undefined); // looked at below
      await somebodyWaitsForALock();
    });

    await expect(second).rejects.toMatchObject({ code: 'roles-exclude-each-other' });
    expect((await principal(accountId)).roles).toEqual(['auditor']);
  });

  it('lets nobody change their own roles', async () => {
    const accountId = await account('self');
    await give({ accountId, roleCode: 'security-administrator', unitId: 'district', by: null });
    const by = await principal(accountId);

    const order = { accountId, roleCode: 'leader', unitId: 'district', by };
    await expect(give(order)).rejects.toMatchObject({ code: 'grant-to-oneself', kind: 'forbidden' });
    await expect(take({ ...order, roleCode: 'security-administrator' })).rejects.toMatchObject({
      code: 'grant-to-oneself',
    });
  });

  describe('of what watches over the other administrators', () => {
    const watch = { roleCode: 'auditor', unitId: 'district' };

    beforeAll(async () => {
      await identity.test.database.query({
        text: `UPDATE identity.role_grant SET revoked_at = $1 WHERE role_code = 'auditor' AND revoked_at IS NULL`,
        values: [clock.now()],
      });
      clock.advanceBy(1_000);
    });

    it('does not let the last one be taken, not even by two who take one each', async () => {
      const by = await principal(await holder('taking', 'security-administrator'));
      const ids = await Promise.all([holder('watch-one', 'auditor'), holder('watch-two', 'auditor')]);

      const asked = await Promise.allSettled(ids.map((accountId) => take({ ...watch, accountId, by })));

      expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'last-holder', kind: 'conflict', message: expect.stringContaining('audit.read') },
      });
    });

    it('lets a grant be taken from the last holder who keeps another one', async () => {
      const by = await principal(await holder('tidying', 'security-administrator'));
      const [accountId = ''] = await identity.principals.holders('audit.read', '/district/');
      await give({ ...watch, accountId, unitId: 'street-1', by });

      await take({ ...watch, accountId, by });

      expect((await principal(accountId)).grants.map(({ unit }) => unit.id)).toEqual(['street-1']);
      await expect(take({ ...watch, accountId, unitId: 'street-1', by })).rejects.toMatchObject({
        code: 'last-holder',
      });
    });

    async function holder(username: string, roleCode: string): Promise<string> {
      const accountId = await account(username);
      await give({ accountId, roleCode, unitId: 'district', by: null });
      return accountId;
    }
  });

  it('records who gave what to whom and why', async () => {
    const giver = await account('giver');
    await give({ accountId: giver, roleCode: 'security-administrator', unitId: 'district', by: null });
    const accountId = await account('taker');

    await give({
      accountId,
      roleCode: 'leader',
      unitId: 'district',
      by: await principal(giver),
      reason: '任命文件 7 号',
    });

    const [entry] = await identity.test.database.query({
      text: `SELECT action, actor_id, actor_role, subject_id, reason, detail FROM identity.audit_entry
             WHERE stream = 'grants' ORDER BY seq DESC LIMIT 1`,
    });
    expect(entry).toEqual({
      action: 'role-granted',
      actor_id: giver,
      actor_role: 'security-administrator',
      subject_id: accountId,
      reason: '任命文件 7 号',
      detail: { role: 'leader', unit: 'district' },
    });
  });

  it('refuses what does not exist', async () => {
    const accountId = await account('real');
    const order = { accountId, roleCode: 'leader', unitId: 'district', by: null };

    await expect(give({ ...order, roleCode: 'king' })).rejects.toMatchObject({ code: 'role-unknown' });
    await expect(give({ ...order, unitId: 'nowhere' })).rejects.toMatchObject({ code: 'unit-unknown' });
    await expect(give({ ...order, accountId: newId() })).rejects.toMatchObject({ code: 'account-unknown' });
  });

  it('ignores a stored permission that this version does not know', async () => {
    await identity.test.database.query({
      text: `INSERT INTO identity.role (code, name, permissions) VALUES ('odd', '奇', '{case.read,world.rule}')`,
    });
    const accountId = await account('odd');
    await give({ accountId, roleCode: 'odd', unitId: 'district', by: null });

    expect([...(await principal(accountId)).permissions]).toEqual(['case.read']);
  });

  /** Until another connection stands before a lock; fails after 5 seconds. */
  async function somebodyWaitsForALock(): Promise<void> {
    const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (const end = Date.now() + 5_000; Date.now() < end;) {
      if ((await identity.test.database.query({ text })).length > 0) return;
    }
    throw new Error('expected somebody to wait for a lock, but nobody did');
  }

  async function account(username: string): Promise<string> {
    const draft = { username, displayName: '某某', password: 'Minsheng-2026' };
    return await identity.test.database.transaction(async (tx) => (await identity.accounts.create(tx, draft)).id);
  }

  async function principal(accountId: string): Promise<Principal> {
    const found = await identity.principals.find(accountId);
    if (!found) throw new Error(`expected account ${accountId}`);
    return found;
  }

  async function give(order: GrantOrder): Promise<void> {
    await identity.test.database.transaction(async (tx) => await identity.grants.grant(tx, order));
  }

  async function take(order: GrantOrder): Promise<void> {
    await identity.test.database.transaction(async (tx) => await identity.grants.revoke(tx, order));
  }
});

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : 1;
}
