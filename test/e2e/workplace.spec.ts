import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClockActs, HomeService, RelatedCases, TermLedgers, type Home, type RegisteredCase } from '@lianban/casework';
import { CaseDecisions, MeetingService, meetingSchema, QueueService } from '@lianban/joint-meeting';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

let world: DefaultWorld;

beforeAll(async () => {
  world = await openDefaultWorld();
});

afterAll(async () => await world?.close());

/** Monday to Thursday of one case; each test goes on where the one before ended. */
describe('the home page', () => {
  let filed: RegisteredCase;

  it('has cards only of what a person may see', async () => {
    expect(await idsOf('clerk')).toEqual([
      'todo',
      'over',
      'soon',
      'fresh',
      'claimable',
      'orders',
      'orders-to-claim',
      'registered',
      'whistles',
    ]);
    expect(await idsOf('designer')).toEqual(['incidents']);
    expect(await idsOf('sysadmin')).toEqual(['undelivered', 'refused', 'given-up']);
    expect(await idsOf('secadmin')).toEqual(['locked']);
    expect(await idsOf('auditor')).toEqual([]);
    expect(await idsOf('leader')).toEqual(expect.arrayContaining(['supervised', 'late', 'open', 'received']));
  });

  it('counts what arrives in the unit and, once claimed, in one’s hands', async () => {
    filed = await world.file();
    expect(await counts('clerk')).toMatchObject({ todo: 0, claimable: 1, registered: 1 });

    await world.claim('clerk', filed);

    expect(await counts('clerk')).toMatchObject({ todo: 1, claimable: 0, fresh: 1, soon: 0, over: 0 });
    const [todo] = (await home('clerk')).cards;
    expect(todo).toEqual({ id: 'todo', count: 1, today: 1, soonest: (await world.view(filed)).tasks[0]?.dueAt });
  });

  it('counts for another street what is there, which is nothing of this', async () => {
    expect(await counts('clerk2')).toMatchObject({ todo: 0, claimable: 0, registered: 0 });
    expect(await counts('street2')).toMatchObject({ open: 0, received: 0, late: 0 });
    expect(await counts('street')).toMatchObject({ open: 1, received: 1, late: 0 });
  });

  it('tells what runs out soon, and no longer what came days ago as new', async () => {
    await world.advanceTo('2026-03-05T09:30:00+08:00');

    expect(await counts('clerk')).toMatchObject({ soon: 1, over: 0, fresh: 0 });
  });

  function home(username: string): Promise<Home> {
    return world.person(username).then((person) => world.get(HomeService).get(person));
  }

  async function idsOf(username: string): Promise<string[]> {
    return (await home(username)).cards.map(({ id }) => id);
  }

  async function counts(username: string): Promise<Record<string, number>> {
    return Object.fromEntries((await home(username)).cards.map(({ id, count }) => [id, count]));
  }
});

describe('the ledger of a case’s terms', () => {
  it('tells by which rule each was counted, what happened to it, and how it ended, in working time', async () => {
    const filed = await world.file();
    await world.claim('clerk', filed);
    const clerk = await world.person('clerk');
    const acts = world.get(ClockActs);
    await acts.suspend(clerk, filed.id, { reason: 'papers', opinion: '等待证明' });
    await acts.resume(clerk, filed.id, { opinion: '已补齐' });
    await acts.extend(clerk, filed.id, { days: 2, opinion: '需采购灯具' });
    await world.finish('clerk', filed, 'escalate');

    const ledger = await world.get(TermLedgers).of(await world.person('leader'), filed.id);

    const [station, street] = ledger.filter(({ kind }) => kind === 'step');
    expect(station).toMatchObject({
      step: '工作站办理',
      definition: { key: 'case-routing', version: 1 },
      elementId: 'station-due',
      duration: 'P3D',
      calendar: '工作日',
      workingTime: true,
      state: 'met',
      left: '剩 5 个工作日',
    });
    expect(station?.entries.map(({ act, by, reason }) => [act, by, reason])).toEqual([
      ['started', null, null],
      ['suspended', null, expect.stringContaining('等待证明')],
      ['resumed', null, '已补齐'],
      ['extended', 'P2D', '需采购灯具'],
      ['met', null, null],
    ]);
    expect(street).toMatchObject({ state: 'running', duration: 'P2D', left: expect.stringContaining('剩') });
    expect(ledger.filter(({ kind }) => kind === 'contact')).toMatchObject([{ state: 'running', step: null }]);
  });

  it('is read by who may read the case, and for others there is no such case', async () => {
    const filed = await world.file();

    await expect(world.get(TermLedgers).of(await world.person('clerk2'), filed.id)).rejects.toMatchObject({
      code: 'case-unknown',
    });
  });
});

describe('what else is known of the matter of a case', () => {
  const place = { address: '光明路 18 号', resident: { name: '王大明', phone: '13812345678' } };

  it('is told within what one may read, and that the resident is the same only to who may see residents', async () => {
    const filed = await world.file({ title: '光明路井盖松动', ...place });
    const other = await world.file({ title: '电梯停运', ...place });
    const related = async (username: string) =>
      (await world.get(RelatedCases).of(await world.person(username), filed.id)).find(({ id }) => id === other.id);

    expect(await related('clerk')).toMatchObject({ samePerson: true, sameAddress: true, stateName: '办理中' });
    expect(await related('leader')).toMatchObject({ samePerson: null, sameAddress: true });
    await expect(related('clerk2')).rejects.toMatchObject({ code: 'case-unknown' });
    const [leader, clerk2] = [await world.person('leader'), await world.person('clerk2')];
    const elsewhere = { ...leader, grants: [...leader.grants, ...clerk2.grants] };
    const found = await world.get(RelatedCases).of(elsewhere, filed.id);
    expect(found.find(({ id }) => id === other.id)).toMatchObject({ samePerson: null, sameAddress: true });
  });

  it('says nothing of a resident who wants to stay unnamed', async () => {
    const filed = await world.file({ title: '夜间施工噪声', ...place, anonymous: true });

    const found = await world.get(RelatedCases).of(await world.person('clerk'), filed.id);

    expect(found.length).toBeGreaterThan(0);
    expect(found.some(({ samePerson }) => samePerson)).toBe(false);
  });
});

describe('a case before the joint meeting', () => {
  it('names the meeting that has it, to who may know of meetings', async () => {
    const filed = await world.file();
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'meeting');
    const secretary = await world.person('secretary');
    const topics = async (username: string) =>
      await world.get(CaseDecisions).of(await world.person(username), filed.id);
    expect(await topics('secretary')).toMatchObject([{ state: 'queued', meeting: null, reasonName: '涉及多个部门' }]);
    const { items } = await world.get(QueueService).list(secretary, { limit: 9 });
    const id = items.find(({ caseId }) => caseId === filed.id)?.id;
    const draft = { title: '三月联席会', at: '2026-03-19T15:00:00+08:00', place: '三楼会议室', topics: [{ id }] };

    await world.get(MeetingService).call(secretary, meetingSchema.parse(draft));

    expect(await topics('leader')).toMatchObject([{ state: 'scheduled', meeting: { title: '三月联席会' } }]);
    expect(await topics('clerk')).toEqual([]);
    const cards = (await world.get(HomeService).get(secretary)).cards;
    expect(cards.find((card) => card.id === 'meetings')).toMatchObject({
      count: 1,
      soonest: '2026-03-19T07:00:00.000Z',
    });
  });
});
