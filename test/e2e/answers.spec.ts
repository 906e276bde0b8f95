import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  completionSchema,
  HistoryService,
  PublicStatusService,
  TaskService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const day = 86_400_000;

describe('the answer to a matter', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 140 * day;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += 140 * day;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ category: 'urban.road' });
  });

  it('always has a disposition: the first of the list where nobody says otherwise', async () => {
    await settle({});
    expect(await world.view(filed)).toMatchObject({
      disposition: { code: 'by-law', name: '依法按政策解决' },
      reply: null,
      sides: [],
    });
    expect(await world.titles(filed)).toEqual(['登记诉求', '办结']);
  });

  it('is told to the resident, and stands in the history', async () => {
    await settle({ disposition: 'persuade', reply: '东门路灯已修好。' });
    const status = await world.get(PublicStatusService).get(filed.code, filed.queryCode);
    expect(status.reply).toBe('东门路灯已修好。');
    expect(status.steps.at(-1)?.name).toMatch(/已答复$/u);
    const { items } = await world.get(HistoryService).list(await world.person('clerk'), filed.id, { limit: 50 });
    expect(items.find(({ kind }) => kind === 'answered')).toMatchObject({
      opinion: '东门路灯已修好。',
      detail: { disposition: '说服教育引导' },
    });
  });

  it.each([
    [{ disposition: 'magic' }, 'disposition-unknown'],
    [{ reply: '请找王师傅13900001111' }, 'reply-tells-numbers'],
  ])('is refused whole: %j', async (answer, code) => {
    await expect(settle(answer)).rejects.toMatchObject({ code });
    expect(await world.view(filed)).toMatchObject({ disposition: null, tasks: [{ name: '工作站办理' }] });
    expect(await world.titles(filed)).toEqual(['登记诉求']);
  });

  it('does not go with an outcome that settles nothing', async () => {
    await expect(settle({ outcome: 'escalate', reply: '已上报' })).rejects.toMatchObject({ code: 'answer-refused' });
  });

  it('that waits for a new policy leaves the unit a task of its own, which outlives the case', async () => {
    await settle({ disposition: 'policy', reply: '正在研究。' });
    await world.finish('street', filed, 'done');
    expect(await world.view(filed)).toMatchObject({
      state: 'closed',
      sides: [{ kind: 'policy', state: 'asked', text: '依规办理', late: false }],
      tasks: [{ name: '研究制定政策', remaining: '剩 30 个工作日' }],
    });
    await world.advanceTo(new Date(monday + 60 * day).toISOString());
    expect((await world.view(filed)).sides).toMatchObject([{ state: 'asked', late: true }]);
    await world.finish('clerk', filed, 'issued');
    expect(await world.view(filed)).toMatchObject({
      sides: [{ state: 'ended', answer: '依规办理' }],
      tasks: [],
      escalations: 0,
    });
  });

  it('that has to wait for its time comes back by itself, once for each case', async () => {
    await settle({ disposition: 'explain', reply: '明年列入改造计划。' });
    await world.finish('street', filed, 'dissatisfied');
    await finishNamed('二次办理', { outcome: 'resolved', disposition: 'explain' });
    expect((await world.view(filed)).sides).toMatchObject([{ kind: 'revisit', state: 'asked' }]);
    await world.finish('street', filed, 'done');
    await world.advanceTo(new Date(monday + 95 * day).toISOString());
    expect(await world.view(filed)).toMatchObject({ state: 'closed', tasks: [{ name: '回头看' }] });
    await finishNamed('回头看', { outcome: 'wait' });
    expect(await world.view(filed)).toMatchObject({ sides: [{ kind: 'revisit', endedAt: null }], tasks: [] });
  });

  async function settle(answer: object): Promise<void> {
    await finishNamed('工作站办理', { outcome: 'resolved', ...answer });
  }

  async function finishNamed(name: string, completion: object): Promise<void> {
    const task = (await world.view(filed)).tasks.find((each) => each.name === name);
    const said = completionSchema.parse({ opinion: '依规办理', ...completion });
    await world.get(TaskService).complete(await world.person('clerk'), task?.id ?? '', said);
  }
});
