import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  ClockActs,
  ContactTerms,
  ContactService,
  FirstContacts,
  NoticeService,
  PapersService,
  ProxyService,
  PublicStatusService,
  ServiceRecords,
  TaskService,
  type RegisteredCase,
} from '@lianban/casework';
import { CalendarChanges } from '@lianban/engine';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const day = 86_400_000;
/** After so long every process knows of a changed calendar. */
const known = 120_001;

describe('the service record of a case', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 28 * day;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += 28 * day;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file();
  });

  describe('the first contact', () => {
    it('is due a working day after the request came, and is on time until then', async () => {
      expect(await record()).toMatchObject({ firstContact: { at: null, late: false }, trips: 0, canAdd: true });
      await contact('clerk', { reached: false });
      expect(await record()).toMatchObject({ firstContact: { at: null } });
      await contact('clerk', {});

      expect(await record()).toMatchObject({
        firstContact: { dueAt: '2026-03-03T09:30:00.000Z', at: '2026-03-02T01:00:00.000Z', late: false },
        contacts: [{ reached: false }, { reached: true, way: '电话', by: '陈晓燕' }],
      });
      expect(await world.titles(filed)).toEqual(['登记诉求', '联系未果', '联系诉求人']);
    });

    it('never stops, though the clock of the task does; what is late is told once', async () => {
      await world.claim('clerk', filed);
      const pause = { reason: 'papers', opinion: '等诉求人补充材料' };
      await world.get(ClockActs).suspend(await world.person('clerk'), filed.id, pause);
      const before = await record();
      await world.advanceTo(new Date(monday + 2 * day).toISOString());
      const told = [await tellLate(), await tellLate()];

      expect(told).toEqual([1, 0]);
      expect(await record()).toMatchObject({ firstContact: { ...before.firstContact, late: true } });
      expect((await world.titles(filed)).filter((title) => title === '首次联系逾期')).toHaveLength(1);
      for (const username of ['station-head', 'street']) expect(await toldOf(username)).toEqual(['contact-late']);
    });

    it('is told of though of an earlier one nobody can be told, which is tried again', async () => {
      const first = filed;
      await world.advanceTo(new Date(monday + 3_600_000).toISOString());
      filed = await world.file();
      await world.advanceTo(new Date(monday + 3 * day).toISOString());
      const constraint = `CONSTRAINT refused CHECK (id <> '${first.id}' OR NOT contact_late_told)`;
      await world.database.query({ text: `ALTER TABLE casework.case_file ADD ${constraint}` });
      expect(await tellLate()).toBe(1);
      expect(await toldOf('station-head')).toEqual(['contact-late']);

      await world.database.query({ text: 'ALTER TABLE casework.case_file DROP CONSTRAINT refused' });
      expect(await tellLate()).toBe(1);
    });

    it('follows a changed calendar once every process knows of it, and the history says so', async () => {
      const spoken = filed;
      await contact('clerk', {});
      filed = await world.file();
      await decide(monday + day, false);
      expect(await followCalendars()).toBe(0);
      await world.advanceTo(new Date(monday + known).toISOString());
      expect([await followCalendars(), await followCalendars()]).toEqual([1, 0]);

      expect(await dueAt()).toBe(new Date(monday + 2 * day + 8.5 * 3_600_000).toISOString());
      expect((await world.titles(filed)).at(-1)).toBe('首次联系时限变更');
      expect(await world.titles(spoken)).not.toContain('首次联系时限变更');
    });

    it('is not moved into the past by a calendar, and goes on from where it was', async () => {
      await decide(monday + day, false);
      await world.advanceTo(new Date(monday + known).toISOString());
      await followCalendars();
      const before = await dueAt();
      await world.advanceTo(new Date(monday + 2 * day).toISOString());
      await decide(monday + day, null);
      await world.advanceTo(new Date(monday + 2 * day + known).toISOString());

      expect(await followCalendars()).toBe(0);
      expect(await dueAt()).toBe(before);
    });

    it('has hours, day and night, when the request is urgent', async () => {
      filed = await world.file({ urgency: 'urgent' });

      const { firstContact } = await record();
      expect(Date.parse(firstContact?.dueAt ?? '')).toBe(monday + 2 * 3_600_000);
    });
  });

  describe('the unit that was asked first', () => {
    it('stays responsible until somebody of the next unit takes the case', async () => {
      await world.finish('clerk', filed, 'escalate');
      expect(await world.view(filed)).toMatchObject({ level: 'street', owner: { id: 'station-1-1' } });
      await world.claim('street', filed);
      expect(await world.view(filed)).toMatchObject({ owner: { id: 'street-1' } });

      await world.finish('street', filed, 'route', { chosenDepartment: 'dept-urban' });
      expect(await world.view(filed)).toMatchObject({ level: 'department', owner: { id: 'street-1' } });
      await world.finish('officer', filed, 'resolved');
      expect(await world.view(filed)).toMatchObject({ owner: { id: 'dept-urban' }, tasks: [{ name: '回访' }] });
      await world.claim('general', filed);
      expect(await world.view(filed)).toMatchObject({ owner: { id: 'dept-urban' } });
    });

    it('is responsible, and may read, where another level begins', async () => {
      filed = await world.file({ category: 'utilities.water', urgency: 'urgent' });

      expect(filed.tasks).toMatchObject([{ elementId: 'department-handle' }]);
      expect(await world.view(filed, 'station-head')).toMatchObject({ owner: { id: 'station-1-1' } });
      expect((await record('station-head')).canAdd).toBe(true);
    });

    it('adds to the record, as who handles the case does; others do not', async () => {
      await world.finish('clerk', filed, 'escalate');

      await contact('clerk', {});
      await contact('street', {});
      await expect(contact('officer', {})).rejects.toMatchObject({ code: 'case-unknown' });
      await world.claim('street', filed);
      await expect(contact('clerk', {})).rejects.toMatchObject({ code: 'not-serving', kind: 'forbidden' });
      await expect(contact('auditor', {})).rejects.toMatchObject({ code: 'permission-missing' });
    });
  });

  describe('papers', () => {
    it('that are missing are told at once; again only by who assigns tasks', async () => {
      await tell('clerk', ['身份证复印件', '房产证']);
      await expect(tell('clerk', ['户口本'])).rejects.toMatchObject({
        code: 'papers-told-already',
        details: { count: 2 },
      });
      await tell('station-head', ['户口本']);

      const status = await world.get(PublicStatusService).get(filed.code, filed.queryCode);
      expect(status).toMatchObject({ asked: { items: ['户口本'] } });
      expect(status.steps.map(({ name }) => name)).toContain('向阳社区服务民生工作站一次性告知所缺材料');
    });

    it('and errands tell the resident no numbers of others', async () => {
      const mandate = '代张三 13911112222 办理';
      await expect(tell('clerk', ['李四 110101199001011234 的证明'])).rejects.toMatchObject({
        code: 'reply-tells-numbers',
      });
      await expect(paper('clerk', { name: '13911112222 的收据', original: false })).rejects.toMatchObject({
        code: 'reply-tells-numbers',
      });
      const begun = world.get(ProxyService).begin(await world.person('clerk'), filed.id, { mandate });
      await expect(begun).rejects.toMatchObject({ code: 'reply-tells-numbers' });
    });

    it('that are originals come back before the case is closed', async () => {
      const taken = await paper('clerk', { name: '房产证', original: true });
      await paper('clerk', { name: '申请表', original: false });
      await expect(world.finish('clerk', filed, 'resolved')).rejects.toMatchObject({
        code: 'closing-incomplete',
        details: { missing: ['papers'] },
      });
      const id = taken.papers[0]?.id ?? '';
      await giveBack('clerk', id);
      await expect(giveBack('clerk', id)).rejects.toMatchObject({ code: 'paper-unknown' });
      await world.finish('clerk', filed, 'resolved');

      expect(await record('leader')).toMatchObject({
        papers: [
          { name: '房产证', returnedBy: '陈晓燕' },
          { name: '申请表', returnedAt: null },
        ],
        canAdd: false,
      });
    });
  });

  describe('an errand', () => {
    it('is one person’s at a time, has a mandate and a result, and the resident sees it', async () => {
      const proxies = world.get(ProxyService);
      await proxies.begin(await world.person('clerk'), filed.id, { mandate: '到社保窗口补缴' });
      await expect(
        proxies.begin(await world.person('station-head'), filed.id, { mandate: '同上' }),
      ).rejects.toMatchObject({ code: 'proxy-already', details: { agent: '陈晓燕' } });
      expect(await world.get(PublicStatusService).get(filed.code, filed.queryCode)).toMatchObject({
        errand: { mandate: '到社保窗口补缴', unit: '向阳社区服务民生工作站' },
      });
      await proxies.end(await world.person('station-head'), filed.id, { result: '已办妥' });
      await expect(proxies.end(await world.person('clerk'), filed.id, { result: '再次' })).rejects.toMatchObject({
        code: 'no-proxy',
      });

      expect(await record()).toMatchObject({ proxies: [{ agent: '陈晓燕', result: '已办妥' }] });
    });
  });

  describe('closing', () => {
    it.each([
      ['complaint', 'clerk', ['reply', 'contact']],
      ['report', 'clerk', ['reply', 'contact', 'evidence']],
      ['backlog', 'street', ['reply', 'contact']],
      ['help', 'clerk', undefined],
    ])('of a request of the kind %s, by %s, needs %j', async (kind, who, missing) => {
      filed = await world.file({ kind });
      const closed = world.finish(who, filed, 'resolved');

      await (missing
        ? expect(closed).rejects.toMatchObject({ code: 'closing-incomplete', details: { missing } })
        : closed);
      expect(await world.view(filed)).toMatchObject({ closingNeeds: missing ?? [] });
    });

    it('goes through when the resident was spoken to and is told something', async () => {
      filed = await world.file({ kind: 'complaint' });
      await contact('clerk', { trip: true });
      const task = await world.line('clerk', 'claimable', filed);
      const completion = { outcome: 'resolved', opinion: '已处理', reply: '路面已修复，感谢您的反映。' };
      await world.get(TaskService).complete(await world.person('clerk'), task?.id ?? '', completion);

      expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '回访' }] });
      expect(await record('leader')).toMatchObject({ trips: 1 });
    });
  });

  describe('a callback', () => {
    it('ends as not reached after three tries in hours of their own', async () => {
      await world.finish('clerk', filed, 'resolved');
      await world.claim('street', filed);
      for (const minutes of [0, 20, 70]) {
        await world.advanceTo(new Date(monday + minutes * 60_000).toISOString());
        await contact('street', { reached: false });
      }
      await expect(world.finish('street', filed, 'unreached')).rejects.toMatchObject({
        code: 'tries-missing',
        details: { made: 2, needed: 3 },
      });
      await world.advanceTo(new Date(monday + 200 * 60_000).toISOString());
      await contact('street', { reached: false });
      await world.finish('street', filed, 'unreached');

      expect(await world.view(filed)).toMatchObject({ state: 'closed' });
    });
  });

  const record = async (username = 'clerk') =>
    await world.get(ServiceRecords).get(await world.person(username), filed.id);

  const contact = async (username: string, more: object) =>
    await world.get(ContactService).contact(await world.person(username), filed.id, {
      ...{ way: 'phone', reached: true, trip: false, text: '说明办理进展' },
      ...more,
    });

  const tell = async (username: string, items: string[]) =>
    await world.get(PapersService).tell(await world.person(username), filed.id, { items });

  const paper = async (username: string, given: { name: string; original: boolean }) =>
    await world.get(PapersService).receive(await world.person(username), filed.id, given);

  const giveBack = async (username: string, id: string) =>
    await world.get(PapersService).giveBack(await world.person(username), filed.id, id);

  const toldOf = async (username: string) => {
    const { items } = await world.get(NoticeService).list(await world.person(username), { limit: 50 });
    return items.filter(({ caseId }) => caseId === filed.id).map(({ kind }) => kind);
  };

  const dueAt = async () => (await record()).firstContact?.dueAt;

  const followCalendars = async () => await world.get(ContactTerms).followCalendars();

  async function decide(at: number, working: boolean | null): Promise<void> {
    const days = [{ date: new Date(at).toISOString().slice(0, 10), working, name: '停办' }];
    const change = { calendarId: 'working-days', days, note: '通知' };
    const by = { name: '系统管理员' };
    await world.database.transaction((tx) => world.get(CalendarChanges).apply(tx, change, by));
  }

  const tellLate = async () => await world.get(FirstContacts).tellLate();
});
