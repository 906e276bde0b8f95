import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ClockActs,
  HistoryService,
  PauseCaps,
  ReturnService,
  TaskService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

// A road is first given to the urban department; the officer of traffic is `officer6`.
describe('returning a case', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  // Ten weeks lie between two cases, so that each has its own Mondays.
  const weeks = 10 * 7 * 86_400_000;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - weeks;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  // Each case reaches the department on a Monday morning of its own; fifteen working days end three weeks later.
  beforeEach(async () => {
    monday += weeks;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    await world.claim('officer', filed);
  });

  it('is a request: granted, it goes to the suggested department, whose term is what is left of the old one', async () => {
    const before = await world.line('officer', 'todo', filed);
    await after(3);
    const { tasks } = await giveBack('officer', 'dept-traffic');

    expect(tasks).toMatchObject([{ elementId: 'return-review', unit: '河东街道党工委' }]);
    expect(await world.view(filed)).toMatchObject({ returns: 1, level: 'street' });
    await world.finish('street', filed, 'grant');
    expect(await world.line('officer6', 'claimable', filed)).toMatchObject({ dueAt: before?.dueAt, light: 'green' });
    expect(await world.line('officer', 'claimable', filed)).toBeUndefined();

    const { items } = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 });
    expect(items.find(({ title }) => title === '退单')).toMatchObject({
      opinion: '不属于本单位职责',
      detail: { returned: { legalBasis: '三定方案第四条', evidence: '现场照片', suggestedUnitName: '交通运输局' } },
    });
  });

  it('lapses for whoever has the case when the one clock ends, and that is on record', async () => {
    const { dueAt } = (await world.line('officer', 'todo', filed)) ?? {};
    await giveBack('officer', 'dept-traffic');
    await world.finish('street', filed, 'grant');
    await world.advanceTo(dueAt ?? '');

    expect(await world.view(filed)).toMatchObject({ level: 'joint-meeting', escalations: 1, returns: 1 });
    const { items } = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 });
    expect(items.filter(({ kind }) => kind === 'lapsed')).toMatchObject([{ unit: '交通运输局' }]);
  });

  it('shows the yellow light at once where the clock was yellow already', async () => {
    await after(20); // the light is yellow from the fourteenth working day on
    expect(await world.line('officer', 'todo', filed)).toMatchObject({ light: 'yellow' });
    await giveBack('officer', 'dept-traffic');
    await world.finish('street', filed, 'refuse');

    expect(await world.line('officer', 'claimable', filed)).toMatchObject({ light: 'yellow' });
  });

  it('keeps what was done to the clock: an extension is used up, a pause goes on and ends by itself', async () => {
    const clocks = world.get(ClockActs);
    const officer = await world.person('officer');
    await clocks.extend(officer, filed.id, { days: 5, opinion: '待鉴定' });
    const { remaining } = (await world.line('officer', 'todo', filed)) ?? {};
    await clocks.suspend(officer, filed.id, { reason: 'appraisal', opinion: '鉴定中' });
    await giveBack('officer', 'dept-traffic');
    await world.finish('street', filed, 'refuse');
    await world.claim('officer', filed);

    expect(await world.line('officer', 'todo', filed)).toMatchObject({ light: 'paused', suspended: true });
    await world.advanceTo(new Date(monday + 31 * 86_400_000).toISOString());
    expect(await world.get(PauseCaps).resumeOverdue()).toBe(1);
    const resumed = await world.line('officer', 'todo', filed);
    expect(resumed).toMatchObject({ suspended: false, light: 'green', remaining });
    const again = clocks.extend(officer, filed.id, { days: 5, opinion: '再延期' });
    await expect(again).rejects.toMatchObject({ code: 'extension-used-up' });
  });

  it('needs legal basis and a department that it should be with, and cannot be had without them', async () => {
    await expect(giveBack('officer', 'dept-urban')).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(giveBack('officer', 'station-1-1')).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(giveBack('officer', 'dept-none')).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(giveBack('officer6', 'dept-traffic')).rejects.toMatchObject({ code: 'task-not-held' });
    const task = (await world.line('officer', 'todo', filed))?.id ?? '';
    const plain = world
      .get(TaskService)
      .complete(await world.person('officer'), task, { outcome: 'return', opinion: '不归我们' });
    await expect(plain).rejects.toMatchObject({ code: 'outcome-needs-act', details: { act: 'return' } });
  });

  it('is not offered where the meeting has ruled; that unit handles it or loses it to the district', async () => {
    await giveBack('officer', 'dept-traffic');
    await world.finish('street', filed, 'grant');
    await world.claim('officer6', filed);
    await giveBack('officer6', 'dept-urban');
    await world.finish('secretary', filed, 'rule', { chosenDepartment: 'dept-urban' });
    await world.claim('officer', filed);

    expect(await world.view(filed)).toMatchObject({ returns: 2, tasks: [{ name: '裁定承办', unit: '城市管理局' }] });
    await expect(giveBack('officer', 'dept-traffic')).rejects.toMatchObject({ code: 'return-not-offered' });
    const { dueAt } = (await world.line('officer', 'todo', filed)) ?? {};
    await world.advanceTo(dueAt ?? '');
    expect(await world.view(filed)).toMatchObject({ level: 'district', escalations: 1 });
  });

  it('goes to the meeting when the street does not review it in two working days', async () => {
    await giveBack('officer', 'dept-traffic');
    await after(2);
    await world.advanceTo(new Date(monday + 2 * 86_400_000 + 9 * 3_600_000).toISOString());

    expect(await world.view(filed)).toMatchObject({ level: 'joint-meeting', escalations: 1 });
  });

  async function after(days: number): Promise<void> {
    await world.advanceTo(new Date(monday + days * 86_400_000).toISOString());
  }

  async function giveBack(username: string, suggestedUnit: string) {
    const given = { suggestedUnit, legalBasis: '三定方案第四条', evidence: '现场照片', opinion: '不属于本单位职责' };
    return await world.get(ReturnService).return(await world.person(username), filed.id, given);
  }
});
