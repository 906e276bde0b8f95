import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AttachmentService,
  CaseListService,
  ExclusionService,
  HomeService,
  LegalHolds,
  MapFiguresService,
  RatingService,
  ReopeningService,
  Retention,
  ReturnService,
  StatisticsService,
  TrailService,
  WithdrawalService,
  type FigureQuery,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const period = { from: '2026-03-01', to: '2026-03-31' };
/** Figures of cases that are told by their own name. */
const countedNames = [
  ...(['received', 'closed', 'withdrawn', 'closedInTime', 'closedAtOnce', 'closedInTwo', 'returned'] as const),
  ...(['reworked', 'repeated', 'toContact', 'contactedInTime', 'rated', 'satisfied', 'asked', 'solved'] as const),
];

/** Six cases whose counts are done by hand, beside each what it adds. */
describe('statistics', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lianban-statistics-'));
  let world: DefaultWorld;
  let ended: RegisteredCase;
  let takenBack: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld(undefined, { LIANBAN_DATA: folder });
    await world.advanceTo('2026-03-02T09:00:00+08:00');
    const resident = { name: '王小明', phone: '13800001234' };
    const inTime = await world.file({ category: 'urban.road', address: '幸福里 3 号', resident }); // closed in time, rated 4 and solved
    const lapsed = await world.file({ category: 'urban.lighting' }); // the station lapses, the street closes; rated 2, not solved, second handling
    const returned = await world.file({ category: 'urban.road' }); // returned once, open at the end
    const withdrawn = await world.file({ category: 'housing.property' });
    const reopened = await world.file({ category: 'housing.property' }); // closed on the 3rd, taken up again on the 10th
    await world.get(WithdrawalService).withdraw(await world.person('clerk'), withdrawn.id, { opinion: '撤回' });

    const photo = { name: '王小明.png', content: png };
    await world.get(AttachmentService).add(await world.person('clerk'), inTime.id, photo);
    [ended, takenBack] = [inTime, withdrawn];
    await world.finish('clerk', inTime, 'resolved');
    await world.claim('street', inTime);
    await world.get(RatingService).rate(await world.person('street'), inTime.id, { grade: 4, solved: true });
    await world.finish('street', inTime, 'done');

    await world.finish('clerk', returned, 'escalate');
    await world.finish('street', returned, 'route');
    await world.claim('officer', returned);
    const given = { legalBasis: '三定方案', evidence: '照片', suggestedUnit: 'dept-traffic', opinion: '不属于本单位' };
    await world.get(ReturnService).return(await world.person('officer'), returned.id, given);
    await world.finish('street', returned, 'grant');

    await world.advanceTo('2026-03-03T10:00:00+08:00');
    await world.finish('clerk', reopened, 'resolved');
    await world.finish('street', reopened, 'done');

    await world.advanceTo('2026-03-06T10:00:00+08:00'); // the station's term of `lapsed` ended on the 5th
    await world.finish('street', lapsed, 'resolved');
    await world.claim('general', lapsed);
    await world.get(RatingService).rate(await world.person('general'), lapsed.id, { grade: 2, solved: false });
    await world.finish('general', lapsed, 'dissatisfied');

    await world.advanceTo('2026-03-10T10:00:00+08:00');
    await world.get(ReopeningService).reopen(await world.person('clerk'), reopened.id, { opinion: '未解决' });
    await world.file({ category: 'education.fees' }); // received later, open
  });

  afterAll(async () => {
    await world?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('agree with a count by hand, as of each day', async () => {
    const first = await of('leader', { asOf: '2026-03-02' });
    expect(first.cases).toMatchObject({ received: 5, closed: 1, withdrawn: 1, closedInTime: 1, returned: 1, rated: 1 });
    const second = await of('leader', { asOf: '2026-03-03' });
    expect(second.cases).toMatchObject({ received: 5, closed: 2, closedInTime: 2, reworked: 0 });
    const now = await of('leader');
    expect(now.cases).toEqual({
      received: 6,
      closed: 1, // `reopened` is open again, `lapsed` in second handling
      withdrawn: 1,
      closedInTime: 1,
      closedAtOnce: 1, // neither returned nor handled again
      toContact: 4, // not the one that was withdrawn, and not the last, which has until the 11th
      contactedInTime: 0,
      closedInTwo: 1,
      returned: 1,
      reworked: 2,
      repeated: 0,
      rated: 2,
      satisfied: 1,
      asked: 2,
      solved: 1,
      // Of 16 tasks: one ended with its case, two have until the 11th; not in time are the station's task of `lapsed`, its
      // second handling, and the department that got `returned`.
      toClaim: 13,
      claimedInTime: 10,
    });
    expect(rate(now, 'closing')).toBe(0.2);
    expect(rate(now, 'return')).toBe(0.1667);
    expect(rate(now, 'satisfaction')).toBe(0.5);
    // What happened since changes nothing of an earlier day.
    expect((await of('leader', { asOf: '2026-03-03' })).cases).toEqual(second.cases);
    expect((await of('leader', { from: '2026-03-10', to: '2026-03-31' })).cases).toMatchObject({ received: 1 });
  });

  it('count topics on their first level and tasks by unit', async () => {
    const { topics, units } = await of('leader');
    expect(topics).toEqual([
      { code: 'urban', name: '市容城管', received: 3, repeated: 0, lapsed: 1, dissatisfied: 1 },
      { code: 'housing', name: '住房物业', received: 2, repeated: 0, lapsed: 0, dissatisfied: 0 },
      { code: 'education', name: '教育', received: 1, repeated: 0, lapsed: 0, dissatisfied: 0 },
    ]);
    const station = units.find(({ unitId }) => unitId === 'station-1-1');
    // Six first tasks and one second handling: three done, one lapsed, one withdrawn, two open.
    expect(station).toMatchObject({ tasks: 7, done: 3, doneInTime: 3, late: 1, open: 2 });
    expect(station).toMatchObject({ toClaim: 4, claimedInTime: 3 });
    expect(units.find(({ unitId }) => unitId === 'dept-traffic')).toMatchObject({ tasks: 1, done: 0, open: 1 });
  });

  it('are those of the units that one answers for, and of nobody else', async () => {
    expect((await of('street')).cases.received).toBe(6);
    const other = await of('street2');
    expect(other.cases.received).toBe(0);
    expect(other.units).toEqual([]);
    await expect(of('clerk')).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('leave out of adjusted rates what somebody else has agreed to, from that day on; raw rates stay', async () => {
    const before = await of('leader');
    expect(before.adjusted).toEqual({ cases: before.cases, rates: before.rates });
    const late = await world.file({ category: 'urban.road' });
    const exclusions = world.get(ExclusionService);
    const asked = { reason: 'malicious', opinion: '经核实为虚假诉求' };
    await expect(
      exclusions.ask(await world.person('clerk'), late.id, { ...asked, reason: 'dislike' }),
    ).rejects.toMatchObject({ code: 'exclusion-reason-unknown' });
    await exclusions.ask(await world.person('clerk'), late.id, asked);
    await expect(exclusions.ask(await world.person('station-head'), late.id, asked)).rejects.toMatchObject({
      code: 'excluded-already',
    });
    const supervisor = await world.person('supervisor');
    const [item] = (await exclusions.list(supervisor, { state: 'asked', limit: 5 })).items;
    expect(item).toMatchObject({ code: late.code, reason: '恶意或虚假诉求', canDecide: true });
    const yes = { granted: true, opinion: '属实' };
    await expect(exclusions.decide(await world.person('clerk'), item?.id ?? '', yes)).rejects.toMatchObject({
      code: 'permission-missing',
    });
    await exclusions.decide(supervisor, item?.id ?? '', yes);
    await expect(exclusions.decide(supervisor, item?.id ?? '', yes)).rejects.toMatchObject({
      code: 'exclusion-not-open',
    });
    const after = await of('leader');
    expect(after.cases.received).toBe(before.cases.received + 1);
    expect(after.adjusted.cases).toEqual(before.cases);
    expect((await world.titles(late)).slice(-2)).toEqual(['申请剔除', '同意剔除']);
    const earlier = await of('leader', { asOf: '2026-03-09' });
    expect(earlier.adjusted.cases).toEqual(earlier.cases);
  });

  it('lead to as many cases as they count, as of each day and to each reader', async () => {
    for (const [username, more] of [
      ['leader', {}],
      ['leader', { asOf: '2026-03-03' }],
      ['leader', { from: '2026-03-10' }],
      ['street', {}],
      ['street2', {}],
    ] as const) {
      const told = await of(username, more);
      for (const [left, counts] of [
        [{}, told.cases],
        [{ left: 'true' }, told.adjusted.cases],
      ] as const)
        for (const name of countedNames)
          expect([username, more, name, await behind(username, { figure: `cases.${name}`, ...left, ...more })]).toEqual(
            [...[username, more, name], counts[name]],
          );
      for (const { code, ...counts } of told.topics)
        for (const name of ['received', 'repeated', 'lapsed', 'dissatisfied'] as const)
          expect([code, name, await behind(username, { figure: `cases.${name}`, topic: code, ...more })]).toEqual([
            ...[code, name],
            counts[name],
          ]);
    }
    await expect(behind('clerk', { figure: 'cases.closed' })).rejects.toMatchObject({ code: 'permission-missing' });
  });

  it('of tasks lead to their cases', async () => {
    const { units } = await of('leader');
    for (const unit of units)
      for (const name of ['tasks', 'done', 'doneInTime', 'late', 'open', 'toClaim', 'claimedInTime'] as const) {
        const cases = await behind('leader', { figure: `tasks.${name}`, by: unit.unitId });
        // Two tasks of a case in one unit are one line: the station got `lapsed` or another one twice.
        expect([unit.unitId, name, cases <= unit[name], cases > 0]).toEqual([unit.unitId, name, true, unit[name] > 0]);
      }
    expect(await behind('leader', { figure: 'tasks.tasks', by: 'dept-traffic' })).toBe(1);
    expect(await behind('leader', { figure: 'tasks.open', by: 'station-1-1' })).toBe(3);
    expect(await behind('street2', { figure: 'tasks.open', by: 'station-1-1' })).toBe(0);
  });

  it('of closings, of what is open, and of the lights of the map lead to their cases', async () => {
    const { items } = await world.get(StatisticsService).trend(await world.person('leader'), period);
    for (const { day, received, endings } of items) {
      const stretch = { from: day, to: day };
      expect([day, await behind('leader', { figure: 'cases.received', ...stretch })]).toEqual([day, received]);
      expect([day, await behind('leader', { figure: 'endings', ...stretch })]).toEqual([day, endings]);
    }
    const map = await world.get(MapFiguresService).of(await world.person('leader'), period);
    for (const { unitId, green, yellow, red } of map.units)
      for (const [light, count] of Object.entries({ green, yellow, red }))
        expect([unitId, light, await behind('leader', { figure: 'lit', light: light as 'red', by: unitId })]).toEqual([
          ...[unitId, light],
          count,
        ]);
    const { cards } = await world.get(HomeService).get(await world.person('leader'));
    const card = (id: string) => cards.find((each) => each.id === id)?.count;
    expect(await behind('leader', { figure: 'standing' })).toBe(card('open'));
    expect(await behind('leader', { figure: 'lit', light: 'red' })).toBe(card('late'));
  });

  it('stay as they were when the personal data of ended cases go; what is held stays until it is let go', async () => {
    const resident = { name: '王小明', phone: '13800001234' };
    await world.file({ category: 'urban.road', resident });
    const supervisor = await world.person('supervisor');
    const holds = world.get(LegalHolds);
    await expect(
      holds.set(await world.person('clerk'), ended.id, { hold: true, reason: '诉讼' }),
    ).rejects.toMatchObject({
      code: 'permission-missing',
    });
    await holds.set(supervisor, ended.id, { hold: true, reason: '行政诉讼' });
    await world.database.query({ text: `UPDATE casework.act_limit SET most = 1 WHERE code = 'retention-months'` });
    await world.advanceTo('2026-04-03T01:00:00+08:00');
    const before = await of('leader', { asOf: '2026-03-10' });
    expect(before.cases.repeated).toBe(1);
    for (const file of files()) utimesSync(file, new Date(0), new Date(0));

    expect(await preview()).toMatchObject({ months: 1, due: 1, held: 1, gone: 0 });
    expect(await retain()).toBe(1);
    expect(await world.view(ended)).toMatchObject({
      anonymised: false,
      legalHold: { reason: '行政诉讼' },
      canHold: true,
    });
    expect([files().length, await leftOf(takenBack)]).toEqual([1, []]);
    await holds.set(supervisor, ended.id, { hold: false, reason: '已判决' });
    expect([await retain(), await retain()]).toEqual([1, 0]);

    expect(await of('leader', { asOf: '2026-03-10' })).toEqual(before);
    expect(await preview()).toMatchObject({ due: 0, held: 0, gone: 2 });
    expect([files(), await leftOf(ended)]).toEqual([[], []]);
    expect(await world.view(ended)).toMatchObject({
      title: '道路破损', // its topic
      address: null,
      resident: null,
      anonymised: true,
      canHold: false,
    });
    expect((await world.titles(ended)).slice(-3)).toEqual([
      '暂停删除个人信息',
      '恢复按期删除个人信息',
      '保存期限已满，删除个人信息',
    ]);
    expect(await world.get(TrailService).firstBrokenLine(ended.id)).toBeUndefined();
    await expect(holds.set(supervisor, ended.id, { hold: true, reason: '诉讼' })).rejects.toMatchObject({
      code: 'hold-refused',
    });
  });

  async function retain() {
    return await world.get(Retention).run(() => Promise.resolve([]));
  }

  async function preview() {
    const kinds = await world.get(Retention).preview(await world.person('sysadmin'));
    return kinds.find(({ kind }) => kind === null);
  }

  /** What still names the resident where a case is kept, but for the history, in which nobody is to be named. */
  async function leftOf({ id }: RegisteredCase): Promise<readonly string[]> {
    const rows = await world.database.query<{ row: string }>({
      text: `SELECT file::text AS row FROM casework.case_file file WHERE id = $1
             UNION ALL SELECT attachment::text FROM casework.attachment WHERE case_id = $1`,
      values: [id],
    });
    const [first] = rows;
    expect(first?.row).toContain('个人信息已删除');
    return rows.map(({ row }) => row).filter((row) => /王小明|1380000|幸福里|塌陷|sealed:/u.test(row));
  }

  function files(): readonly string[] {
    const entries = readdirSync(join(folder, 'uploads'), { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  }

  async function behind(username: string, asked: Partial<FigureQuery>): Promise<number> {
    const query = { ...period, ...asked, limit: 100 };
    return (await world.get(CaseListService).list(await world.person(username), query)).items.length;
  }

  async function of(username: string, more: object = {}) {
    const query = { ...period, ...more };
    return await world.get(StatisticsService).of(await world.person(username), query);
  }

  function rate({ rates }: Awaited<ReturnType<typeof of>>, code: string): number | null | undefined {
    return rates.find((each) => each.code === code)?.rate;
  }
});

/** Begins as a picture does. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
