import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  HistoryService,
  LeavingPreviews,
  LeavingService,
  TaskService,
  type IdempotentRequest,
  type RegisteredCase,
} from '@lianban/casework';
import {
  AbsenceService,
  absenceSchema,
  AuthService,
  departureSchema,
  DepartureService,
  GrantService,
} from '@lianban/identity';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const password = 'demo-password';
const today = '2026-03-02';

describe('somebody who leaves', () => {
  let world: DefaultWorld;

  beforeEach(async () => {
    world = await openDefaultWorld();
  });

  afterEach(async () => await world?.close());

  it('is told beforehand by their tasks, without what those are about', async () => {
    const filed = await heldByClerk();
    const clerk = await world.person('clerk');
    const previews = world.get(LeavingPreviews);
    expect(await previews.of(clerk.accountId)).toMatchObject({
      departure: undefined,
      total: 1,
      tasks: [{ code: filed.code, step: '工作站办理', unit: '向阳社区服务民生工作站', held: true }],
      leftEmpty: [],
    });
    expect(JSON.stringify(await previews.of(clerk.accountId))).not.toContain('道路破损');
    const officer = (await world.person('officer')).accountId;
    expect(await previews.of(officer)).toMatchObject({ total: 0, leftEmpty: ['城市管理局'] });
    await expect(previews.of('nobody')).rejects.toMatchObject({ code: 'account-unknown' });
  });

  it('gives what they hold back to the unit, with a line in the history, under the same clock', async () => {
    const filed = await heldByClerk();
    const { dueAt } = (await world.view(filed)).tasks[0] ?? {};
    await leave('clerk');
    expect((await world.view(filed)).tasks).toMatchObject([{ unit: '向阳社区服务民生工作站', assignee: null, dueAt }]);
    const leader = await world.person('leader');
    const { items } = await world.get(HistoryService).list(leader, filed.id, { limit: 10 });
    expect(items.at(-1)).toMatchObject({
      kind: 'released',
      title: '离岗退回',
      actor: { name: '沈立群', role: '系统管理员' },
      detail: { from: '陈晓燕', to: '向阳社区服务民生工作站' },
    });
    await world.finish('station-head', filed, 'resolved');
  });

  it('hands it to the colleague who is named, if that one can do it', async () => {
    const other = await world.file({ station: 'station-2-1' });
    await world.claim('clerk2', other);
    const filed = await heldByClerk();
    const receiver = (await world.person('station-head')).accountId;
    await leave('clerk', { receiver });
    expect((await world.view(filed)).tasks).toMatchObject([{ assignee: '赵建国' }]);
    expect(await world.line('station-head', 'todo', filed)).toBeDefined();
    expect((await world.titles(filed)).at(-1)).toBe('离岗移交');
    await leave('clerk2', { receiver });
    expect((await world.view(other)).tasks).toMatchObject([{ assignee: null }]);
  });

  it('leaves what was offered to them alone to the head of the unit', async () => {
    const filed = await world.file({ station: 'station-1-1' });
    await world.database.query({
      text: `UPDATE casework.step SET pools = ARRAY['person:clerk'] WHERE case_id = $1`,
      values: [filed.id],
    });
    await leave('clerk');
    expect(await world.line('station-head', 'claimable', filed)).toBeDefined();
    expect((await world.titles(filed)).at(-1)).toBe('离岗退回');
  });

  it('is signed out everywhere and refused like somebody whom nobody knows', async () => {
    const auth = world.get(AuthService);
    const clerk = await world.person('clerk');
    const { accessToken } = await auth.issueToken(clerk);
    const { token } = await auth.openSession(clerk);
    await leave('clerk');
    expect(await auth.principalOfToken(accessToken)).toBeUndefined();
    expect(await auth.principalOfSession(token)).toBeUndefined();
    const refusal = async (name: string) =>
      await auth.signIn(name, password).then(
        () => 'in',
        ({ code, message }: { code: string; message: string }) => ({ code, message }),
      );
    expect(await refusal('clerk')).toEqual(await refusal('nobody-at-all'));
  });

  it('stands in for nobody any more, and nobody for them', async () => {
    const [clerk, head] = [await world.person('clerk'), await world.person('station-head')];
    const [from, until] = ['2026-03-02T09:00:00+08:00', '2026-03-06T18:00:00+08:00'];
    const absences = world.get(AbsenceService);
    for (const [person, substitute] of [[clerk, head.accountId] as const, [head, clerk.accountId] as const])
      await world.database.transaction((tx) =>
        absences.set(tx, person, absenceSchema.parse({ substitute, from, until })),
      );
    await leave('clerk');
    expect((await world.person('station-head')).standsInFor).toEqual([]);
    expect(await absences.list(await world.person('station-head'))).toEqual([]);
  });

  it('leaves on the day that is set, not before, and may stay until then', async () => {
    const filed = await heldByClerk();
    await leave('clerk', { day: '2026-03-04' });
    await leave('clerk2', { day: '2026-03-04' });
    expect((await world.view(filed)).tasks).toMatchObject([{ assignee: '陈晓燕' }]);
    const admin = await world.person('sysadmin');
    const clerk2 = (await world.person('clerk2')).accountId;
    await world.database.transaction((tx) => world.get(DepartureService).cancel(tx, admin, clerk2));

    await world.advanceTo('2026-03-03T23:59:00+08:00');
    expect(await world.get(LeavingService).followUp()).toBe(0);
    await world.advanceTo('2026-03-04T00:00:00+08:00');
    const both = [world.get(LeavingService).followUp(), world.get(LeavingService).followUp()];
    const moved = await Promise.all(both);

    expect(moved.sort()).toEqual([0, 1]);
    expect((await world.view(filed)).tasks).toMatchObject([{ assignee: null }]);
    expect((await world.titles(filed)).filter((title) => title === '离岗退回')).toHaveLength(1);
    await expect(world.person('clerk')).rejects.toMatchObject({ code: 'sign-in-failed' });
    expect((await world.person('clerk2')).units).toHaveLength(1);
  });

  it('does not keep others from leaving where it fails', async () => {
    const filed = await world.file({ station: 'station-2-1' });
    await world.claim('clerk2', filed);
    await leave('clerk', { day: '2026-03-03' });
    await leave('clerk2', { day: '2026-03-04' });
    const { accountId } = await world.person('clerk');
    await world.database.query({
      text: `ALTER TABLE identity.account ADD CHECK (id <> '${accountId}' OR disabled_at IS NULL)`,
    });
    await world.advanceTo('2026-03-04T00:00:00+08:00');
    expect(await world.get(LeavingService).followUp()).toBe(1);
    expect((await world.view(filed)).tasks).toMatchObject([{ assignee: null }]);
  });

  it('leaves also behind more than a page of those who cannot', async () => {
    const filed = await world.file({ station: 'station-2-1' });
    await world.claim('clerk2', filed);
    await leave('clerk2', { day: '2026-03-04' });
    await world.database.query({
      text: `WITH stuck AS (INSERT INTO identity.account (id, username, display_name, password_hash, password_changed_at, created_at)
               SELECT gen_random_uuid(), 'stuck-' || n, '某某', '$argon2id$', now(), now() FROM generate_series(1, 60) AS n
               RETURNING id)
             INSERT INTO identity.departure (id, account_id, day, reason, set_by, set_at)
             SELECT id, id, '2026-03-03', '调离', '{"name": "沈立群"}', now() FROM stuck`,
    });
    await world.database.query({
      text: `ALTER TABLE identity.account ADD CHECK (username NOT LIKE 'stuck-%' OR disabled_at IS NULL)`,
    });
    await world.advanceTo('2026-03-04T00:00:00+08:00');
    expect(await world.get(LeavingService).followUp()).toBe(1);
  });

  it('keeps nothing that came to them while they were leaving', async () => {
    const filed = await world.file({ station: 'station-1-1' });
    const clerk = await world.person('clerk'); // still in the middle of a request
    await leave('clerk');
    await world.get(TaskService).claim(clerk, filed.tasks[0]?.id ?? '');
    await world.advanceTo('2026-03-02T09:06:00+08:00');
    expect(await world.get(LeavingService).followUp()).toBe(1);
    expect((await world.view(filed)).tasks).toMatchObject([{ assignee: null }]);
    expect(await world.get(LeavingService).followUp()).toBe(0);
    expect(await world.get(DepartureService).find(clerk.accountId)).toBeUndefined();
  });

  it.each([
    ['oneself', 'sysadmin', {}, 'person'],
    ['to oneself', 'clerk', { receiver: 'clerk' }, 'receiver'],
    ['to nobody', 'clerk', { receiver: '00000000-0000-7000-8000-000000000000' }, 'receiver'],
  ])('does not leave wrongly: %s', async (_, username, more, field) => {
    const receiver = 'receiver' in more ? more.receiver : undefined;
    const id = receiver === 'clerk' ? (await world.person('clerk')).accountId : receiver;
    await expect(leave(username, id === undefined ? {} : { receiver: id })).rejects.toMatchObject({
      code: 'departure-refused',
      fields: [{ field }],
    });
  });

  describe('and watches over the other administrators', () => {
    it.each(['secadmin', 'auditor'])('is not let go by a system administrator alone: %s', async (username) => {
      await expect(leave(username)).rejects.toMatchObject({
        code: 'departure-refused',
        fields: [{ field: 'person' }],
        message: expect.stringContaining('security administrator'),
      });
      expect(await world.person(username)).toBeDefined();
      const held = await world.person(username);
      const order = { accountId: held.accountId, roleCode: held.roles[0] ?? '', unitId: 'district' };
      const by = await world.person('secadmin2');
      await world.database.transaction((tx) => world.get(GrantService).revoke(tx, { ...order, by }));
      await leave(username);
      await expect(world.person(username)).rejects.toMatchObject({ code: 'sign-in-failed' });
    });

    it('is let go by who manages roles, but for the last, also when two are asked for at once', async () => {
      const by = await world.person('secadmin');
      const later = { day: '2026-03-09', receiver: undefined, reason: '调离' };
      const ids = await Promise.all(['auditor', 'auditor2'].map(async (name) => (await world.person(name)).accountId));
      const asked = await Promise.allSettled(
        ids.map((id) => world.database.transaction((tx) => world.get(DepartureService).set(tx, by, id, later))),
      );
      expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
        reason: { code: 'departure-refused', message: expect.stringContaining('the last who holds audit.read') },
      });
    });
  });

  describe('and was given such a role since it was set', () => {
    it.each([
      ['system', 'sysadmin', false],
      ['security', 'secadmin2', true],
    ])('goes on the day only if a %s administrator set it who may end that role', async (_, setter, closed) => {
      const by = await world.person(setter);
      const { accountId } = await world.person('clerk');
      const later = { day: '2026-03-04', receiver: undefined, reason: '调离' };
      await world.database.transaction(async (tx) => {
        await world.get(DepartureService).set(tx, by, accountId, later);
        const order = { accountId, roleCode: 'auditor', unitId: 'district', by: null };
        await world.get(GrantService).grant(tx, order);
      });

      await world.advanceTo('2026-03-04T00:00:00+08:00');
      await world.get(LeavingService).followUp();

      expect(await world.get(DepartureService).find(accountId)).toMatchObject({ closed });
    });
  });

  it('leaves once, also when the request comes again', async () => {
    const request = { key: 'k', account: 'sysadmin', hash: 'h' };
    const filed = await heldByClerk();
    await leave('clerk', { day: '2026-03-04' }, request);
    await leave('clerk', { day: '2026-03-04' }, request);
    await expect(leave('clerk', { day: '2026-03-05' })).rejects.toMatchObject({ code: 'departure-refused' });
    expect((await world.view(filed)).tasks).toMatchObject([{ assignee: '陈晓燕' }]);
  });

  async function heldByClerk(): Promise<RegisteredCase> {
    const filed = await world.file({ station: 'station-1-1' });
    await world.claim('clerk', filed);
    return filed;
  }

  async function leave(username: string, more: object = {}, request?: IdempotentRequest): Promise<void> {
    const draft = departureSchema.parse({ day: today, reason: '调离', ...more });
    const { accountId } = await world.person(username);
    await world.get(LeavingService).leave(await world.person('sysadmin'), accountId, draft, request);
  }
});
