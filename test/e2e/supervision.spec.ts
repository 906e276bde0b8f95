import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AssistService,
  SideQueryService,
  supervisionSchema,
  SupervisionService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const day = 86_400_000;

describe('a supervision order', () => {
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
    filed = await world.file({ category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
  });

  it('goes to the unit that holds the case, is answered, looked at and closed, while the case goes its own way', async () => {
    const { tasks } = await order('supervisor');

    expect(tasks).toMatchObject([{ elementId: 'supervision-answer', unit: '城市管理局' }]);
    expect(await world.view(filed)).toMatchObject({
      level: 'department',
      tasks: [{ name: '督办答复' }, { name: '部门办理' }],
      sides: [{ kind: 'supervision', state: 'asked', trigger: '领导批示', text: '请尽快答复' }],
    });
    const answer = (await world.view(filed)).tasks.find(({ name }) => name === '督办答复');
    expect(answer).toMatchObject({ remaining: '剩 5 个工作日' });
    await finishNamed('officer', '督办答复', 'answered');
    expect((await world.view(filed)).sides).toMatchObject([{ state: 'answered', answer: '依规办理' }]);
    await finishNamed('supervisor', '督办审核', 'closed');

    expect((await world.view(filed)).sides).toMatchObject([{ state: 'ended', late: false, answeredBy: '周志强' }]);
    expect(await world.titles(filed)).toEqual(['登记诉求', '上报', '派单', '督办', '答复', '督办销号']);
    expect(await world.view(filed)).toMatchObject({ state: 'open', escalations: 0, tasks: [{ name: '部门办理' }] });
  });

  it('comes back to who gave it when nobody answers, and can be given again', async () => {
    await order('leader');
    await world.advanceTo(new Date(monday + 7 * day + 9 * 3_600_000).toISOString());

    expect((await world.view(filed)).sides).toMatchObject([{ state: 'lapsed', late: true, answer: null }]);
    await finishNamed('leader', '督办审核', 'again');
    expect((await world.view(filed)).tasks.map(({ name }) => name)).toContain('督办答复');
    // A lapse of the order is not one of the case.
    expect(await world.view(filed)).toMatchObject({ escalations: 0, level: 'department' });
  });

  it('goes to the unit that leads, not to one that helps and is due before it', async () => {
    await world.claim('officer', filed);
    const asked = { unit: 'dept-traffic', days: 2, opinion: '请协助' };
    await world.get(AssistService).assist(await world.person('officer'), filed.id, asked);
    expect(await order('supervisor')).toMatchObject({ tasks: [{ unit: '城市管理局' }] });
  });

  it('outlives the case', async () => {
    await order('supervisor');
    await finishNamed('officer', '部门办理', 'resolved');
    await world.finish('general', filed, 'done');

    expect(await world.view(filed)).toMatchObject({ state: 'closed', tasks: [{ name: '督办答复' }] });
    await finishNamed('officer', '督办答复', 'answered');
    await finishNamed('supervisor', '督办审核', 'closed');
    expect(await world.view(filed)).toMatchObject({ state: 'closed', tasks: [] });
  });

  it('is given by supervisors and leaders, for a reason of the list, once at a time to a unit', async () => {
    await expect(order('street')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(order('supervisor', { trigger: 'mood' })).rejects.toMatchObject({ code: 'trigger-unknown' });
    await expect(order('supervisor', { unit: 'dept-none' })).rejects.toMatchObject({ code: 'unit-refused' });
    await order('supervisor');
    await expect(order('leader')).rejects.toMatchObject({ code: 'supervised-already' });
    await order('leader', { unit: 'street-1' });
    expect((await world.view(filed)).sides).toHaveLength(2);
  });

  it('is given for a lapse to who let a term lapse, and to nobody as long as time is left', async () => {
    await expect(order('supervisor', { trigger: 'overdue' })).rejects.toMatchObject({ code: 'nothing-lapsed' });
    const station = { trigger: 'overdue', unit: 'station-1-1' };
    await expect(order('supervisor', station)).rejects.toMatchObject({ code: 'nothing-lapsed' });
    await world.advanceTo(new Date(monday + 29 * day).toISOString());

    const given = await order('supervisor', { trigger: 'overdue', unit: 'dept-urban' });

    expect(given).toMatchObject({ tasks: [{ unit: '城市管理局' }] });
    await expect(order('leader', station)).rejects.toMatchObject({ code: 'nothing-lapsed' });
  });

  it('stands in the list of those who supervise, open ones by themselves', async () => {
    await order('supervisor');
    const { items } = await list('supervisor', { open: true, limit: 1 });
    expect(items).toMatchObject([{ code: filed.code, unit: '城市管理局', state: 'asked', askedBy: '冯立新' }]);
    const first = await list('leader', { limit: 2 });
    const second = await list('leader', { limit: 2, after: first.next ?? '' });
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect([...ids].sort().reverse()).toEqual(ids);
    await expect(list('clerk', { limit: 1 })).rejects.toMatchObject({ code: 'permission-missing' });
  });

  async function order(username: string, more: object = {}) {
    const given = supervisionSchema.parse({ trigger: 'leader-note', opinion: '请尽快答复', ...more });
    return await world.get(SupervisionService).supervise(await world.person(username), filed.id, given);
  }

  async function list(username: string, query: Parameters<SideQueryService['supervisions']>[1]) {
    return await world.get(SideQueryService).supervisions(await world.person(username), query);
  }

  async function finishNamed(username: string, name: string, outcome: string): Promise<void> {
    await world.finishNamed(username, filed, { name, outcome });
  }
});
