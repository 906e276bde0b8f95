import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  DispositionsService,
  HistoryService,
  LeavingService,
  MutualAidService,
  NoticeService,
  NoticeWriter,
  RecusalService,
  SideProcesses,
  TaskService,
  TransferService,
  UnitChangeService,
  unitChangeSchema,
  VolunteersService,
  VolunteerTasks,
  type MutualAidOffer,
  type RegisteredCase,
  type VolunteerBox,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const day = 86_400_000;
const resident = { name: '王大明', phone: '13800000001' };

// Station 1-1: `clerk` at the window, `volunteer` (水电小修) and `volunteer3` help; `volunteer2` helps elsewhere.
describe('mutual aid', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 42 * day;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += 42 * day;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ kind: 'help', title: '王大明家水管漏水', address: '幸福路 8 号', resident });
    await world.claim('clerk', filed);
  });

  it('offers a matter to the volunteers of the station, who see nothing of the resident, and leaves the clock alone', async () => {
    const before = await world.line('clerk', 'todo', filed);
    await offer();

    expect(await world.line('clerk', 'todo', filed)).toMatchObject({
      dueAt: before?.dueAt,
      remaining: before?.remaining,
    });
    const [seen, ...more] = await box('volunteer', 'offered');
    expect(more).toEqual([]);
    expect(seen).toMatchObject({ note: '厨房水管漏水，需上门更换', code: null, remaining: '剩 1 个工作日' });
    expect(JSON.stringify(seen)).not.toMatch(/王大明|13800000001|幸福路/u);
    expect(await box('volunteer2', 'offered')).toEqual([]);
    expect(await world.titles(filed)).toEqual(['登记诉求', '签收', '交互助']);
    const told = (await noticesOf('volunteer')).join();
    expect(told).toContain('有一件互助事项');
    expect(told).not.toMatch(/王大明|LB/u);
  });

  it('is taken by the first of two, once, who alone learns whom to help, and each look is in the history', async () => {
    await offer();
    const [offered] = await box('volunteer', 'offered');
    const id = offered?.id ?? '';
    const both = await Promise.allSettled([take('volunteer', id), take('volunteer3', id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = both[0]?.status === 'fulfilled' ? 'volunteer' : 'volunteer3';
    const loser = winner === 'volunteer' ? 'volunteer3' : 'volunteer';
    await expect(take(loser, id)).rejects.toMatchObject({ kind: 'conflict', code: 'already-decided' });

    const [mine] = await box(winner, 'mine');
    expect(mine).toMatchObject({ code: filed.code, note: '厨房水管漏水，需上门更换' });
    expect(await contact(winner, mine?.id ?? '')).toEqual({ ...resident, address: '幸福路 8 号' });
    await expect(contact(loser, mine?.id ?? '')).rejects.toMatchObject({ code: 'task-unknown' });
    await expect(contact(winner, id)).rejects.toMatchObject({ code: 'task-unknown' });
    expect(await box(loser, 'offered')).toEqual([]);
    const { items } = await world.get(HistoryService).list(await world.person('clerk'), filed.id, { limit: 100 });
    expect(items.slice(-2)).toMatchObject([
      { title: '认领', actor: { role: '志愿者' } },
      { title: '查看诉求人联系方式', actor: { role: '志愿者' } },
    ]);
  });

  it('holds the case until the window has checked what was reported, which is then solved by mutual aid', async () => {
    const task = await offeredAndTaken('volunteer');
    await expect(world.finish('clerk', filed, 'resolved')).rejects.toMatchObject({ code: 'helpers-open' });
    await report('volunteer', task, 'done', '已更换水管');
    await expect(contact('volunteer', task)).rejects.toMatchObject({ code: 'already-decided' });
    const handled = { name: '工作站办理', outcome: 'resolved' };
    await expect(world.finishNamed('clerk', filed, handled)).rejects.toMatchObject({ code: 'helpers-open' });
    expect(await toldOfIt('clerk')).toContain('核对互助结果');
    await world.finishNamed('clerk', filed, { name: '核对互助结果', outcome: 'solved' });
    await world.finishNamed('clerk', filed, handled);
    await world.finish('street', filed, 'done');

    expect(await world.view(filed)).toMatchObject({
      state: 'closed',
      lane: 'mutual',
      sides: [{ kind: 'mutual-aid', answer: '已更换水管', answeredBy: '方国庆', answeredAs: '已办妥' }],
    });
    expect((await box('volunteer', 'done'))[0]).toMatchObject({ solved: true, report: '已更换水管' });
  });

  it('gives what a volunteer cannot do back to the window, which goes on', async () => {
    const task = await offeredAndTaken('volunteer');
    await expect(report('volunteer', task, 'unable', '')).rejects.toMatchObject({ code: 'opinion-required' });
    await report('volunteer', task, 'unable', '需要专业设备');

    expect(await toldOfIt('clerk')).toContain('转回窗口');
    expect(await world.view(filed)).toMatchObject({ sides: [{ answeredAs: '做不了', answer: '需要专业设备' }] });
    await world.finish('clerk', filed, 'resolved');
    expect(await world.view(filed)).toMatchObject({ lane: 'window', tasks: [{ name: '回访' }] });
  });

  it('has back by itself what nobody takes in the hours that were given, and what is not reported in time', async () => {
    await offer({ term: { amount: 2, unit: 'hours' } });
    await world.advanceTo(new Date(monday + 2 * 3_600_000).toISOString());
    expect(await box('volunteer', 'offered')).toEqual([]);
    expect(await toldOfIt('clerk')).toContain('转回窗口');
    expect((await noticesOf('volunteer')).join()).not.toContain(filed.code);
    const back = await offeredAndTaken('volunteer');
    await world.advanceTo(new Date(monday + day + 8.5 * 3_600_000).toISOString());

    await expect(report('volunteer', back, 'done', '太晚了')).rejects.toMatchObject({ code: 'already-decided' });
    expect((await world.titles(filed)).filter((title) => title === '逾期未办')).toHaveLength(2);
    expect(await world.view(filed)).toMatchObject({
      level: 'station',
      escalations: 0,
      sides: [{ state: 'lapsed' }, {}],
    });
    await world.finish('clerk', filed, 'resolved');
  });

  it('is recalled by the window, and ends with the case leaving the station, from under the hands of who took it', async () => {
    const task = await offeredAndTaken('volunteer');
    await recall();
    expect((await noticesOf('volunteer')).join()).toContain('已终止');
    await expect(report('volunteer', task, 'done', '已修好')).rejects.toMatchObject({ code: 'already-decided' });
    await expect(recall()).rejects.toMatchObject({ code: 'nothing-to-recall' });

    await expect(offer({ term: { amount: 9, unit: 'days' } })).rejects.toMatchObject({ code: 'offer-too-long' });
    const due = Date.parse((await world.line('clerk', 'todo', filed))?.dueAt ?? '');
    await world.advanceTo(new Date(due - 3 * 3_600_000).toISOString());
    await offer({ term: { amount: 2, unit: 'hours' } });
    const { task: late } = await take('volunteer', (await box('volunteer', 'offered'))[0]?.id ?? '');
    await world.advanceTo(new Date(due).toISOString());
    expect(await world.view(filed)).toMatchObject({ level: 'street' });
    expect(await world.get(SideProcesses).endLeft()).toBe(1);
    await expect(report('volunteer', late, 'done', '已修好')).rejects.toMatchObject({ code: 'already-decided' });
    expect((await box('volunteer', 'done'))[0]).toMatchObject({ ended: { state: 'cancelled' }, solved: null });
  });

  it('is for no complaint, no conflict of interest, no kind that is closed to volunteers and no note that names people', async () => {
    const refusals: [object, string][] = [
      [{ kind: 'complaint' }, 'mutual-aid-kind'],
      [{ kind: 'help', about: 'dept-urban' }, 'mutual-aid-complaint'],
    ];
    for (const [more, code] of refusals) {
      const other = await world.file(more);
      await world.claim('clerk', other);
      await expect(offer({}, other)).rejects.toMatchObject({ code });
    }
    await expect(offer({ note: '给王大明修水管' })).rejects.toMatchObject({ code: 'note-tells-person' });
    await expect(offer({ note: '联系 13912345678' })).rejects.toMatchObject({ code: 'note-tells-person' });
    await expect(offer({ skill: 'none' })).rejects.toMatchObject({ code: 'skill-unknown' });
    await expect(offer({ skill: 'care' })).rejects.toMatchObject({ code: 'no-volunteers' });
    await world
      .get(TaskService)
      .release(await world.person('clerk'), (await world.line('clerk', 'todo', filed))?.id ?? '');
    await world.get(RecusalService).declare(await world.person('station-head'), filed.id, { opinion: '亲属' });
    await world.claim('clerk', filed);
    await expect(offer()).rejects.toMatchObject({ code: 'mutual-aid-conflict' });
  });

  it('is offered by who holds the task at a station, and its tasks are nobody else’s', async () => {
    const head = await world.person('station-head');
    await expect(world.get(MutualAidService).offer(head, filed.id, { note: '修水管' })).rejects.toMatchObject({
      code: 'task-not-held',
    });
    await offer({ skill: 'digital' });
    await expect(offer()).rejects.toMatchObject({ code: 'asked-already' });
    const [offered] = await box('volunteer', 'offered');
    expect(await box('volunteer3', 'offered')).toEqual([]); // cannot do it
    await expect(take('volunteer3', offered?.id ?? '')).rejects.toMatchObject({ code: 'task-unknown' });
    await expect(take('clerk', offered?.id ?? '')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(world.get(TaskService).claim(head, offered?.id ?? '')).rejects.toMatchObject({
      code: 'task-not-yours',
    });
    const transfer = { unit: 'station-1-2', opinion: '转办', task: offered?.id };
    await expect(
      world.get(TransferService).transfer(await world.person('street'), filed.id, transfer),
    ).rejects.toMatchObject({ code: 'task-not-held' });
    expect(await world.line('station-head', 'claimable', filed)).toBeUndefined();
    await expect(world.view(filed, 'volunteer')).rejects.toMatchObject({ code: 'permission-missing' });

    await world.finish('street', await routed(), 'route');
    await expect(world.get(MutualAidService).options(await world.person('officer'), filed.id)).rejects.toMatchObject({
      code: 'task-not-held',
    });
  });

  it('keeps its roster with who answers for the station: who is off it is offered nothing and learns of nobody', async () => {
    const volunteers = world.get(VolunteersService);
    const head = await world.person('station-head');
    const { items } = await volunteers.list(head, { limit: 10 });
    expect(items.map(({ name }) => name).sort()).toEqual(['方国庆', '金玉梅'].sort());
    const mine = items.find(({ name }) => name === '方国庆');
    const account = mine?.account ?? '';
    const draft = { unit: 'station-1-1', skills: ['care'], area: '8 号楼', active: false };
    const taken = await offeredAndTaken('volunteer');
    await volunteers.keep(head, account, draft);
    await expect(contact('volunteer', taken)).rejects.toMatchObject({ code: 'task-unknown' });
    await recall();
    await offer();
    expect(await box('volunteer', 'offered')).toEqual([]);
    expect(await box('volunteer3', 'offered')).toHaveLength(1);
    await recall();
    await volunteers.keep(head, account, { ...draft, skills: ['repair', 'digital'], active: true });

    await expect(volunteers.keep(await world.person('station-head2'), account, draft)).rejects.toMatchObject({
      code: 'outside-scope',
    });
    await expect(volunteers.keep(head, head.accountId, draft)).rejects.toMatchObject({ code: 'volunteer-refused' });
    await expect(volunteers.list(await world.person('clerk'), { limit: 10 })).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  it('counts the three ways of handling of a period, each case once', async () => {
    const today = new Date(monday + 8 * 3_600_000).toISOString().slice(0, 10);
    const window = await world.file({ kind: 'consult' });
    await world.finish('clerk', window, 'resolved');
    const together = await world.file({ category: 'urban.road' });
    await world.finish('clerk', together, 'escalate');
    await world.finish('street', together, 'resolved');
    await report('volunteer', await offeredAndTaken('volunteer'), 'done', '已修好');

    const lanes = await world.get(DispositionsService).lanes(await world.person('leader'), { from: today, to: today });
    expect(lanes.items.map(({ lane, received }) => [lane, received])).toEqual([
      ['window', 1],
      ['mutual', 1],
      ['coordination', 1],
    ]);
  });

  it('tells who took it nothing of the case, not even that it runs out soon', async () => {
    const task = await offeredAndTaken('volunteer');
    const { accountId } = await world.person('volunteer');
    const [instance] = task.split('.');
    const warned = `UPDATE casework.step SET warn_at = $2 WHERE instance_id = $1 AND state = 'open' RETURNING 1`;
    const at = new Date(monday - day);
    expect(await world.database.query({ text: warned, values: [instance, at] })).toHaveLength(1);
    const notices = world.get(NoticeWriter);
    expect(await notices.warn()).toBe(0);
    await world.database.transaction((tx) => notices.write(tx, filed.id, [{ kind: 'overdue', accounts: [accountId] }]));

    expect((await noticesOf('volunteer')).join()).not.toContain(filed.code);
  });

  it('comes back to the window at once when who took it leaves, who is off the roster then', async () => {
    const task = await offeredAndTaken('volunteer3');
    const { accountId } = await world.person('volunteer3');
    const draft = { day: new Date(monday).toISOString().slice(0, 10), reason: '搬离', receiver: undefined };
    await world.get(LeavingService).leave(await world.person('sysadmin'), accountId, draft);

    expect(await world.view(filed)).toMatchObject({ sides: [{ kind: 'mutual-aid', state: 'ended' }] });
    expect(await toldOfIt('clerk')).toContain('转回窗口');
    const { items } = await world.get(HistoryService).list(await world.person('clerk'), filed.id, { limit: 100 });
    expect(items.at(-1)).toMatchObject({
      ...{ kind: 'mutual-aid-recalled', title: '离岗收回互助', actor: { name: '沈立群' } },
      detail: { from: '金玉梅' },
    });
    const roster = await world.get(VolunteersService).list(await world.person('station-head'), { limit: 10 });
    expect(roster.items.find(({ account }) => account === accountId)).toMatchObject({ active: false, open: 0 });
    expect(await world.get(LeavingService).followUp()).toBe(0);
    await offer();
    const [offered] = await box('volunteer', 'offered');
    expect(offered?.id).not.toBe(task);
    await recall();
    await world.finish('clerk', filed, 'resolved');
  });

  it('goes on with the station into which theirs is merged, roster and open offers', async () => {
    await offer();
    const day = new Date(monday).toISOString().slice(0, 10);
    const change = unitChangeSchema.parse({ day, reason: '机构改革', kind: 'merged', successor: 'station-1-2' });
    await world.get(UnitChangeService).set(await world.person('sysadmin'), 'station-1-1', change);

    const [offered] = await box('volunteer', 'offered');
    expect(offered).toMatchObject({ note: '厨房水管漏水，需上门更换' });
    const { task } = await take('volunteer', offered?.id ?? '');
    await report('volunteer', task, 'done', '已修好');
    await world.finishNamed('clerk3', filed, { name: '核对互助结果', outcome: 'solved' });
  });

  async function offer(more: Partial<MutualAidOffer> = {}, on = filed) {
    const given = { note: '厨房水管漏水，需上门更换', ...more };
    return await world.get(MutualAidService).offer(await world.person('clerk'), on.id, given);
  }

  async function recall() {
    return await world.get(MutualAidService).recall(await world.person('clerk'), filed.id, { opinion: '窗口自办' });
  }

  async function box(username: string, name: VolunteerBox) {
    const page = { box: name, limit: 20 } as const;
    return (await world.get(VolunteerTasks).list(await world.person(username), page)).items;
  }

  async function take(username: string, id: string) {
    return await world.get(VolunteerTasks).take(await world.person(username), id);
  }

  async function offeredAndTaken(username: string): Promise<string> {
    await offer();
    return (await take(username, (await box(username, 'offered'))[0]?.id ?? '')).task;
  }

  async function report(username: string, id: string, outcome: string, opinion: string) {
    await world.get(VolunteerTasks).report(await world.person(username), id, { outcome, opinion });
  }

  async function contact(username: string, id: string) {
    return await world.get(VolunteerTasks).contact(await world.person(username), id);
  }

  /** A case that the street has. */
  async function routed() {
    const other = await world.file({ category: 'urban.road' });
    await world.finish('clerk', other, 'escalate');
    return other;
  }

  /** What somebody was told of the case. */
  async function toldOfIt(username: string): Promise<string> {
    return (await noticesOf(username)).filter((text) => text.includes(filed.code)).join();
  }

  async function noticesOf(username: string): Promise<string[]> {
    const { items } = await world.get(NoticeService).list(await world.person(username), { limit: 50 });
    return items.map(({ text }) => text);
  }
});
