import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type IdempotentRequest, type RegisteredCase } from '@lianban/casework';
import {
  DecisionService,
  decisionSchema,
  FollowUpActs,
  FollowUpBoard,
  MeetingService,
  meetingSchema,
  QueueService,
  type FollowUpItem,
} from '@lianban/joint-meeting';
import { changeEntry } from './support/change-entry.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

/** One meeting whose ruling is done late; each test goes on where the one before ended. */
describe('the follow-up of a joint meeting', () => {
  let world: DefaultWorld;
  let meeting: string;
  const cases: RegisteredCase[] = [];
  const topics: string[] = [];

  beforeAll(async () => {
    world = await openDefaultWorld();
    const secretary = await world.person('secretary');
    for (const title of ['路面塌陷', '电梯加装', '夜市油烟']) {
      const filed = await world.file({ title, category: 'urban.road' });
      await world.finish('clerk', filed, 'escalate');
      await world.finish('street', filed, 'meeting');
      const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
      cases.push(filed);
      topics.push(items.find(({ caseId }) => caseId === filed.id)?.id ?? '');
    }
    const draft = {
      title: '三月联席会',
      at: '2026-03-05T15:00:00+08:00',
      place: '三楼会议室',
      topics: topics.map((id) => ({ id })),
      units: ['dept-urban'],
    };
    meeting = (await world.get(MeetingService).call(secretary, meetingSchema.parse(draft))).id;
    await decide(0, { outcome: 'rule', lead: 'dept-urban', helpers: ['dept-traffic'] });
    await decide(1, { outcome: 'submit' });
    await decide(2, { outcome: 'resolved' });
  });

  afterAll(async () => await world?.close());

  it('shows whose task each part is, until when, and with which light', async () => {
    const [ruling, submitted, resolved] = await board();

    expect(ruling).toMatchObject({ outcome: 'rule', done: false, canClose: false, closedAt: null });
    expect(ruling?.tasks).toMatchObject([
      {
        name: '裁定承办',
        role: 'lead',
        unit: '城市管理局',
        state: 'open',
        light: 'green',
        remaining: '剩 15 个工作日',
      },
      { name: '协办', role: 'helper', unit: '交通运输局', state: 'open', supervised: 'no', canSupervise: false },
    ]);
    expect(submitted?.tasks).toMatchObject([{ name: '区级兜底办理', role: 'lead', state: 'open' }]);
    expect(resolved).toMatchObject({ tasks: [], done: true, canClose: true });
    expect((await board('officer')).map(({ canClose }) => canClose)).toEqual([false, false, false]);
    await expect(board('officer3')).rejects.toMatchObject({ code: 'meeting-unknown' });
  });

  it('is closed only when its tasks are done, by who organises meetings, once', async () => {
    await expect(close(0)).rejects.toMatchObject({ code: 'decision-not-done', details: { units: expect.any(Array) } });
    await expect(close(2, 'officer')).rejects.toMatchObject({ code: 'permission-missing' });
    const request = { key: 'close', account: 'secretary', hash: 'close' };
    const after = await close(2, 'secretary', request);
    expect(await close(2, 'secretary', request)).toEqual(after);

    expect(after[2]).toMatchObject({ closedBy: '郑海涛', closingNote: '已核实', canClose: false });
    await expect(close(2)).rejects.toMatchObject({ code: 'decision-closed' });
    expect(await world.titles(filed(2))).toContain('联席会议定销号');
    const { items } = await world.get(MeetingService).list(await world.person('secretary'), { limit: 9 });
    expect(items).toMatchObject([{ decided: 3, closed: 1 }]);
  });

  it('has orders for what is overdue only', async () => {
    await expect(supervise(0, 'dept-traffic')).rejects.toMatchObject({ code: 'nothing-overdue' });
    await world.advanceTo('2026-03-24T18:00:00+08:00');

    const [ruling] = await board();
    expect(ruling?.tasks).toMatchObject([
      { unit: '城市管理局', state: 'lapsed' },
      { unit: '交通运输局' },
      { name: '区级兜底办理', state: 'open' },
    ]);
    expect(ruling).toMatchObject({ done: false });
  });

  it('lets the secretary order every unit that the decision binds, and the answer comes back to the office', async () => {
    await changeEntry(world, ['ladder-rungs', 'order-overdue'], { values: { termDays: 2 } });
    const request = { key: 'order', account: 'secretary', hash: 'order' };
    const [ruling] = await supervise(0, 'dept-urban', 'secretary', request);
    expect(ruling?.tasks[0]).toMatchObject({ supervised: 'open', canSupervise: false });
    const order = (await world.view(filed(0))).sides.find(({ kind }) => kind === 'supervision');
    // The term that an administrator gave to such orders.
    expect(order).toMatchObject({ trigger: '逾期未办', dueAt: '2026-03-26T09:30:00.000Z' });
    await supervise(0, 'dept-urban', 'secretary', request);
    await expect(supervise(0, 'dept-urban')).rejects.toMatchObject({ code: 'supervised-already' });
    await expect(supervise(0, 'dept-police')).rejects.toMatchObject({ code: 'nothing-overdue' });

    await world.finishNamed('officer', filed(0), { name: '督办答复', outcome: 'answered' });
    const { tasks } = await world.view(filed(0));
    expect(tasks.find(({ name }) => name === '督办审核')).toMatchObject({ unit: '联席会办公室' });
    await world.finishNamed('secretary', filed(0), { name: '督办审核', outcome: 'closed' });
    expect((await board())[0]?.tasks[0]).toMatchObject({ supervised: 'ended' });
  });

  it('lets a supervisor order too, and nobody who may not', async () => {
    await expect(supervise(0, 'dept-urban', 'officer')).rejects.toMatchObject({ code: 'permission-missing' });
    const [ruling] = await supervise(0, 'dept-urban', 'supervisor');
    expect(ruling?.tasks[0]).toMatchObject({ supervised: 'open' });
  });

  it('is closed when the district has done what the lead let lapse', async () => {
    await world.finishNamed('general', filed(0), { name: '区级兜底办理', outcome: 'resolved' });
    const [ruling] = await close(0);
    expect(ruling).toMatchObject({ done: true, closedBy: '郑海涛' });
  });

  function filed(n: number): RegisteredCase {
    const found = cases[n];
    if (!found) throw new Error(`expected a case ${n}`);
    return found;
  }

  async function decide(n: number, more: object): Promise<void> {
    const decision = decisionSchema.parse({ opinion: '会议研究决定。', ...more });
    await world.get(DecisionService).decide(await world.person('secretary'), meeting, topics[n] ?? '', decision);
  }

  async function board(username = 'secretary'): Promise<FollowUpItem[]> {
    return await world.get(FollowUpBoard).of(await world.person(username), meeting);
  }

  async function close(n: number, username = 'secretary', request?: IdempotentRequest): Promise<FollowUpItem[]> {
    const at = { meetingId: meeting, topicId: topics[n] ?? '' };
    return await world.get(FollowUpActs).close(await world.person(username), at, { opinion: '已核实' }, request);
  }

  async function supervise(
    n: number,
    unit: string,
    username = 'secretary',
    request?: IdempotentRequest,
  ): Promise<FollowUpItem[]> {
    const at = { meetingId: meeting, topicId: topics[n] ?? '' };
    const order = { unit, opinion: '议定事项逾期未办结，请说明原因并限期办结。' };
    return await world.get(FollowUpActs).supervise(await world.person(username), at, order, request);
  }
});
