import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RegisteredCase } from '@lianban/casework';
import {
  agendaSchema,
  DecisionService,
  decisionSchema,
  MeetingService,
  meetingSchema,
  QueueService,
  SessionService,
  type MeetingView,
} from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

describe('a joint meeting', () => {
  let world: DefaultWorld;
  const cases: RegisteredCase[] = [];
  const topics = new Map<string, string>();

  // Three cases of the first street before the meeting, the fourth one of another street.
  beforeAll(async () => {
    world = await openDefaultWorld();
    for (let n = 0; n < 4; n += 1) {
      const filed = await world.file({ title: `第 ${n} 件`, category: 'urban.road' });
      await world.finish('clerk', filed, 'escalate');
      await world.finish('street', filed, 'meeting');
      cases.push(filed);
    }
    const { items } = await world.get(QueueService).list(await world.person('secretary'), { limit: 9 });
    for (const { caseId, id } of items) topics.set(caseId, id);
  });

  afterAll(async () => await world?.close());

  it('is called on topics of the queue, in the order of its agenda; each topic is on one meeting', async () => {
    const meeting = await call([2, 0, 1]);

    expect(meeting.agenda.map(({ title, state, minutes }) => [title, state, minutes])).toEqual([
      ['第 2 件', 'scheduled', 20],
      ['第 0 件', 'scheduled', 20],
      ['第 1 件', 'scheduled', 20],
    ]);
    expect(meeting).toMatchObject({ title: '三月联席会', decided: 0, calledBy: '郑海涛', canDecide: true });
    await expect(call([0, 3])).rejects.toMatchObject({ code: 'topics-not-queued' });
    // Nothing of the refused meeting is left.
    expect(await list('secretary')).toMatchObject([{ topics: 3 }]);
    expect(await list('leader')).toMatchObject([{ title: '三月联席会' }]);
    await expect(call([3], 'street')).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('has its agenda put into another order; what is taken off waits in the queue again, until the meeting sits', async () => {
    const [meeting] = await list('secretary');
    const id = meeting?.id ?? '';

    expect(orderOf(await arrange(id, [1, 0, 2], 30))).toEqual(['第 1 件 30', '第 0 件 30', '第 2 件 30']);
    expect(orderOf(await arrange(id, [3, 1]))).toEqual(['第 3 件 20', '第 1 件 20']);
    const queue = await world.get(QueueService).list(await world.person('secretary'), { limit: 9 });
    expect(queue.items.filter(({ scheduled }) => !scheduled).map(({ title }) => title)).toEqual(['第 0 件', '第 2 件']);
    expect(orderOf(await arrange(id, [2, 0, 1]))).toEqual(['第 2 件 20', '第 0 件 20', '第 1 件 20']);
    await expect(arrange(id, [2, 2, 0])).rejects.toMatchObject({ code: 'topics-not-queued' });
    await expect(arrange(id, [2, 0, 1], 20, 'street')).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('rules: the lead gets a task that it cannot return, helpers one under it with an earlier term', async () => {
    const view = await decide(2, { outcome: 'rule', lead: 'dept-urban', helpers: ['dept-traffic', 'dept-police'] });

    expect(view.agenda[0]).toMatchObject({
      state: 'decided',
      decision: { lead: '城市管理局', helpers: ['交通运输局', '公安分局'], by: '郑海涛' },
    });
    const { tasks, sides } = await world.view(filed(2));
    expect(tasks.find(({ name }) => name === '裁定承办')).toMatchObject({
      unit: '城市管理局',
      remaining: '剩 15 个工作日',
    });
    expect(tasks.filter(({ name }) => name === '协办')).toMatchObject([
      { remaining: '剩 14 个工作日' },
      { remaining: '剩 14 个工作日' },
    ]);
    expect(sides.map(({ unit }) => unit).sort()).toEqual(['交通运输局', '公安分局'].sort());
    // A repeated request asks nobody twice.
    await decide(2, { outcome: 'rule', lead: 'dept-urban', helpers: ['dept-traffic', 'dept-police'] });
    expect((await world.view(filed(2))).sides).toHaveLength(2);
  });

  it('settles a topic or puts it to the district; what is decided stays so', async () => {
    await decide(0, { outcome: 'resolved', reply: '会议决定由区里出资修复，六月底前完工。' });
    await decide(1, { outcome: 'submit' });

    expect(await world.view(filed(0))).toMatchObject({
      tasks: [{ name: '回访' }],
      reply: '会议决定由区里出资修复，六月底前完工。',
    });
    expect(await world.view(filed(1))).toMatchObject({ level: 'district', tasks: [{ name: '区级兜底办理' }] });
    await decide(0, { outcome: 'resolved' }); // once more changes nothing
    await expect(decide(0, { outcome: 'submit' })).rejects.toMatchObject({ code: 'topic-not-open' });
    await expect(decide(3, { outcome: 'submit' })).rejects.toMatchObject({ code: 'topic-not-open' });
    expect(await list('secretary')).toMatchObject([{ topics: 3, decided: 3 }]);
  });

  it('says of a topic whose term ran out that the case went on without it', async () => {
    const meeting = await call([3]);
    await world.advanceTo('2026-04-30T18:00:00+08:00');
    const [topic] = (await world.get(MeetingService).get(await world.person('leader'), meeting.id)).agenda;
    expect(topic).toMatchObject({ state: 'lapsed', decision: null });
  });

  it('needs a lead for a ruling, and helpers only there', () => {
    const opinion = '议定';
    expect(decisionSchema.safeParse({ outcome: 'submit', opinion, reply: '答复' }).success).toBe(false);
    expect(decisionSchema.safeParse({ outcome: 'rule', opinion }).success).toBe(false);
    expect(decisionSchema.safeParse({ outcome: 'submit', helpers: ['dept-police'], opinion }).success).toBe(false);
    expect(decisionSchema.safeParse({ outcome: 'rule', lead: 'dept-urban', opinion }).success).toBe(true);
  });

  function filed(n: number): RegisteredCase {
    const found = cases[n];
    if (!found) throw new Error(`expected a case ${n}`);
    return found;
  }

  async function call(numbers: readonly number[], username = 'secretary') {
    const draft = meetingSchema.parse({
      title: '三月联席会',
      at: '2026-03-05T15:00:00+08:00',
      place: '三楼会议室',
      topics: numbers.map((n) => ({ id: topics.get(filed(n).id) })),
    });
    return await world.get(MeetingService).call(await world.person(username), draft);
  }

  async function arrange(meeting: string, numbers: readonly number[], minutes = 20, username = 'secretary') {
    const agenda = agendaSchema.parse({ topics: numbers.map((n) => ({ id: topics.get(filed(n).id), minutes })) });
    return await world.get(SessionService).arrange(await world.person(username), meeting, agenda);
  }

  function orderOf({ agenda }: MeetingView): string[] {
    return agenda.map(({ title, minutes }) => `${title} ${minutes}`);
  }

  async function list(username: string) {
    return (await world.get(MeetingService).list(await world.person(username), { limit: 9 })).items;
  }

  async function decide(n: number, more: object) {
    const secretary = await world.person('secretary');
    const meeting = (await list('secretary')).at(-1)?.id ?? '';
    const decision = decisionSchema.parse({ opinion: '会议研究决定。', ...more });
    const topic = topics.get(filed(n).id) ?? '';
    return await world.get(DecisionService).decide(secretary, meeting, topic, decision);
  }
});
