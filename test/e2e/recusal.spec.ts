import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AttachmentService,
  caseDraftSchema,
  CaseListService,
  CaseQueryService,
  Colleagues,
  CopyService,
  DiagramService,
  HistoryService,
  InboxService,
  IntakeService,
  matterSchema,
  MergeService,
  NoticeService,
  RecusalService,
  SideQueryService,
  SimilarCases,
  SupervisionService,
  TaskService,
  TransferService,
  UnitRecordService,
  UrgeService,
  AssistService,
  boxes,
  type RegisteredCase,
} from '@lianban/casework';
import { AbsenceService, absenceSchema, GrantService } from '@lianban/identity';
import {
  MeetingService,
  meetingSchema,
  QueueService,
  WhistleQuery,
  whistleSchema,
  WhistleService,
} from '@lianban/joint-meeting';
import { MembershipService } from '@lianban/organisation';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const opinion = '当事人是我的亲属';
const unknown = { code: 'case-unknown' };

describe('who steps aside from a case', () => {
  let world: DefaultWorld;

  beforeEach(async () => {
    world = await openDefaultWorld();
  });

  afterEach(async () => await world?.close());

  describe('an official who is complained of', () => {
    let filed: RegisteredCase;
    let about: string;

    beforeEach(async () => {
      about = (await world.person('clerk')).accountId;
      filed = await file('clerk2', { station: 'station-1-1', aboutPerson: about });
    });

    it('is named to those who handle it', async () => {
      expect(await world.view(filed)).toMatchObject({
        recused: [{ name: '陈晓燕', kind: 'complained-of' }],
        tasks: [{ unit: '向阳社区服务民生工作站', assignee: null }],
      });
      expect(await world.line('station-head', 'claimable', filed)).toBeDefined();
    });

    it('finds it in no box, and no count knows of it', async () => {
      const clerk = await world.person('clerk');
      for (const box of boxes) {
        const { items, counts } = await world.get(InboxService).list(clerk, { box, sort: 'due', limit: 10 });
        expect([box, items]).toEqual([box, []]);
        expect(counts).toEqual({ todo: 0, claimable: 0, done: 0, registered: 0, copied: 0 });
      }
    });

    it('finds it neither by search nor by its number, nor among similar cases', async () => {
      const clerk = await world.person('clerk');
      for (const q of ['态度恶劣', filed.code]) {
        const found = await world.get(CaseListService).list(clerk, { q, limit: 10 });
        expect(found.items).toEqual([]);
      }
      const matter = matterSchema.parse({ title: '态度恶劣', text: '窗口人员多次推诿，拒不受理材料' });
      expect(await world.get(SimilarCases).repeats(clerk, matter)).toEqual([]);
      expect(await world.get(SimilarCases).repeats(await world.person('station-head'), matter)).toHaveLength(1);
    });

    it('opens neither the case nor its history, diagram or files', async () => {
      const clerk = await world.person('clerk');
      await expect(world.get(CaseQueryService).get(clerk, filed.id)).rejects.toMatchObject(unknown);
      await expect(world.get(HistoryService).list(clerk, filed.id, { limit: 5 })).rejects.toMatchObject(unknown);
      await expect(world.get(DiagramService).get(clerk, filed.id)).rejects.toMatchObject(unknown);
      await expect(world.get(AttachmentService).list(clerk, filed.id)).rejects.toMatchObject(unknown);
    });

    it('cannot claim or complete it', async () => {
      const clerk = await world.person('clerk');
      const task = filed.tasks[0]?.id ?? '';
      const notYours = { code: 'task-not-yours' };
      await expect(world.get(TaskService).claim(clerk, task)).rejects.toMatchObject(notYours);
      const done = { outcome: 'resolved', opinion };
      await expect(world.get(TaskService).complete(clerk, task, done)).rejects.toMatchObject(notYours);
    });

    it('cannot claim it in the place of somebody who is away', async () => {
      await world.claim('station-head', filed);
      const head = await world.person('station-head');
      const [from, until] = ['2026-03-02T09:00:00+08:00', '2026-03-06T18:00:00+08:00'];
      const away = absenceSchema.parse({ substitute: about, from, until });
      await world.database.transaction((tx) => world.get(AbsenceService).set(tx, head, away));
      expect(await world.line('clerk', 'claimable', filed)).toBeUndefined();
      const claims = world.get(TaskService).claim(await world.person('clerk'), filed.tasks[0]?.id ?? '');
      await expect(claims).rejects.toMatchObject({ code: 'task-not-yours' });
    });

    it('is offered to nobody as a colleague, and is assigned nothing of it', async () => {
      await world.claim('station-head', filed);
      const head = await world.person('station-head');
      expect(await world.get(Colleagues).of(head, filed.tasks[0]?.id ?? '')).toEqual([]);
      const handed = world.get(TransferService).transfer(head, filed.id, { person: about, opinion });
      await expect(handed).rejects.toMatchObject({ code: 'person-refused' });
      const street = await world.person('street');
      const assigned = world.get(TransferService).transfer(street, filed.id, { person: about, opinion });
      await expect(assigned).rejects.toMatchObject({ code: 'person-refused' });
    });

    it('does nothing to it: no urging, no copying, no order', async () => {
      const clerk = await world.person('clerk');
      await expect(world.get(UrgeService).urge(clerk, filed.id, { opinion })).rejects.toMatchObject(unknown);
      const copying = { unit: 'street-1', opinion };
      await expect(world.get(CopyService).copy(clerk, filed.id, copying)).rejects.toMatchObject(unknown);
      await expect(world.get(RecusalService).declare(clerk, filed.id, { opinion })).rejects.toMatchObject(unknown);
    });

    it('gets no copy and is told nothing', async () => {
      const officer = (await world.person('officer')).accountId;
      const other = await file('clerk2', { station: 'station-2-1', aboutPerson: officer });
      const copies = world
        .get(CopyService)
        .copy(await world.person('clerk2'), other.id, { unit: 'dept-urban', opinion });
      await expect(copies).rejects.toMatchObject({ code: 'unit-refused' });

      await world.get(CopyService).copy(await world.person('clerk2'), filed.id, { unit: 'station-1-1', opinion });
      const heard = async (name: string) =>
        (await world.get(NoticeService).list(await world.person(name), { limit: 5 })).items.length;
      expect([await heard('station-head'), await heard('clerk')]).toEqual([1, 0]);
      expect(await world.line('clerk', 'copied', filed)).toBeUndefined();
    });

    it('does not find it on the agenda of the unit', async () => {
      const asked = { unit: 'station-1-1', month: '2026-03' };
      const agenda = async (name: string) =>
        (await world.get(UnitRecordService).month(await world.person(name), asked)).agenda.length;
      expect([await agenda('station-head'), await agenda('clerk')]).toEqual([1, 0]);
    });

    it('sees no more of it when the complaint was taken down by themselves', async () => {
      const own = await file('clerk', { station: 'station-1-1', aboutPerson: about });
      await expect(world.view(own, 'clerk')).rejects.toMatchObject(unknown);
      expect(await world.line('clerk', 'registered', own)).toBeUndefined();
    });
  });

  it('is looked for where the complaint is: in the unit, if one is named, and among people who work', async () => {
    const officer = (await world.person('officer')).accountId;
    const wrong = { code: 'intake-invalid', fields: [{ field: 'aboutPerson' }] };
    for (const aboutPerson of ['nobody', '00000000-0000-7000-8000-000000000000'])
      await expect(file('clerk', { aboutPerson })).rejects.toMatchObject(wrong);
    await expect(file('clerk', { aboutPerson: officer, about: 'dept-police' })).rejects.toMatchObject(wrong);
    const filed = await file('clerk', { aboutPerson: officer, about: 'dept-urban' });
    expect((await world.view(filed)).recused).toHaveLength(1);
  });

  it('leaves the task of a unit in which nobody else works to the general office, whoever asks for help or sends it on', async () => {
    const officer = (await world.person('officer')).accountId;
    const filed = await file('clerk', { aboutPerson: officer, category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    expect((await world.view(filed)).tasks).toMatchObject([{ name: '部门办理', unit: '区群众工作办公室' }]);
    expect(await world.line('officer', 'claimable', filed)).toBeUndefined();

    await world.claim('general', filed);
    const general = await world.person('general');
    const assisted = await world.get(AssistService).assist(general, filed.id, { unit: 'dept-urban', opinion });
    expect(assisted.tasks).toMatchObject([{ unit: '区群众工作办公室' }]);
    const order = { unit: 'dept-urban', trigger: 'leader-note', days: 5, opinion };
    const supervisor = await world.person('supervisor');
    await world.get(SupervisionService).supervise(supervisor, filed.id, order);
    expect(await world.line('officer', 'claimable', filed)).toBeUndefined();
  });

  it('does not see it in the lists of those who supervise or meet', async () => {
    const supervisor = await world.person('supervisor');
    const filed = await file('clerk', { aboutPerson: supervisor.accountId, category: 'urban.road' });
    const other = await world.person('supervisor2');
    const order = { unit: 'station-1-1', trigger: 'leader-note', days: 5, opinion };
    await world.get(SupervisionService).supervise(other, filed.id, order);
    const orders = world.get(SideQueryService);
    expect((await orders.supervisions(other, { limit: 5 })).items).toHaveLength(1);
    expect((await orders.supervisions(supervisor, { limit: 5 })).items).toEqual([]);

    await world.finish('clerk', filed, 'escalate');
    const call = { case: filed.code, kind: 'joint', units: ['dept-urban'], text: '联合执法', place: '向阳路' };
    const blown = whistleSchema.parse({ ...call, at: new Date(world.clock.now().getTime() + 3_600_000).toISOString() });
    await world.get(WhistleService).blow(await world.person('street'), blown);
    const whistles = world.get(WhistleQuery);
    expect((await whistles.list(other, { limit: 5 })).items).toHaveLength(1);
    expect((await whistles.list(supervisor, { limit: 5 })).items).toEqual([]);
    await world.finish('street', filed, 'meeting');
    const queue = world.get(QueueService);
    expect(await queue.list(supervisor, { limit: 5 })).toMatchObject({ items: [], total: 0 });
    const secretary = await world.person('secretary');
    const { items } = await queue.list(secretary, { limit: 5 });
    const [topic] = items;
    const draft = { title: '专题会', at: '2026-03-06T15:00:00+08:00', place: '三楼', topics: [{ id: topic?.id }] };
    const { id, agenda } = await world.get(MeetingService).call(secretary, meetingSchema.parse(draft));
    expect(agenda).toHaveLength(1);
    expect((await world.get(MeetingService).get(supervisor, id)).agenda).toEqual([]);
  });

  describe('a handler who declares a conflict', () => {
    it('gives the task back to the unit, and claims neither it nor a later one', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      await world.claim('clerk', filed);
      await declare('clerk', filed);

      expect(await world.view(filed)).toMatchObject({
        recused: [{ name: '陈晓燕', kind: 'declared' }],
        tasks: [{ unit: '向阳社区服务民生工作站', assignee: null }],
      });
      const leader = await world.person('leader');
      const { items } = await world.get(HistoryService).list(leader, filed.id, { limit: 10 });
      expect(items.at(-1)).toMatchObject({ kind: 'recused', title: '申请回避', opinion, actor: { name: '陈晓燕' } });
      for (const box of boxes) expect(await world.line('clerk', box, filed)).toBeUndefined();
      await expect(world.view(filed, 'clerk')).rejects.toMatchObject(unknown);
      await world.finish('station-head', filed, 'resolved');
      expect(await world.line('clerk', 'claimable', filed)).toBeUndefined();
    });

    it('may do so before claiming, and must have to do with it', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      await expect(declare('street', filed)).rejects.toMatchObject({ code: 'task-not-held' });
      await declare('station-head', filed);
      expect(await world.line('station-head', 'claimable', filed)).toBeUndefined();
      expect(await world.line('clerk', 'claimable', filed)).toBeDefined();
    });

    it('being the last one of a unit, leaves it to the street, with its clock', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      const { dueAt } = (await world.view(filed)).tasks[0] ?? {};
      await declare('clerk', filed);
      await world.claim('station-head', filed);
      await declare('station-head', filed);
      expect((await world.view(filed)).tasks).toMatchObject([
        { name: '工作站办理', unit: '河东街道党工委', assignee: null, dueAt },
      ]);
      expect(await world.titles(filed)).toEqual(['登记诉求', '申请回避', '签收', '回避转办', '申请回避']);
      await world.finish('street', filed, 'resolved');
    });

    it('is done once for a key, though the case is unknown afterwards', async () => {
      const filed = await world.file({ station: 'station-1-1' });
      const person = await world.person('clerk');
      const request = { key: 'k', account: person.accountId, hash: 'h' };
      for (const _ of [1, 2]) await world.get(RecusalService).declare(person, filed.id, { opinion }, request);
      expect(await world.titles(filed)).toEqual(['登记诉求', '申请回避']);
    });

    it.each([
      ['claim', (filed: RegisteredCase) => claimAsClerk(filed)],
      ['are given', (filed: RegisteredCase) => giveToClerk(filed)],
    ])('does not keep a task that they %s at that moment', async (_, take) => {
      const filed = await world.file({ station: 'station-1-1' });
      let letGo = (): void => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const others = world.database.transaction(async (tx) => {
        await tx.query({ text: 'SELECT FROM casework.case_file WHERE id = $1 FOR UPDATE', values: [filed.id] });
        await held;
      });
      const declared = declare('clerk', filed);
      await untilWaiting(1);
      const taken = take(filed).catch((error: unknown) => error);
      await untilWaiting(2);
      letGo();

      await Promise.all([others, declared]);
      expect(await taken).toMatchObject({ kind: expect.stringMatching(/forbidden|conflict|unprocessable/u) });
      expect((await world.view(filed)).tasks).toMatchObject([{ assignee: null }]);
    });
  });

  it('is not kept from a case by a repeat that somebody makes up about them', async () => {
    const main = await world.file({ station: 'station-1-1' });
    await world.claim('station-head', main);
    const head = (await world.person('station-head')).accountId;
    const filed = await file('clerk2', { station: 'station-1-1', aboutPerson: head });
    await world.claim('clerk', filed);
    const merged = world.get(MergeService).merge(await world.person('clerk'), filed.id, { into: main.code, opinion });
    await expect(merged).rejects.toMatchObject({ code: 'merge-refused' });
    await expect(world.file({ aboutPerson: head, repeats: main.code })).rejects.toMatchObject({
      code: 'merge-refused',
    });

    expect(await world.view(main, 'station-head')).toMatchObject({ recused: [], tasks: [{ assignee: '赵建国' }] });
  });

  it('steps aside from all cases that are handled together, whichever they declared it in', async () => {
    const [main, other, late] = [await world.file(), await world.file(), await world.file()];
    await declare('clerk', main);
    await world.claim('station-head', other);
    const head = await world.person('station-head');
    await world.get(MergeService).merge(head, other.id, { into: main.code, opinion });
    await expect(world.view(other, 'clerk')).rejects.toMatchObject(unknown);

    await world.claim('station-head', late);
    await world.get(MergeService).merge(head, late.id, { into: main.code, opinion });
    await declare('station-head', main);
    for (const filed of [main, other, late])
      await expect(world.view(filed, 'station-head')).rejects.toMatchObject(unknown);
  });

  it('gets no code by which the resident reads the complaint or takes it back, nor its task', async () => {
    const { accountId } = await world.person('clerk');
    expect(await world.file({ aboutPerson: accountId })).toMatchObject({ queryCode: '', tasks: [] });
    expect(await world.file({ about: 'station-1-1' })).toMatchObject({ queryCode: '', tasks: [] });
    expect((await world.file()).queryCode).toMatch(/^\d{8}$/u);
  });

  it('sends no task to a unit in which all who could have it step aside', async () => {
    const { accountId } = await world.person('clerk3');
    const filed = await file('clerk2', { station: 'station-1-1', aboutPerson: accountId });
    const street = await world.person('street');
    const sent = world.get(TransferService).transfer(street, filed.id, { unit: 'station-1-2', opinion });
    await expect(sent).rejects.toMatchObject({ code: 'unit-refused' });
    await world.database.transaction(async (tx) => {
      const there = { accountId: (await world.person('clerk4')).accountId, unitId: 'station-1-2' };
      await world.get(MembershipService).add(tx, { ...there, post: '办事员' });
      await world.get(GrantService).grant(tx, { ...there, roleCode: 'station-clerk', by: null });
    });
    await world.get(TransferService).transfer(street, filed.id, { unit: 'station-1-2', opinion });
    expect(await world.line('clerk4', 'claimable', filed)).toBeDefined();
  });

  async function claimAsClerk({ tasks }: RegisteredCase): Promise<unknown> {
    return await world.get(TaskService).claim(await world.person('clerk'), tasks[0]?.id ?? '');
  }

  async function giveToClerk({ id }: RegisteredCase): Promise<unknown> {
    const person = (await world.person('clerk')).accountId;
    return await world.get(TransferService).transfer(await world.person('street'), id, { person, opinion });
  }

  /** Until so many statements wait for a lock. */
  async function untilWaiting(statements: number): Promise<void> {
    const text = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (;;) if ((await world.database.query({ text })).length >= statements) return;
  }

  async function declare(username: string, { id }: RegisteredCase): Promise<void> {
    await world.get(RecusalService).declare(await world.person(username), id, { opinion });
  }

  async function file(username: string, more: object): Promise<RegisteredCase> {
    const text = '窗口人员多次推诿，拒不受理材料';
    const draft = caseDraftSchema.parse({ title: '态度恶劣', text, channel: 'phone', ...more });
    return await world.get(IntakeService).register(await world.person(username), draft);
  }
});
