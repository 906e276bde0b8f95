import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { caseDraftSchema } from '../cases/case-draft.js';
import { CaseQueryService } from '../cases/case-query.service.js';
import { IntakeService, type RegisteredCase } from '../cases/intake.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { HistoryService } from '../trail/history.service.js';
import { TrailService } from '../trail/trail.service.js';
import { InboxService } from './inbox.service.js';
import type { Box } from './inbox.js';
import { TaskService } from './task.service.js';

describe('TaskService', () => {
  let world: CaseworkWorld;

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  it('offers a new case to its station, with its term, and to nobody else', async () => {
    const filed = await file('路灯不亮');

    expect(filed).toMatchObject({
      state: 'open',
      code: expect.stringMatching(/^LB20260302-\d{6}$/),
      queryCode: expect.stringMatching(/^\d{8}$/),
    });
    expect(filed.tasks).toEqual([
      expect.objectContaining({
        elementId: 'station-handles',
        name: '工作站办理',
        unit: '向阳社区服务民生工作站',
        dueAt: '2026-03-05T09:30:00.000Z',
      }),
    ]);
    expect(await inbox('clerk', 'claimable', filed)).toMatchObject({
      light: 'green',
      remaining: '剩 3 个工作日',
      residentName: '王**',
    });
    expect(await inbox('station-head', 'claimable', filed)).toBeDefined();
    expect(await inbox('clerk2', 'claimable', filed)).toBeUndefined();
    expect(await inbox('street', 'claimable', filed)).toBeUndefined();
    expect(await inbox('clerk', 'registered', filed)).toMatchObject({ step: '工作站办理' });
  });

  it('gives a task to the first of two who claim it at once, and tells the second who was first', async () => {
    const task = taskOf(await file('垃圾堆放'));
    const [clerk, head] = await Promise.all([world.person('clerk'), world.person('station-head')]);

    const outcomes = await Promise.allSettled([tasks().claim(clerk, task), tasks().claim(head, task)]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({
      code: 'already-claimed',
      kind: 'conflict',
      details: { by: expect.any(String) },
    });
    await expect(
      tasks()
        .claim(clerk, task)
        .catch(() => tasks().claim(head, task)),
    ).resolves.toBeDefined();
  });

  it('refuses people of another unit, whatever they try', async () => {
    const task = taskOf(await file('噪声扰民'));
    const stranger = await world.person('clerk2');

    const notYours = expect.objectContaining({ code: 'task-not-yours', kind: 'forbidden' });
    await expect(tasks().claim(stranger, task)).rejects.toEqual(notYours);
    await expect(tasks().release(stranger, task)).rejects.toEqual(notYours);
    await expect(tasks().complete(stranger, task, { outcome: 'resolved', opinion: '好' })).rejects.toEqual(notYours);
  });

  it('goes on to the street when the station reports a case up, and tells both in the history', async () => {
    const filed = await file('违章搭建');
    const clerk = await world.person('clerk');

    const { tasks: next } = await tasks().complete(clerk, taskOf(filed), { outcome: 'escalate', opinion: '超出权限' });

    expect(next).toEqual([expect.objectContaining({ elementId: 'street-coordinates', unit: '河东街道党工委' })]);
    expect(await inbox('clerk', 'done', filed)).toMatchObject({ completedAt: expect.any(String) });
    expect(await inbox('street', 'claimable', filed)).toBeDefined();
    const history = await historyOf(filed);
    expect(history.map(({ kind, title }) => [kind, title])).toEqual([
      ['registered', '登记诉求'],
      ['completed', '上报'],
    ]);
    expect(history[1]).toMatchObject({
      actor: { name: '陈晓燕', unit: '向阳社区服务民生工作站' },
      opinion: '超出权限',
      detail: { outcome: 'escalate', next: [{ step: '街道协调' }] },
      definitionVersion: 1,
    });
  });

  it('closes the case with the last task, and refuses a second completion', async () => {
    const filed = await file('树枝遮挡');
    const clerk = await world.person('clerk');

    await tasks().complete(clerk, taskOf(filed), { outcome: 'resolved', opinion: '已修剪' });

    expect(await world.get(CaseQueryService).get(clerk, filed.id)).toMatchObject({
      state: 'closed',
      stateName: '已办结',
      tasks: [],
    });
    await expect(
      tasks().complete(clerk, taskOf(filed), { outcome: 'resolved', opinion: '再次' }),
    ).rejects.toMatchObject({
      code: 'already-decided',
    });
    expect((await historyOf(filed)).at(-1)).toMatchObject({ kind: 'closed' });
    expect(await world.get(TrailService).firstBrokenLine(filed.id)).toBeUndefined();
  });

  it.each([
    [{}, 'outcome-required'],
    [{ outcome: 'nonsense' }, 'outcome-unknown'],
    [{ outcome: 'resolved', opinion: '' }, 'opinion-required'],
    [{ outcome: 'escalate', variables: { returns: 5 } }, 'variables-refused'],
  ])('refuses the completion %j with %s and changes nothing', async (completion, code) => {
    const filed = await file('积水');
    const clerk = await world.person('clerk');

    await expect(tasks().complete(clerk, taskOf(filed), completion)).rejects.toMatchObject({
      code,
      kind: 'unprocessable',
    });

    expect(await inbox('clerk', 'claimable', filed)).toBeDefined();
  });

  it('lets only the holder complete, and the unit again after a release', async () => {
    const filed = await file('井盖缺失');
    const [clerk, head] = [await world.person('clerk'), await world.person('station-head')];
    await tasks().claim(clerk, taskOf(filed));

    await expect(tasks().complete(head, taskOf(filed), { outcome: 'escalate' })).rejects.toMatchObject({
      code: 'already-claimed',
    });
    await expect(tasks().release(head, taskOf(filed))).rejects.toMatchObject({ code: 'already-claimed' });
    await tasks().release(clerk, taskOf(filed));
    await expect(tasks().release(clerk, taskOf(filed))).rejects.toMatchObject({ code: 'not-claimed' });
    await tasks().complete(head, taskOf(filed), { outcome: 'escalate' });

    expect((await historyOf(filed)).map(({ kind }) => kind)).toEqual([
      'registered',
      'claimed',
      'released',
      'completed',
    ]);
  });

  it('answers a repeated request as the first time and does its work once', async () => {
    const clerk = await world.person('clerk');
    const request = { key: 'again', account: clerk.accountId, hash: 'a' };
    const draft = caseDraftSchema.parse({ title: '重复', text: '重复提交', channel: 'phone' });

    const first = await world.get(IntakeService).register(clerk, draft, request);
    const second = await world.get(IntakeService).register(clerk, draft, request);

    expect(second).toEqual(first);
    await expect(world.get(IntakeService).register(clerk, draft, { ...request, hash: 'b' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('turns yellow, then hands a lapsed case over at the very instant and names who let it lapse', async () => {
    const filed = await file('楼道照明');

    await world.advanceTo('2026-03-05T09:00:00+08:00');
    expect(await inbox('clerk', 'claimable', filed)).toMatchObject({ light: 'yellow' });
    await world.advanceTo('2026-03-05T17:30:00+08:00');

    expect(await inbox('clerk', 'claimable', filed)).toBeUndefined();
    expect(await inbox('street', 'claimable', filed)).toMatchObject({ dueAt: '2026-03-09T09:30:00.000Z' });
    const view = await world.get(CaseQueryService).get(await world.person('street'), filed.id);
    expect(view).toMatchObject({ level: 'street', escalations: 1 });
    expect((await historyOf(filed)).at(-1)).toMatchObject({
      kind: 'lapsed',
      actor: null,
      unit: '向阳社区服务民生工作站',
      detail: { dueAt: '2026-03-05T09:30:00.000Z', next: [{ step: '街道协调', unit: '河东街道党工委' }] },
    });
  });

  it('keeps an unbroken chain of history lines', async () => {
    const filed = await file('围墙开裂');
    await tasks().complete(await world.person('clerk'), taskOf(filed), { outcome: 'escalate' });

    expect(await world.get(TrailService).firstBrokenLine(filed.id)).toBeUndefined();
    await expect(
      world.database.query({ text: 'DELETE FROM casework.trail WHERE case_id = $1', values: [filed.id] }),
    ).rejects.toThrow(/append-only/u);
  });

  const tasks = (): TaskService => world.get(TaskService);

  async function file(title: string): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({
      title,
      text: `${title}，请尽快处理。`,
      channel: 'phone',
      category: 'urban.road',
      resident: { name: '王小明', phone: '13812345678' },
    });
    return await world.get(IntakeService).register(await world.person('clerk'), draft);
  }

  async function inbox(username: string, box: Box, { id }: { id: string }) {
    const { items } = await world
      .get(InboxService)
      .list(await world.person(username), { box, sort: 'due', limit: 100 });
    return items.find(({ caseId }) => caseId === id);
  }

  async function historyOf({ id }: { id: string }) {
    return (await world.get(HistoryService).list(await world.person('clerk'), id, { limit: 100 })).items;
  }

  function taskOf({ tasks: [task] }: RegisteredCase): string {
    return task?.id ?? '';
  }
});
