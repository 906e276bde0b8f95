import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AssistService,
  ClockActs,
  PublicStatusService,
  SideProcesses,
  TaskService,
  WithdrawalService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const week = 7 * 86_400_000;

// The urban department (`officer`) leads; traffic (`officer6`) and police (`officer9`) help.
describe('asking for help', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 6 * week;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += 6 * week;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    await world.claim('officer', filed);
  });

  it('gives the helper a task of its own, with one working day less than the lead has, and leaves the lead its clock', async () => {
    const lead = await world.line('officer', 'todo', filed);
    const { tasks } = await ask('dept-traffic');

    expect(tasks).toMatchObject([{ elementId: 'assist-handle', unit: '交通运输局' }]);
    const helper = await world.line('officer6', 'claimable', filed);
    expect(helper).toMatchObject({ step: '协办', remaining: '剩 14 个工作日' });
    expect(lead).toMatchObject({ remaining: '剩 15 个工作日' });
    expect(await world.line('officer', 'todo', filed)).toMatchObject({ dueAt: lead?.dueAt, step: '部门办理' });
    // The case stays where it is: with who leads it.
    expect(await world.view(filed)).toMatchObject({
      level: 'department',
      sides: [{ kind: 'assist', unit: '交通运输局', state: 'asked', text: '请提供封路方案' }],
    });
    expect(await world.titles(filed)).toEqual(['登记诉求', '上报', '派单', '签收', '协办']);
  });

  it('ends before the lead does, though the lead has civil days', async () => {
    const backlog = await world.file({ category: 'urban.road', kind: 'backlog' });
    await world.finish('street', backlog, 'route');
    await world.claim('officer', backlog);
    const { dueAt: lead } = (await world.line('officer', 'todo', backlog)) ?? {};
    await ask('dept-traffic', undefined, backlog);

    const { dueAt: helper } = (await world.line('officer6', 'claimable', backlog)) ?? {};
    expect(Date.parse(helper ?? '')).toBeLessThan(Date.parse(lead ?? ''));
  });

  it('holds the lead until the helper has answered, who reports or explains', async () => {
    await ask('dept-traffic', 3);
    await ask('dept-police', 5);
    await expect(world.finish('officer', filed, 'resolved')).rejects.toMatchObject({
      code: 'helpers-open',
      details: { units: ['交通运输局', '公安分局'] },
    });
    await world.finish('officer6', filed, 'reported');
    await expect(world.finish('officer', filed, 'resolved')).rejects.toMatchObject({
      details: { units: ['公安分局'] },
    });
    await world.finish('officer9', filed, 'unable');
    await world.finish('officer', filed, 'resolved');

    const status = await world.get(PublicStatusService).get(filed.code, filed.queryCode);
    expect(status.steps.map(({ name }) => name).join()).not.toMatch(/交通|公安/u);
    expect(await world.view(filed)).toMatchObject({
      tasks: [{ name: '回访' }],
      sides: [
        { state: 'ended', answer: '依规办理', answeredBy: '叶长青', late: false },
        { state: 'ended', answer: '依规办理', answeredBy: '吕刚' },
      ],
    });
  });

  it('records a helper who says nothing, and the lead goes on without the answer', async () => {
    await ask('dept-traffic', 2);
    await world.advanceTo(new Date(monday + 2 * 86_400_000 + 9 * 3_600_000).toISOString());

    expect(await world.view(filed)).toMatchObject({
      escalations: 0,
      level: 'department',
      sides: [{ state: 'lapsed', late: true, answer: null }],
    });
    expect(await world.titles(filed)).toContain('逾期未办');
    await world.finish('officer', filed, 'resolved');
    expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '回访' }] });
  });

  it('is for who holds the task, of another unit, once at a time, and only while there is time', async () => {
    const asks = world.get(AssistService);
    const street = asks.assist(await world.person('street'), filed.id, { unit: 'dept-traffic', opinion: '请协助' });
    await expect(street).rejects.toMatchObject({ code: 'task-not-held' });
    await expect(ask('dept-urban')).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(ask('dept-none')).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(ask('dept-traffic', 15)).rejects.toMatchObject({ code: 'assist-too-long' });
    const twice = await Promise.allSettled([ask('dept-traffic', 3), ask('dept-traffic', 4)]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask('dept-traffic', 4)).rejects.toMatchObject({ code: 'asked-already' });

    await world.advanceTo(new Date(monday + 18 * 86_400_000).toISOString()); // Friday; the term ends on Monday
    await expect(ask('dept-police')).rejects.toMatchObject({ code: 'no-time-to-assist' });
  });

  it('lets no help begin for a task that somebody finishes at that moment', async () => {
    const lead = await world.person('officer');
    const task = (await world.line('officer', 'todo', filed))?.id ?? '';
    const completion = { outcome: 'resolved', opinion: '已修复' };
    const [asked, done] = await Promise.allSettled([
      ask('dept-traffic', 3),
      world.get(TaskService).complete(lead, task, completion),
    ]);

    expect([asked.status, done.status].sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('leaves the helper no clock of its own to move', async () => {
    await ask('dept-traffic', 3);
    await world.claim('officer6', filed);
    const helper = await world.person('officer6');
    const clocks = world.get(ClockActs);
    const refused = { code: 'clock-of-others' };
    await expect(clocks.extend(helper, filed.id, { days: 10, opinion: '延期' })).rejects.toMatchObject(refused);
    const pause = clocks.suspend(helper, filed.id, { reason: 'papers', opinion: '挂起' });
    await expect(pause).rejects.toMatchObject(refused);
  });

  it('ends by itself with a case that is taken back', async () => {
    await ask('dept-traffic', 3);
    const clerk = await world.person('clerk');
    await world.get(WithdrawalService).withdraw(clerk, filed.id, { opinion: '诉求人撤回' });
    expect(await world.get(SideProcesses).endLeft()).toBe(1);
    expect(await world.get(SideProcesses).endLeft()).toBe(0);

    expect(await world.line('officer6', 'claimable', filed)).toBeUndefined();
    expect(await world.view(filed)).toMatchObject({ state: 'withdrawn', tasks: [], sides: [{ state: 'ended' }] });
  });

  async function ask(unit: string, days?: number, on = filed) {
    const asked = { unit, opinion: '请提供封路方案', ...(days !== undefined && { days }) };
    return await world.get(AssistService).assist(await world.person('officer'), on.id, asked);
  }
});
