import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  caseDraftSchema,
  CaseListService,
  ClockActs,
  DispositionsService,
  HotMattersService,
  IntakeService,
  MergeService,
  RankingService,
  ReopeningService,
  StatisticsService,
  StatisticsSettingsService,
  StepTimesService,
  TaskService,
  type FigureQuery,
  type RegisteredCase,
  type SettledStatistics,
  type StatisticsSettings,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

/** Five cases of one street and one of another, counted by hand. */
describe('tables of the statistics', () => {
  let world: DefaultWorld;

  beforeAll(async () => {
    world = await openDefaultWorld('2026-03-02T09:00:00+08:00');
    const phone = { resident: { name: '王大明', phone: '13800000001' } };
    const road = await world.file({ category: 'urban.road', ...phone });
    const again = await world.file({ category: 'urban.road', ...phone, title: '还没有修' });
    const property = await world.file({ category: 'housing.property', ...phone });
    const main = await world.file({ category: 'education.fees', title: '收费不合理' });
    const merged = await world.file({ category: 'education.fees', title: '乱收费' });
    const lapsed = await fileAs('clerk2', { category: 'urban.road', title: '井盖松动' });
    await world.claim('clerk', merged);
    const same = { into: main.code, opinion: '同一问题' };
    await world.get(MergeService).merge(await world.person('clerk'), merged.id, same);

    await world.advanceTo('2026-03-02T10:00:00+08:00');
    await world.claim('clerk', road);
    await world.claim('clerk', property);

    await world.advanceTo('2026-03-02T11:00:00+08:00');
    await settle('clerk', again, 'persuade');
    await world.finish('street', again, 'done');

    await world.advanceTo('2026-03-02T14:30:00+08:00');
    await settle('clerk', road, 'explain');
    await world.finish('street', road, 'done');

    await world.advanceTo('2026-03-02T15:00:00+08:00');
    const clocks = world.get(ClockActs);
    await clocks.suspend(await world.person('clerk'), property.id, { reason: 'papers', opinion: '补材料' });
    await world.advanceTo('2026-03-02T17:00:00+08:00');
    await clocks.resume(await world.person('clerk'), property.id, { opinion: '已补' });

    await world.advanceTo('2026-03-03T09:30:00+08:00');
    await world.finish('clerk', property, 'escalate');
    await settle('street', property, 'by-law');
    await world.finish('general', property, 'done');

    await world.advanceTo('2026-03-06T10:00:00+08:00'); // the term of `lapsed` at its station ended on the 5th
    await settle('street2', lapsed, 'by-law');
    await world.finish('general', lapsed, 'done');
  });

  afterAll(async () => await world?.close());

  it('count repeats: what is merged, and what the same telephone asks again about the same category', async () => {
    const statistics = await world.get(StatisticsService).of(await world.person('leader'), march);
    expect(statistics.cases).toMatchObject({ received: 6, repeated: 2, withdrawn: 1, closed: 4, closedAtOnce: 4 });
    expect(statistics.topics.map(({ code, repeated }) => [code, repeated])).toEqual([
      ['urban', 1],
      ['education', 1],
      ['housing', 0],
    ]);
  });

  it('tell how long a step takes in working hours, as of each day', async () => {
    // Whole: `again` 2 h, `road` 3.5 h over lunch, `property` 7.5 h over night, of which it stood 2 h; and `main`, which
    // nobody claimed in the 27.5 h until it lapsed, so that it waited and was never handled.
    const station = {
      step: '工作站办理',
      count: 4,
      whole: { median: 5.5, p90: 21.5 },
      waiting: { median: 1.5, p90: 19.9 },
      handling: { median: 2.5, p90: 4.1 },
      paused: 1,
      pausedHours: 2,
    };
    const { calendar, items } = await stepTimes('street');
    expect(calendar).toBe('工作日');
    expect(items.find(({ unitId }) => unitId === 'station-1-1')).toMatchObject({
      elementId: 'station-handle',
      ...station,
    });
    const all = (await stepTimes('leader')).items.find((it) => it.elementId === 'station-handle' && it.unitId === null);
    // With the other street's, which lapsed too.
    expect(all).toMatchObject({ count: 5, handling: station.handling, unit: null });
    const first = (await stepTimes('leader', { asOf: '2026-03-02' })).items.find((it) => it.unitId === 'station-1-1');
    expect(first).toMatchObject({ count: 2, whole: { median: 2.8, p90: 3.4 }, paused: 0, pausedHours: 0 });
    expect((await stepTimes('street2')).items.map(({ unitId }) => unitId)).not.toContain('station-1-1');
  });

  it('count dispositions of closed cases by topic and by who settled them, as of each day', async () => {
    const now = await dispositions('leader');
    expect(now.kinds.map(({ code }) => code)).toEqual(['by-law', 'policy', 'explain', 'persuade']);
    expect(now.topics).toEqual([
      { code: 'urban', name: '市容城管', total: 3, counts: [1, 0, 1, 1] },
      { code: 'housing', name: '住房物业', total: 1, counts: [1, 0, 0, 0] },
    ]);
    expect(now.units.map(({ code, counts }) => [code, counts])).toEqual([
      ['street-1', [1, 0, 0, 0]],
      ['station-1-1', [0, 0, 1, 1]],
      ['street-2', [1, 0, 0, 0]],
    ]);
    expect((await dispositions('leader', { asOf: '2026-03-02' })).topics).toEqual([
      { code: 'urban', name: '市容城管', total: 2, counts: [0, 0, 1, 1] },
    ]);
    expect((await dispositions('street2')).units.map(({ code }) => code)).toEqual(['street-2']);
  });

  it('rank streets with streets and stations with stations; a lapse counts for who let it happen', async () => {
    const few = await ranking('leader');
    expect(few.fewest).toBe(10);
    expect(few.groups.flatMap(({ units }) => units.map(({ rank }) => rank))).toEqual([null, null, null, null]);
    await decide({ ranking: { ...(await latest()).value.ranking, fewest: 1 } });
    const { groups, formula } = await ranking('leader');
    expect(formula).toContain('按期结案率 × 40%');
    // Of the first street four are due, the main case is open; nobody rated, so the share in time is all.
    expect(
      groups.map(({ kind, units }) => [kind, units.map((it) => [it.unitId, it.cases, it.score, it.rank])]),
    ).toEqual([
      ['street', [['street-1', 4, 75, 1], ['street-2', 1, 0, 2]]], // prettier-ignore
      ['station', [['station-1-1', 4, 75, 1], ['station-2-1', 1, 0, 2]]], // prettier-ignore
    ]);
    expect((await ranking('street2')).groups.map(({ units }) => units.map(({ unitId }) => unitId))).toEqual([
      ['street-2'],
      ['station-2-1'],
    ]);
    // As of a day before, the threshold is that of the day.
    expect(await ranking('leader', { asOf: '2026-03-05' })).toMatchObject({ fewest: 10 });
  });

  it('lead to as many cases as they count', async () => {
    const { groups } = await ranking('leader');
    const names = { closing: 'closed', 'closing-in-time': 'closedInTime', 'first-time': 'closedAtOnce' } as const;
    for (const { unitId: by, cases, rates } of groups.flatMap(({ units }) => units)) {
      expect([by, await behind('leader', { figure: 'cases.due', left: 'true', by })]).toEqual([by, cases]);
      for (const { code, numerator } of rates) {
        const name = names[code as keyof typeof names];
        if (name)
          expect([by, code, await behind('leader', { figure: `cases.${name}`, left: 'true', by })]).toEqual([
            ...[by, code],
            numerator,
          ]);
      }
    }
    const { kinds, topics, units } = await dispositions('leader');
    const settled = { figure: 'cases.closed' } as const;
    for (const [rows, dimension] of [
      [topics, 'topic'],
      [units, 'by'],
    ] as const)
      for (const { code, counts, total } of rows) {
        for (const [index, kind] of kinds.entries())
          expect(await behind('leader', { ...settled, [dimension]: code, disposition: kind.code || 'none' })).toBe(
            counts[index],
          );
        expect(await behind('leader', { ...settled, [dimension]: code, disposition: 'any' })).toBe(total);
      }
    const lanes = await world.get(DispositionsService).lanes(await world.person('leader'), march);
    for (const { lane, received, closed } of lanes.items) {
      expect([lane, await behind('leader', { figure: 'cases.received', lane })]).toEqual([lane, received]);
      expect([lane, await behind('leader', { figure: 'cases.closed', lane })]).toEqual([lane, closed]);
    }
    expect(await behind('leader', { figure: 'cases.repeated' })).toBe(2);
  });

  it('tell no rank of any day once that is switched off', async () => {
    await decide({ ranking: { ...(await latest()).value.ranking, shown: false } });
    for (const asOf of [undefined, '2026-03-05']) {
      const { ranked, formula, groups } = await ranking('leader', { asOf });
      expect([ranked, formula]).toEqual([false, null]);
      expect(groups.flatMap(({ units }) => units.map(({ score, rank }) => score ?? rank))).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });

  it('show what many ask about at once in one street, with the cases that the asker may read', async () => {
    for (const place of ['东门', '西门', '南门'])
      await fileAs('clerk', { category: 'urban.lighting', title: `向阳路${place}路灯不亮`, text: '晚上太黑' });
    for (const place of ['东门', '西门'])
      await fileAs('clerk2', { category: 'urban.lighting', title: `和平路${place}路灯不亮`, text: '晚上太黑' });
    await fileAs('clerk', { category: 'urban.lighting', title: '建议公园加装照明', text: '跑步的人很多' });

    const { items, ...by } = await hotMatters('leader');
    expect(by).toEqual({ days: 30, fewest: 3, likeness: 0.3 });
    expect(items).toEqual([
      {
        id: expect.any(String),
        topic: expect.any(String),
        place: '河东街道党工委',
        size: 3,
        more: false,
        first: '2026-03-06',
        last: '2026-03-06',
        cases: [expect.anything(), expect.anything(), expect.anything()],
      },
    ]);
    const matter = items[0]?.id ?? '';
    expect(await behind('leader', { figure: 'matter', matter })).toBe(3);
    expect(await behind('street2', { figure: 'matter', matter })).toBe(0);
    expect((await hotMatters('street')).items).toHaveLength(1);
    expect((await hotMatters('street2')).items).toEqual([]);
    expect((await hotMatters('leader', { asOf: '2026-03-05' })).items).toEqual([]);
    await decide({ hotMatters: { days: 30, fewest: 2, likeness: 0.3 } });
    expect((await hotMatters('street2')).items).toMatchObject([{ size: 2, place: '河西街道党工委' }]);
    await world.advanceTo('2026-04-10T10:00:00+08:00');
    expect((await hotMatters('leader')).items).toEqual([]);
  });

  it('keep a disposition of an earlier day when the case is taken up again', async () => {
    const before = await dispositions('leader', { asOf: '2026-03-06' });
    const late = await fileAs('clerk', { category: 'urban.road' });
    await settle('clerk', late, 'by-law');
    await world.finish('street', late, 'done');
    await world.get(ReopeningService).reopen(await world.person('clerk'), late.id, { opinion: '未解决' });
    const april = { from: '2026-04-01', to: '2026-04-30' };
    expect((await dispositions('leader', april)).topics).toEqual([]);
    await settle('clerk', late, 'explain');
    await world.finish('street', late, 'done');
    expect((await dispositions('leader', april)).topics[0]?.counts).toEqual([0, 0, 1, 0]);
    expect(await dispositions('leader', { asOf: '2026-03-06' })).toEqual(before);
  });

  it('are for those who may see statistics, and their settings for who administers', async () => {
    for (const table of [ranking, dispositions, stepTimes, hotMatters])
      await expect(table('clerk')).rejects.toMatchObject({ code: 'permission-missing' });
    const decision = { ...(await latest()), note: '试' };
    const service = world.get(StatisticsSettingsService);
    await expect(service.decide(await world.person('leader'), decision)).rejects.toMatchObject({
      code: 'permission-missing',
    });
    await expect(decide({ calendar: 'moon' })).rejects.toMatchObject({ code: 'setting-calendar-unknown' });
    const decided = await service.decisions(await world.person('sysadmin'));
    expect(decided.map(({ note }) => note)).toEqual(['会议决定', '会议决定', '会议决定', '初始设置']);
    for (const text of [`UPDATE casework.setting SET note = ''`, 'DELETE FROM casework.setting'])
      await expect(world.database.query({ text })).rejects.toThrow('append-only');
  });

  const march = { from: '2026-03-01', to: '2026-03-31' };

  async function ranking(username: string, more: object = {}) {
    return await world.get(RankingService).of(await world.person(username), { ...march, ...more });
  }

  async function dispositions(username: string, more: object = {}) {
    return await world.get(DispositionsService).of(await world.person(username), { ...march, ...more });
  }

  async function stepTimes(username: string, more: object = {}) {
    return await world.get(StepTimesService).of(await world.person(username), { ...march, ...more });
  }

  async function hotMatters(username: string, query: { asOf?: string } = {}) {
    return await world.get(HotMattersService).of(await world.person(username), query);
  }

  async function behind(username: string, asked: Partial<FigureQuery>): Promise<number> {
    const query = { ...march, ...asked, limit: 100 };
    return (await world.get(CaseListService).list(await world.person(username), query)).items.length;
  }

  async function latest(): Promise<SettledStatistics> {
    const [last] = await world.get(StatisticsSettingsService).decisions(await world.person('sysadmin'));
    if (!last) throw new Error('expected settings, but there are none');
    return last;
  }

  async function decide(more: Partial<StatisticsSettings>): Promise<void> {
    const { version, value: before } = await latest();
    const value = { ...before, ...more };
    await world
      .get(StatisticsSettingsService)
      .decide(await world.person('sysadmin'), { version, value, note: '会议决定' });
  }

  async function fileAs(username: string, more: object): Promise<RegisteredCase> {
    const draft = caseDraftSchema.parse({ title: '道路破损', text: '路面塌陷', channel: 'phone', ...more });
    return await world.get(IntakeService).register(await world.person(username), draft);
  }

  async function settle(username: string, filed: RegisteredCase, disposition: string): Promise<void> {
    const task = (await world.line(username, 'claimable', filed)) ?? (await world.line(username, 'todo', filed));
    const completion = { outcome: 'resolved', opinion: '依规办理', disposition, reply: '已办理' };
    await world.get(TaskService).complete(await world.person(username), task?.id ?? 'missing', completion);
  }
});
