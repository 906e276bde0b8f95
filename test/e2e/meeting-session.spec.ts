import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DispatchRules, NoticeService, type IdempotentRequest } from '@lianban/casework';
import {
  agendaSchema,
  attendanceSchema,
  countersigningSchema,
  DecisionService,
  decisionSchema,
  MeetingService,
  meetingSchema,
  QueueService,
  SessionService,
  signatureSchema,
  type MeetingView,
} from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

/** One meeting from its call to its minutes; each test goes on where the one before ended. */
describe('the course of a joint meeting', () => {
  let world: DefaultWorld;
  let meeting: MeetingView;
  let topic: string;

  beforeAll(async () => {
    world = await openDefaultWorld();
    const filed = await world.file({ title: '道路与管网损坏', category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const secretary = await world.person('secretary');
    const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
    topic = items[0]?.id ?? '';
    const draft = meetingSchema.parse({
      title: '三月联席会',
      at: '2026-03-05T15:00:00+08:00',
      place: '三楼会议室',
      topics: [{ id: topic }],
      units: ['dept-urban', 'dept-traffic', 'dept-housing'],
    });
    meeting = await world.get(MeetingService).call(secretary, draft);
  });

  afterAll(async () => await world?.close());

  it('asks the units, whose people are told and see it, and nobody else', async () => {
    expect(meeting.stage).toBe('called');
    expect(invited()).toEqual(expect.arrayContaining(['城市管理局', '交通运输局', '住房和城乡建设局']));
    const { items } = await world.get(NoticeService).list(await world.person('officer'), { limit: 5 });
    expect(items).toMatchObject([{ kind: 'meeting', text: expect.stringContaining('列入“三月联席会”') }]);
    expect((await view('officer')).participants.filter(({ canConfirm }) => canConfirm)).toMatchObject([
      { unit: '城市管理局' },
    ]);
    await expect(view('officer3')).rejects.toMatchObject({ code: 'meeting-unknown' });
  });

  it('asks further units while it has not ended', async () => {
    const secretary = await world.person('secretary');
    meeting = await session().invite(secretary, meeting.id, { unit: 'dept-police' });
    expect(invited()).toContain('公安分局');
    await expect(
      session().invite(await world.person('officer'), meeting.id, { unit: 'dept-health' }),
    ).rejects.toMatchObject({
      code: 'permission-missing',
    });
  });

  it('asks no unit that a case of its agenda complains of', async () => {
    const complaint = await world.file({ title: '推诿扯皮', category: 'urban.road', about: 'dept-health' });
    await world.finish('clerk', complaint, 'escalate');
    await world.finish('street', complaint, 'meeting');
    const secretary = await world.person('secretary');
    const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
    const id = items.find(({ caseId }) => caseId === complaint.id)?.id;
    const draft = { title: '专题会', at: '2026-03-06T15:00:00+08:00', place: '三楼会议室', topics: [{ id }] };
    const units = ['dept-health', 'dept-urban'];
    const called = await world.get(MeetingService).call(secretary, meetingSchema.parse({ ...draft, units }));
    expect(called.participants.map(({ unitId }) => unitId)).not.toContain('dept-health');
    await expect(session().invite(secretary, called.id, { unit: 'dept-health' })).rejects.toMatchObject({
      code: 'unit-steps-aside',
    });
    await expect(world.get(MeetingService).get(await world.person('officer5'), called.id)).rejects.toMatchObject({
      code: 'meeting-unknown',
    });
    expect((await world.get(NoticeService).list(await world.person('officer5'), { limit: 5 })).items).toEqual([]);
  });

  it('hears from each unit who comes for it, and for no other', async () => {
    const officer = await world.person('officer');
    meeting = await session().confirm(officer, meeting.id, { unit: 'dept-urban', delegate: '周志强' });
    expect(unit('城市管理局')).toMatchObject({ delegate: '周志强', confirmedBy: '周志强' });
    await expect(
      session().confirm(officer, meeting.id, { unit: 'dept-traffic', delegate: '周志强' }),
    ).rejects.toMatchObject({ code: 'not-your-unit' });
  });

  it('decides nothing while too few have come', async () => {
    await attend(['dept-urban', 'dept-traffic']);
    expect(meeting).toMatchObject({ stage: 'sitting', quorum: { present: 2, reached: false } });
    await expect(decide()).rejects.toMatchObject({ code: 'no-quorum' });
    await attend(['dept-urban', 'dept-traffic', 'dept-housing', 'dept-police']);
    expect(meeting.quorum).toMatchObject({ present: 4, reached: true });
    expect(unit('公安分局')).toMatchObject({ present: true });
  });

  it('sends its minutes out when all is decided', async () => {
    await expect(circulate()).rejects.toMatchObject({ code: 'meeting-stage-wrong' });
    meeting = await decide();
    expect(meeting.agenda).toMatchObject([{ state: 'decided', caseState: 'open', caseStateName: '办理中' }]);
    meeting = await circulate('sent');
    expect(await circulate('sent')).toEqual(meeting);
    expect(meeting).toMatchObject({ stage: 'signing', signBy: '2026-03-05T09:30:00.000Z' });
    await expect(attend([])).rejects.toMatchObject({ code: 'meeting-stage-wrong' });
  });

  it('takes agreement, and dissent only with its reason', async () => {
    await sign('officer', 'dept-urban', { stance: 'agreed' });
    expect(signatureSchema.safeParse({ unit: 'dept-traffic', stance: 'dissent' }).success).toBe(false);
    await sign('officer6', 'dept-traffic', { stance: 'dissent', opinion: '管网不属我局管理' });
    expect(unit('交通运输局')).toMatchObject({ stance: 'dissent', opinion: '管网不属我局管理', signedBy: '叶长青' });
    await expect(issue()).rejects.toMatchObject({ code: 'meeting-stage-wrong' });
  });

  it('keeps silence as no objection, and is issued then', async () => {
    await world.advanceTo('2026-03-05T17:30:00+08:00');
    await expect(sign('officer', 'dept-urban', { stance: 'dissent', opinion: '反悔' })).rejects.toMatchObject({
      code: 'meeting-stage-wrong',
    });
    meeting = await issue('issued');
    expect(await issue('issued')).toEqual(meeting);
    expect(meeting).toMatchObject({ stage: 'issued', issuedAt: '2026-03-05T09:30:00.000Z' });
    expect(unit('公安分局')).toMatchObject({ stance: 'silent', canSign: false });
    await expect(issue()).rejects.toMatchObject({ code: 'meeting-stage-wrong' });
  });

  it('makes a ruling a rule for later cases of its topic, in its street or everywhere, until it is ended', async () => {
    const rules = world.get(DispatchRules);
    const secretary = await world.person('secretary');
    await ruleOn({ category: 'urban.lighting' }, { lead: 'dept-traffic', precedent: 'street' });
    expect(await departmentOf({ category: 'urban.lighting' })).toBe('交通运输局');
    expect(await departmentOf({ category: 'urban.lighting', station: 'station-2-1' }, '2')).toBe('城市管理局');
    await ruleOn({ category: 'urban.greening' }, { lead: 'dept-housing', precedent: 'district' });
    expect(await departmentOf({ category: 'urban.greening', station: 'station-2-1' }, '2')).toBe('住房和城乡建设局');
    const [rule] = (await rules.list(secretary)).filter(({ category }) => category.code === 'urban.lighting');
    expect(rule).toMatchObject({
      street: { name: expect.any(String) },
      department: { id: 'dept-traffic' },
      validTo: null,
    });
    await rules.end(secretary, rule?.id ?? '');
    expect(await departmentOf({ category: 'urban.lighting' })).toBe('城市管理局');
    await expect(rules.end(secretary, rule?.id ?? '')).rejects.toMatchObject({ code: 'dispatch-rule-unknown' });
    await expect(ruleOn({}, { lead: 'dept-traffic', precedent: 'street' })).rejects.toMatchObject({
      code: 'precedent-needs-category',
    });
  });

  it('takes no topic on that complains of a unit of the meeting, and lets go of none once it sits', async () => {
    const matter = await queued({ category: 'urban.road' });
    const complaint = await queued({ category: 'urban.road', about: 'dept-health' });
    const secretary = await world.person('secretary');
    const draft = { title: '专题会', at: '2026-03-07T15:00:00+08:00', place: '三楼', topics: [{ id: matter }] };
    const called = meetingSchema.parse({ ...draft, units: ['dept-health'] });
    const { id } = await world.get(MeetingService).call(secretary, called);
    const arrange = (topics: readonly string[]) =>
      session().arrange(secretary, id, agendaSchema.parse({ topics: topics.map((each) => ({ id: each })) }));

    await expect(arrange([matter, complaint])).rejects.toMatchObject({ code: 'unit-steps-aside' });
    await session().attend(secretary, id, attendanceSchema.parse({ present: ['dept-health'] }));
    await expect(arrange([complaint])).rejects.toMatchObject({ code: 'meeting-stage-wrong' });
    expect((await arrange([matter])).agenda.map((topic) => topic.id)).toEqual([matter]);
  });

  /** Files a case and brings it onto the queue; gives the id of its topic. */
  async function queued(about: object): Promise<string> {
    const filed = await world.file(about);
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const { items } = await world.get(QueueService).list(await world.person('secretary'), { limit: 50 });
    return items.find(({ caseId }) => caseId === filed.id)?.id ?? '';
  }

  /** Rules on a new case in a meeting of its own. */
  async function ruleOn(about: object, ruling: object): Promise<void> {
    const id = await queued(about);
    const secretary = await world.person('secretary');
    const draft = { title: '裁定', at: '2026-03-06T15:00:00+08:00', place: '三楼', topics: [{ id }] };
    const called = await world.get(MeetingService).call(secretary, meetingSchema.parse(draft));
    const decision = decisionSchema.parse({ outcome: 'rule', opinion: '今后照此办理。', ...ruling });
    await world.get(DecisionService).decide(secretary, called.id, id, decision);
  }

  /** To which department a new case goes when the street leaves that to the table. */
  async function departmentOf(about: object, district = ''): Promise<string | null | undefined> {
    const filed = await world.file(about);
    await world.finish(`clerk${district}`, filed, 'escalate');
    await world.finish(`street${district}`, filed, 'route');
    return (await world.view(filed)).tasks[0]?.unit;
  }

  const session = (): SessionService => world.get(SessionService);
  const invited = (): string[] => meeting.participants.map((each) => each.unit);
  const unit = (name: string) => meeting.participants.find((each) => each.unit === name);
  const view = async (username: string): Promise<MeetingView> =>
    await world.get(MeetingService).get(await world.person(username), meeting.id);

  async function attend(present: string[]): Promise<void> {
    const attendance = attendanceSchema.parse({ present });
    meeting = await session().attend(await world.person('secretary'), meeting.id, attendance);
  }

  async function decide(): Promise<MeetingView> {
    const decision = decisionSchema.parse({ outcome: 'rule', lead: 'dept-urban', opinion: '由城市管理局牵头。' });
    return await world.get(DecisionService).decide(await world.person('secretary'), meeting.id, topic, decision);
  }

  async function circulate(key?: string): Promise<MeetingView> {
    const [secretary, days] = [await world.person('secretary'), countersigningSchema.parse({})];
    return await session().circulate(secretary, meeting.id, days, requestOf(key));
  }

  async function sign(username: string, unitId: string, said: object): Promise<void> {
    const signature = signatureSchema.parse({ unit: unitId, ...said });
    meeting = await session().sign(await world.person(username), meeting.id, signature);
  }

  async function issue(key?: string): Promise<MeetingView> {
    return await session().issue(await world.person('secretary'), meeting.id, requestOf(key));
  }

  function requestOf(key: string | undefined): IdempotentRequest | undefined {
    return key === undefined ? undefined : { key, account: 'secretary', hash: key };
  }
});
