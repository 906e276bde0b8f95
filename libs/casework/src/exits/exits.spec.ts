import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '@lianban/identity';
import { ResidentActs } from '../acts/resident-acts.service.js';
import { WithdrawalService } from '../acts/withdrawal.service.js';
import { caseDraftSchema } from '../cases/case-draft.js';
import { CaseQueryService } from '../cases/case-query.service.js';
import type { CaseView } from '../cases/case-view.js';
import { IntakeService, type RegisteredCase } from '../cases/intake.service.js';
import { PublicStatusService, type PublicStatus } from '../cases/public-status.service.js';
import { TaskService } from '../tasks/task.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { HistoryService } from '../trail/history.service.js';
import { DeclineService } from './decline.service.js';
import { MergeService } from './merge.service.js';

let world: CaseworkWorld;
let clerk: Principal;

beforeEach(async () => {
  world = await openCaseworkWorld();
  clerk = await world.person('clerk');
});

afterEach(async () => await world?.close());

async function file(title: string, more: object = {}): Promise<RegisteredCase> {
  const draft = caseDraftSchema.parse({ title, text: '东门两盏路灯不亮。', channel: 'tip-card', ...more });
  return await world.get(IntakeService).register(clerk, draft);
}

async function held(title: string, more: object = {}): Promise<RegisteredCase> {
  const filed = await file(title, more);
  await world.get(TaskService).claim(clerk, filed.tasks[0]?.id ?? '');
  return filed;
}

const view = (filed: RegisteredCase): Promise<CaseView> => world.get(CaseQueryService).get(clerk, filed.id);
const told = ({ code, queryCode }: RegisteredCase): Promise<PublicStatus> =>
  world.get(PublicStatusService).get(code, queryCode);
const finish = async (filed: RegisteredCase, outcome: string, more: object = {}): Promise<void> => {
  const { tasks } = await view(filed);
  await world.get(TaskService).complete(clerk, tasks[0]?.id ?? '', { outcome, opinion: '已修复', ...more });
};
const titles = async ({ id }: RegisteredCase): Promise<string[]> => {
  const { items } = await world.get(HistoryService).list(clerk, id, { limit: 50 });
  return items.map(({ title }) => title);
};

describe('a request', () => {
  it('says what the resident comes with', async () => {
    expect(await view(await file('路灯不亮', { kind: 'hazard' }))).toMatchObject({
      kind: { code: 'hazard', name: '矛盾隐患' },
      channel: { code: 'tip-card', name: '服务民生提示卡' },
    });
    await expect(file('路灯不亮', { kind: 'whim' })).rejects.toMatchObject({
      code: 'intake-invalid',
      fields: [{ field: 'kind', message: '诉求类型“whim”不存在' }],
    });
  });
});

describe('declining a request', () => {
  const decline = (filed: RegisteredCase, more: object = {}): Promise<void> =>
    world
      .get(DeclineService)
      .decline(clerk, filed.id, { reason: 'legal-remedy', opinion: '请向法院提起诉讼。', ...more });

  it('ends it with a reason, which the resident is told', async () => {
    const filed = await held('要求改判');
    await decline(filed);
    expect(await view(filed)).toMatchObject({
      state: 'declined',
      stateName: '不予受理',
      exit: { code: 'legal-remedy', name: '应当或者已经通过法定途径解决' },
      tasks: [],
      canReopen: false,
      canWithdraw: false,
    });
    expect(await told(filed)).toMatchObject({ state: 'declined', reply: '请向法院提起诉讼。', dueAt: null });
    expect((await told(filed)).steps.map(({ name }) => name)).toEqual([
      expect.stringContaining('已登记'),
      expect.stringContaining('已签收'),
      '不予受理',
    ]);
    expect(await titles(filed)).toEqual(['登记诉求', '签收', '环节终止', '流程终止', '不予受理']);
  });

  it('is for a reason of the list, tells nothing of others, and needs the task', async () => {
    const filed = await held('要求改判');
    await expect(decline(filed, { reason: 'lazy' })).rejects.toMatchObject({ code: 'exit-unknown' });
    await expect(decline(filed, { opinion: '请找 13900001111' })).rejects.toMatchObject({
      code: 'reply-tells-numbers',
      fields: [{ field: 'opinion', message: expect.any(String) }],
    });
    await expect(decline(await file('另一件'))).rejects.toMatchObject({ code: 'task-not-held' });
    expect((await view(filed)).state).toBe('open');
  });

  it('is refused where other cases are handled with it', async () => {
    const [main, other] = [await held('路灯不亮'), await held('东门路灯坏了')];
    await world.get(MergeService).merge(clerk, other.id, { into: main.code, opinion: '同一问题' });
    await expect(decline(main)).rejects.toMatchObject({ code: 'has-merged' });
    await expect(world.get(WithdrawalService).withdraw(clerk, main.id, { opinion: '撤回' })).rejects.toMatchObject({
      code: 'has-merged',
    });
    expect(await view(main)).toMatchObject({ state: 'open', tasks: [{ name: '工作站办理' }] });
  });
});

