import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HistoryService, InboxService, TaskService, type RegisteredCase } from '@lianban/casework';
import { absenceSchema, AbsenceService, GrantService, type Absence } from '@lianban/identity';
import { MembershipService } from '@lianban/organisation';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

describe('while somebody is away', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;

  beforeEach(async () => {
    world = await openDefaultWorld();
    filed = await world.file();
    await world.claim('clerk', filed);
  });

  afterEach(async () => await world?.close());

  it('a colleague finds their tasks, takes them over and finishes them, with both names in the history', async () => {
    expect(await world.line('station-head', 'claimable', filed)).toBeUndefined();
    await absent();
    expect(await world.line('station-head', 'claimable', filed)).toMatchObject({ assignee: '陈晓燕' });
    expect((await world.view(filed, 'station-head')).tasks).toMatchObject([{ canClaim: true, canComplete: false }]);
    await world.claim('station-head', filed);
    expect(await world.line('clerk', 'todo', filed)).toBeUndefined();
    await world.finish('station-head', filed, 'resolved');

    const head = await world.person('station-head');
    const { items } = await world.get(HistoryService).list(head, filed.id, { limit: 20 });
    expect(items.slice(1)).toMatchObject([
      { title: '签收', actor: { name: '陈晓燕' }, onBehalfOf: null },
      { title: '签收', actor: { name: head.displayName }, onBehalfOf: '陈晓燕' },
      { title: '办结', actor: { name: head.displayName } },
    ]);
  });

  it('only then, and only that colleague', async () => {
    await absent({ from: '2026-03-03T09:00:00+08:00', until: '2026-03-04T18:00:00+08:00' });
    expect(await mayTakeOver('station-head')).toBe(false);
    await world.advanceTo('2026-03-03T09:00:00+08:00');
    expect(await mayTakeOver('station-head')).toBe(true);
    expect(await mayTakeOver('clerk2')).toBe(false);
    await world.advanceTo('2026-03-04T18:00:00+08:00');
    expect(await mayTakeOver('station-head')).toBe(false);
  });

  it('in the units where that colleague works, not where only they who are away do', async () => {
    const { accountId } = await world.person('clerk');
    const there = { accountId, unitId: 'station-2-1' };
    await world.database.transaction(async (tx) => {
      await world.get(MembershipService).add(tx, { ...there, post: '办事员' });
      await world.get(GrantService).grant(tx, { ...there, roleCode: 'station-clerk', by: null, reason: '兼任' });
    });
    const elsewhere = await world.file({ station: 'station-2-1' });
    await world.claim('clerk', elsewhere);
    await absent();
    const head = await world.person('station-head');
    const { counts } = await world.get(InboxService).list(head, { box: 'todo', sort: 'due', limit: 10 });
    expect(counts.claimable).toBe(1);
    expect(await mayTakeOver('station-head')).toBe(true);
    expect(await mayTakeOver('station-head', elsewhere)).toBe(false);
    const task = await world.line('clerk', 'todo', elsewhere);
    await expect(world.get(TaskService).claim(head, task?.id ?? '')).rejects.toMatchObject({ code: 'task-not-yours' });
  });

  it('until it is ended, by who is away or by who assigns tasks there', async () => {
    const { id } = await absent();
    await expect(world.get(AbsenceService).end(await world.person('clerk2'), id)).rejects.toMatchObject({
      code: 'absence-unknown',
    });
    await world.get(AbsenceService).end(await world.person('station-head'), id);
    expect(await mayTakeOver('station-head')).toBe(false);
    expect(await world.get(AbsenceService).list(await world.person('clerk'))).toEqual([]);
  });

  it.each([
    ['oneself', { substitute: 'clerk' }, 'substitute'],
    ['somebody of another unit', { substitute: 'clerk2' }, 'substitute'],
    ['nobody', { substitute: 'nobody' }, 'substitute'],
    ['for somebody of another unit', { person: 'clerk2' }, 'person'],
    ['backwards in time', { until: '2026-03-01T09:00:00+08:00' }, 'until'],
    ['for a year', { until: '2027-03-01T09:00:00+08:00' }, 'until'],
  ])('nobody stands in wrongly: %s', async (_, more, field) => {
    await expect(absent(more)).rejects.toMatchObject({ code: 'absence-refused', fields: [{ field }] });
  });

  it('one stands in at a time', async () => {
    await absent();
    await expect(absent()).rejects.toMatchObject({ code: 'absence-refused', fields: [{ field: 'from' }] });
  });

  async function mayTakeOver(username: string, which = filed): Promise<boolean> {
    return (await world.line(username, 'claimable', which)) !== undefined;
  }

  async function absent(more: Readonly<Record<string, string>> = {}): Promise<Absence> {
    const ids: Record<string, string> = { nobody: '00000000-0000-7000-8000-000000000000' };
    for (const name of ['clerk', 'clerk2', 'station-head']) ids[name] = (await world.person(name)).accountId;
    const given = {
      substitute: 'station-head',
      from: '2026-03-02T09:00:00+08:00',
      until: '2026-03-06T18:00:00+08:00',
      ...more,
    };
    const named = Object.entries(given).map(([key, value]) => [key, ids[value] ?? value]);
    const draft = absenceSchema.parse(Object.fromEntries(named));
    const clerk = await world.person('clerk');
    return await world.database.transaction((tx) => world.get(AbsenceService).set(tx, clerk, draft));
  }
});
