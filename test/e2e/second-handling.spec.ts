import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  HistoryService,
  PublicStatusService,
  RatingService,
  ReopeningService,
  ResidentActs,
  TrailService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const day = 86_400_000;

describe('after the answer', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 42 * day;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  // The station answers, and the street is to call back.
  beforeEach(async () => {
    monday += 42 * day;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ category: 'environment.noise' });
    await world.finish('clerk', filed, 'resolved');
  });

  it('who is not satisfied at the callback gets a second handling by the same unit, in three working days, once', async () => {
    await world.claim('street', filed);
    expect(await world.view(filed, 'street')).toMatchObject({ tasks: [{ canRate: true }] });
    expect(await world.view(filed, 'leader')).toMatchObject({ tasks: [{ canRate: false }] });
    await world.get(RatingService).rate(await world.person('street'), filed.id, { grade: 2, solved: false });
    await world.finish('street', filed, 'dissatisfied');

    expect(await world.line('clerk', 'claimable', filed)).toMatchObject({
      step: '二次办理',
      remaining: '剩 3 个工作日',
    });
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'dissatisfied');
    expect(await world.view(filed)).toMatchObject({ state: 'closed', tasks: [] });
    expect(await world.titles(filed)).toEqual(['登记诉求', '办结', '签收', '评价', '不满意', '办结', '不满意', '结案']);
  });

  it('a second handling that lapses goes to the district', async () => {
    await world.finish('street', filed, 'dissatisfied');
    await world.advanceTo(new Date(monday + 3 * day + 9 * 3_600_000).toISOString());
    expect(await world.view(filed)).toMatchObject({ level: 'district', escalations: 1 });
  });

  it('nobody asks about their own work; to have asked before is no work of one’s own', async () => {
    const rate = async (username: string) =>
      await world.get(RatingService).rate(await world.person(username), filed.id, { grade: 5 });
    await expect(rate('street')).rejects.toMatchObject({ code: 'task-not-held' });
    await expect(rate('auditor')).rejects.toMatchObject({ code: 'permission-missing' });
    await world.finish('street', filed, 'dissatisfied');
    await world.claim('clerk', filed);
    await expect(rate('clerk')).rejects.toMatchObject({ code: 'not-a-callback' });
    await world.finish('clerk', filed, 'resolved');
    await world.claim('street', filed);
    expect(await rate('street')).toMatchObject({ tasks: [{ name: '回访' }] });

    filed = await world.file({ category: 'environment.noise' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    await world.finish('secretary', filed, 'submit');
    await world.finish('general', filed, 'resolved');
    await world.claim('general', filed);
    await expect(rate('general')).rejects.toMatchObject({ code: 'own-work', kind: 'forbidden' });
  });

  it('a resident rates a closed case once and once more, and a bad grade takes it up again', async () => {
    const told = () => world.get(PublicStatusService).get(filed.code, filed.queryCode);
    await expect(rateAsResident(4)).rejects.toMatchObject({ code: 'not-closed' });
    expect(await told()).toMatchObject({ state: 'open', calledBack: true, canRate: false });
    await world.finish('street', filed, 'done');
    expect(await told()).toMatchObject({ state: 'closed', calledBack: false, canRate: true });
    await expect(rateAsResident(5, 'wrong')).rejects.toMatchObject({ code: 'case-unknown' });
    await rateAsResident(4);
    expect(await world.view(filed)).toMatchObject({ state: 'closed' });
    expect(await told()).toMatchObject({ canRate: true });
    await rateAsResident(1);

    expect(await world.view(filed)).toMatchObject({
      state: 'open',
      closedAt: null,
      tasks: [{ name: '二次办理', unit: '向阳社区服务民生工作站' }],
    });
    const status = await told();
    expect(status).toMatchObject({ state: 'open', calledBack: false, canRate: false });
    expect(status.steps.map(({ name }) => name).slice(-2)).toEqual(['已评价', '重新办理，交向阳社区服务民生工作站']);
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'done');
    expect(await told()).toMatchObject({ state: 'closed', canRate: false });
    await expect(rateAsResident(1)).rejects.toMatchObject({ code: 'rated-enough' });
    expect(await world.view(filed)).toMatchObject({ state: 'closed' });
    expect(await world.get(TrailService).firstBrokenLine(filed.id)).toBeUndefined();
  });

  it('staff take a closed case up again within fourteen days and once; its history goes on', async () => {
    await expect(reopen('clerk')).rejects.toMatchObject({ code: 'reopen-refused' });
    await world.finish('street', filed, 'done');
    expect(await world.view(filed, 'clerk')).toMatchObject({ canReopen: true });
    await expect(reopen('clerk2')).rejects.toMatchObject({ code: 'case-unknown' });
    await world.advanceTo(new Date(monday + 14 * day).toISOString());
    expect(await reopen('clerk')).toMatchObject({ tasks: [{ elementId: 'second-handle' }] });

    expect(await world.titles(filed)).toEqual(['登记诉求', '办结', '回访完成', '结案', '重新办理']);
    const { items } = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 9 });
    expect(items.at(-1)).toMatchObject({ opinion: '诉求人来电反映未解决', actor: { name: '陈晓燕' } });
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'done');
    await expect(reopen('clerk')).rejects.toMatchObject({ code: 'reopen-refused' });
    expect(await world.view(filed, 'clerk')).toMatchObject({ state: 'closed', canReopen: false });
  });

  it('is over after fourteen days', async () => {
    await world.finish('street', filed, 'done');
    await world.advanceTo(new Date(monday + 14 * day + 60_000).toISOString());
    await expect(reopen('clerk')).rejects.toMatchObject({ code: 'reopen-refused' });
    await rateAsResident(1);
    expect(await world.view(filed)).toMatchObject({ state: 'closed' });
  });

  it('two who take it up at once take it up once', async () => {
    await world.finish('street', filed, 'done');
    const both = await Promise.allSettled([reopen('clerk'), reopen('station-head'), rateAsResident(1)]);
    const open = (await world.view(filed)).tasks;

    expect(open).toMatchObject([{ name: '二次办理' }]);
    expect(both.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1);
  });

  it('a resident adds facts while the case is open', async () => {
    const add = async () =>
      await world
        .get(ResidentActs)
        .supplement(filed.code, { queryCode: filed.queryCode, opinion: '昨晚十一点又在施工' });
    await add();
    expect(await world.titles(filed)).toContain('补充情况');
    for (let times = 1; times < 10; times += 1) await add();
    await expect(add()).rejects.toMatchObject({ code: 'supplemented-enough' });
    await world.finish('street', filed, 'done');
    await expect(add()).rejects.toMatchObject({ code: 'case-ended' });
  });

  async function reopen(username: string) {
    const given = { opinion: '诉求人来电反映未解决' };
    return await world.get(ReopeningService).reopen(await world.person(username), filed.id, given);
  }

  async function rateAsResident(grade: number, queryCode = filed.queryCode): Promise<void> {
    await world.get(ResidentActs).rate(filed.code, { queryCode, grade, opinion: '仍在施工' });
  }
});
