import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseQueryService, NoticeService, type IdempotentRequest, type RegisteredCase } from '@lianban/casework';
import {
  arrivalSchema,
  whistleEndSchema,
  WhistleQuery,
  whistleSchema,
  whistleScoreSchema,
  WhistleService,
  WhistleWatch,
  type WhistleView,
} from '@lianban/joint-meeting';
import { changeEntry } from './support/change-entry.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const ten = '2026-03-02T10:00:00+08:00';

/** One whistle of a street from its blowing to its scores; each test goes on where the one before ended. */
describe('a whistle', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let whistle: WhistleView;

  beforeAll(async () => {
    world = await openDefaultWorld();
    filed = await world.file({ title: '违建占用消防通道', category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.claim('street', filed);
  });

  afterAll(async () => await world?.close());

  it('is blown by who assigns tasks in a street or station, on an open case that they may read', async () => {
    await expect(blow('clerk')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(blow('general')).rejects.toMatchObject({ code: 'not-the-caller' });
    await expect(blow('street2')).rejects.toMatchObject({ code: 'case-unknown' });
    await expect(blow('street', { kind: 'loud' })).rejects.toMatchObject({ code: 'whistle-kind-unknown' });
    await expect(blow('street', { units: ['dept-none'] })).rejects.toMatchObject({
      code: 'unit-refused',
      fields: [{ field: 'units', message: '没有这个单位' }],
    });
    for (const at of ['0000-01-01T00:00:00Z', '2026-03-02T08:00:00+08:00', '2026-04-02T10:00:00+08:00'])
      await expect(blow('street', { at })).rejects.toMatchObject({
        code: 'whistle-time-wrong',
        fields: [{ field: 'at', message: '报到时间应当在现在之后、30 天之内' }],
      });
    const request = { key: 'blow', account: 'street', hash: 'blow' };
    whistle = await blow('street', {}, request);
    expect((await blow('street', {}, request)).id).toBe(whistle.id);

    expect(whistle).toMatchObject({ kind: '联合执法', caller: '河东街道党工委', called: 3, there: 0, canRecord: true });
    expect(whistle.reportBy).toBe('2026-03-02T02:30:00.000Z');
    expect(whistle.units.map(({ unit, standing }) => [unit, standing])).toEqual(
      expect.arrayContaining([
        ['城市管理局', 'awaited'],
        ['公安分局', 'awaited'],
        ['住房和城乡建设局', 'awaited'],
      ]),
    );
    expect(await world.titles(filed)).toContain('吹哨');
  });

  it('tells the units, whose people may read the case then, and shows itself to nobody else', async () => {
    const officer = await world.person('officer');
    expect((await notices('officer'))[0]).toMatchObject({
      kind: 'whistle',
      text: expect.stringContaining('城市管理局'),
    });
    expect(await world.get(CaseQueryService).get(officer, filed.id)).toMatchObject({ code: filed.code });
    expect((await world.get(WhistleQuery).list(officer, { limit: 5 })).items).toMatchObject([{ id: whistle.id }]);
    expect((await world.get(WhistleQuery).list(await world.person('officer3'), { limit: 5 })).items).toEqual([]);
    await expect(view('officer3')).rejects.toMatchObject({ code: 'whistle-unknown' });
    expect(await view('supervisor')).toMatchObject({ canRecord: false });
  });

  it('has who came taken down by the street', async () => {
    const urban = { unit: 'dept-urban', who: '周志强等三人' };
    await expect(arrive(urban, 'officer')).rejects.toMatchObject({ code: 'not-the-caller' });
    await expect(arrive({ ...urban, unit: 'dept-health' })).rejects.toMatchObject({ code: 'not-called' });
    await expect(arrive({ ...urban, at: '2026-03-02T11:00:00+08:00' })).rejects.toMatchObject({
      code: 'whistle-stage-wrong',
    });
    await world.advanceTo(ten);
    whistle = await arrive(urban);
    expect(unit('城市管理局')).toMatchObject({ standing: 'there', arrived: '周志强等三人', recordedBy: '孙丽华' });
    expect(whistle.there).toBe(1);
  });

  it('tells who supervises, the unit and the caller of a unit that did not come, once', async () => {
    await world.advanceTo('2026-03-02T10:30:00+08:00');
    expect(await world.get(WhistleWatch).tellAbsent()).toBe(0); // the very instant is in time
    await world.advanceTo('2026-03-02T10:31:00+08:00');
    whistle = await view('street');
    expect(unit('公安分局')).toMatchObject({ standing: 'absent' });
    // One of which nobody can be told does not keep the other from it.
    const constraint = `CONSTRAINT refused CHECK (unit_id <> 'dept-housing' OR absent_told_at IS NULL)`;
    await world.database.query({ text: `ALTER TABLE joint_meeting.whistle_unit ADD ${constraint}` });
    expect(await world.get(WhistleWatch).tellAbsent()).toBe(1);
    await world.database.query({ text: 'ALTER TABLE joint_meeting.whistle_unit DROP CONSTRAINT refused' });
    const twice = await Promise.all([1, 2].map(() => world.get(WhistleWatch).tellAbsent()));
    expect((twice[0] ?? 0) + (twice[1] ?? 0)).toBe(1);
    expect(await world.get(WhistleWatch).tellAbsent()).toBe(0);

    for (const username of ['supervisor', 'leader', 'street'])
      expect((await notices(username)).filter(({ kind }) => kind === 'whistle-absent')).toHaveLength(2);
    expect((await notices('officer')).filter(({ kind }) => kind === 'whistle-absent')).toEqual([]);
    whistle = await arrive({ unit: 'dept-housing', who: '马国栋' });
    expect(unit('住房和城乡建设局')).toMatchObject({ standing: 'late' });
  });

  it('ends with what came of it, and with tasks for units, all or nothing', async () => {
    const task = { unit: 'dept-urban', opinion: '三日内拆除违建。', days: 1 };
    await expect(score({ unit: 'dept-urban', by: 'caller', score: 5 })).rejects.toMatchObject({
      code: 'whistle-stage-wrong',
    });
    await expect(end({ tasks: [task, { unit: 'dept-health', opinion: '检查' }] })).rejects.toMatchObject({
      code: 'not-called',
    });
    expect((await world.view(filed)).sides).toEqual([]);
    const request = { key: 'end', account: 'street', hash: 'end' };
    whistle = await end({ tasks: [task] }, 'street', request);
    await end({ tasks: [task] }, 'street', request);

    expect(whistle).toMatchObject({ outcome: '现场责令停工。', endedBy: '孙丽华', canRecord: false });
    expect(unit('城市管理局')?.tasks).toMatchObject([{ name: '协办', state: 'open', light: 'green' }]);
    expect((await world.view(filed)).sides).toMatchObject([{ kind: 'assist', unit: '城市管理局' }]);
    await expect(end({})).rejects.toMatchObject({ code: 'whistle-stage-wrong' });
    await expect(arrive({ unit: 'dept-police', who: '民警' })).rejects.toMatchObject({ code: 'whistle-stage-wrong' });
  });

  it('has both sides score each other once, each for itself', async () => {
    expect(await view('officer')).toMatchObject({
      units: expect.arrayContaining([expect.objectContaining({ unit: '城市管理局', canScoreCaller: true })]),
    });
    await score({ unit: 'dept-urban', by: 'caller', score: 5, remark: '到场及时' });
    await expect(score({ unit: 'dept-urban', by: 'caller', score: 1 })).rejects.toMatchObject({
      code: 'scored-already',
    });
    await expect(score({ unit: 'dept-urban', by: 'caller', score: 1 }, 'officer')).rejects.toMatchObject({
      code: 'not-the-caller',
    });
    await expect(score({ unit: 'dept-police', by: 'unit', score: 1 }, 'officer')).rejects.toMatchObject({
      code: 'not-called',
    });
    whistle = await score({ unit: 'dept-urban', by: 'unit', score: 4, remark: '准备充分' }, 'officer');

    expect(unit('城市管理局')).toMatchObject({
      ofUnit: { score: 5, remark: '到场及时', by: '孙丽华' },
      ofCaller: { score: 4, remark: '准备充分', by: '周志强' },
      canScoreCaller: false,
    });
    expect(whistleScoreSchema.safeParse({ unit: 'dept-urban', by: 'unit', score: 6 }).success).toBe(false);
    expect((await world.titles(filed)).filter((title) => title === '吹哨报到互评')).toHaveLength(2);
  });

  it('blames nobody for not coming to what ended before its time', async () => {
    const early = await blow('street', { at: '2026-03-02T15:00:00+08:00' });
    await world
      .get(WhistleService)
      .end(await world.person('street'), early.id, whistleEndSchema.parse({ outcome: '已自行整改，取消。' }));
    await world.advanceTo('2026-03-02T17:00:00+08:00');
    expect(await world.get(WhistleWatch).tellAbsent()).toBe(0);
    const { units } = await world.get(WhistleQuery).get(await world.person('street'), early.id);
    expect(units.map(({ standing }) => standing)).toEqual(['released', 'released', 'released']);
  });

  it('is blown for what administrators add, and no more for what they put out of use', async () => {
    await changeEntry(world, ['whistle-kinds', 'flood'], { values: { graceMinutes: 15, aheadDays: 2 } });
    await expect(blow('street', { kind: 'flood', at: '2026-03-06T10:00:00+08:00' })).rejects.toMatchObject({
      kind: 'unprocessable',
    });
    expect(await blow('street', { kind: 'flood', at: '2026-03-03T10:00:00+08:00' })).toMatchObject({
      kind: '某项',
      reportBy: '2026-03-03T02:15:00.000Z',
    });
    await changeEntry(world, ['whistle-kinds', 'flood'], { active: false });
    await expect(blow('street', { kind: 'flood' })).rejects.toMatchObject({ kind: 'unprocessable' });
  });

  it('is blown by the head of a station too, and by two at once without a deadlock', async () => {
    const other = await world.file({ title: '电线裸露' });
    const at = '2026-03-03T10:00:00+08:00';
    const both = await Promise.all([
      blow('station-head', { case: other.code, at }),
      blow('street', { case: other.id, at }),
    ]);
    expect(both.map(({ caller }) => caller)).toEqual(['向阳社区服务民生工作站', '河东街道党工委']);
  });

  const view = async (username: string): Promise<WhistleView> =>
    await world.get(WhistleQuery).get(await world.person(username), whistle.id);
  const unit = (name: string) => whistle.units.find((each) => each.unit === name);

  async function blow(username: string, more: object = {}, request?: IdempotentRequest): Promise<WhistleView> {
    const draft = whistleSchema.parse({
      case: filed.code,
      kind: 'joint',
      text: '违建占用消防通道，请到现场联合执法。',
      place: '幸福里小区东门',
      at: ten,
      units: ['dept-urban', 'dept-police', 'dept-housing'],
      ...more,
    });
    return await world.get(WhistleService).blow(await world.person(username), draft, request);
  }

  async function arrive(said: object, username = 'street'): Promise<WhistleView> {
    const arrival = arrivalSchema.parse(said);
    return await world.get(WhistleService).arrive(await world.person(username), whistle.id, arrival);
  }

  async function end(more: object, username = 'street', request?: IdempotentRequest): Promise<WhistleView> {
    const said = whistleEndSchema.parse({ outcome: '现场责令停工。', ...more });
    return await world.get(WhistleService).end(await world.person(username), whistle.id, said, request);
  }

  async function score(said: object, username = 'street'): Promise<WhistleView> {
    const scoring = whistleScoreSchema.parse(said);
    return await world.get(WhistleService).score(await world.person(username), whistle.id, scoring);
  }

  async function notices(username: string) {
    return (await world.get(NoticeService).list(await world.person(username), { limit: 20 })).items;
  }
});