describe('merging cases about one matter', () => {
  const merge = (filed: RegisteredCase, into: string): Promise<void> =>
    world.get(MergeService).merge(clerk, filed.id, { into, opinion: '同一问题' });

  it('handles one, and answers each resident by their own receipt', async () => {
    const [main, other] = [await held('路灯不亮'), await held('东门路灯坏了')];
    await merge(other, main.code.toLowerCase());
    expect(await view(other)).toMatchObject({ state: 'merged', mergedInto: { code: main.code }, tasks: [] });
    expect(await view(main)).toMatchObject({ state: 'open', merged: [{ code: other.code, title: '东门路灯坏了' }] });
    expect(await told(other)).toMatchObject({ state: 'open', stateName: '办理中', dueAt: '2026-03-05T09:30:00.000Z' });
    expect((await told(other)).steps.at(-1)?.name).toBe('与同类诉求合并办理，办结后一并答复');

    await finish(main, 'resolved', { disposition: 'by-law', reply: '两盏路灯已更换。' });
    expect(await told(other)).toMatchObject({ state: 'closed', reply: '两盏路灯已更换。' });
    const last = (await told(other)).steps.map(({ name }) => name).slice(-3);
    expect(last).toEqual(expect.arrayContaining(['已办结', expect.stringContaining('已答复')]));
    expect(await titles(main)).toContain('并入诉求');
  });

  it('attaches a repeat to the open case while it is registered, or refuses both', async () => {
    const main = await held('路灯不亮');
    const repeat = await file('东门路灯还是不亮', { repeats: main.code });
    expect(repeat).toMatchObject({ state: 'merged', tasks: [] });
    expect(await view(main)).toMatchObject({ merged: [{ code: repeat.code }] });
    expect((await told(repeat)).steps.map(({ name }) => name)).toEqual([
      expect.stringContaining('已登记'),
      '与同类诉求合并办理，办结后一并答复',
    ]);

    await expect(file('又来一件', { repeats: repeat.id })).rejects.toMatchObject({ code: 'merge-refused' });
    await expect(file('又来一件', { repeats: '20990101-9999' })).rejects.toMatchObject({ code: 'merge-refused' });
    expect(await view(main)).toMatchObject({ merged: [{ code: repeat.code }] });
  });

  it('lets the resident of a merged case urge and add facts where it is handled', async () => {
    const [main, other] = [await held('路灯不亮'), await held('东门路灯坏了')];
    await merge(other, main.id);
    const act = { queryCode: other.queryCode, opinion: '晚上有老人摔倒' };
    await world.get(ResidentActs).urge(other.code, act);
    await world.get(ResidentActs).supplement(other.code, act);
    expect((await titles(main)).slice(-2)).toEqual(['催办', '补充情况']);
    await expect(world.get(ResidentActs).withdraw(other.code, act)).rejects.toMatchObject({ code: 'case-merged' });
  });

  it('is refused into nothing, into itself, into what is over and into what is merged', async () => {
    const [main, other, third] = [await held('路灯不亮'), await held('东门路灯坏了'), await held('没有路灯')];
    await expect(merge(other, '20990101-9999')).rejects.toMatchObject({ code: 'merge-refused' });
    await expect(merge(other, other.id)).rejects.toMatchObject({ code: 'merge-refused' });
    await merge(other, main.id);
    await expect(merge(third, other.id)).rejects.toMatchObject({ code: 'merge-refused' });
    await expect(merge(main, third.id)).rejects.toMatchObject({ code: 'has-merged' });
    await finish(main, 'resolved');
    await expect(merge(third, main.id)).rejects.toMatchObject({ code: 'merge-refused' });
    expect(await view(third)).toMatchObject({ state: 'open', tasks: [{ name: '工作站办理' }] });
  });

  it('never takes a complaint to the unit that it is about', async () => {
    const [main, complaint] = [await held('路灯不亮'), await file('推诿扯皮', { about: 'dept-urban' })];
    const head = await world.person('station-head');
    await world.get(TaskService).claim(head, complaint.tasks[0]?.id ?? '');
    const act = { into: main.code, opinion: '同一问题' };
    await expect(world.get(MergeService).merge(head, complaint.id, act)).rejects.toMatchObject({
      code: 'merge-refused',
    });
  });

  it('never puts two cases into each other', async () => {
    const [main, other] = [await held('路灯不亮'), await held('东门路灯坏了')];
    const both = await Promise.allSettled([merge(main, other.id), merge(other, main.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([(await view(main)).state, (await view(other)).state].sort()).toEqual(['merged', 'open']);
  });

  it('can be undone: the case begins its way anew', async () => {
    const [main, other] = [await held('路灯不亮'), await held('东门路灯坏了')];
    await merge(other, main.id);
    const stranger = await world.person('clerk2');
    const undo = { opinion: '不是同一处' };
    await expect(world.get(MergeService).separate(stranger, other.id, undo)).rejects.toMatchObject({
      code: 'case-unknown',
    });
    expect((await view(other)).canSeparate).toBe(true);
    expect(await world.get(MergeService).separate(clerk, other.id, undo)).toMatchObject({
      tasks: [{ name: '工作站办理' }],
    });
    expect(await view(other)).toMatchObject({ state: 'open', mergedInto: null, canSeparate: false });
    expect((await view(main)).merged).toEqual([]);
    expect((await titles(other)).at(-1)).toBe('恢复单独办理');
    expect((await titles(main)).at(-1)).toBe('取消并案');
    expect((await told(other)).steps.at(-1)?.name).toMatch(/^恢复单独办理，交/u);
    await expect(world.get(MergeService).separate(clerk, other.id, undo)).rejects.toMatchObject({ code: 'not-merged' });
  });
});
