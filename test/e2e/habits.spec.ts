import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitRecordSchema, UnitRecordService, type RegisteredCase, type UnitRecords } from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const station = 'station-1-1';

/** From Monday, 2 March: two requests, one settled on Tuesday, one that lapses on Thursday. */
describe('the habits of a station', () => {
  let world: DefaultWorld;
  let settled: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld();
    settled = await world.file({ title: '路灯不亮' });
    await world.file({ title: '井盖缺失' });
    await world.advanceTo('2026-03-03T10:00:00+08:00');
    await world.finish('clerk', settled, 'resolved');
    await world.advanceTo('2026-03-06T09:00:00+08:00');
  });

  afterAll(async () => await world?.close());

  it('count each day from its cases, and flag working days that nobody has signed', async () => {
    const { days, missing, total, unit } = await month('clerk');
    expect(unit.name).toBe('向阳社区服务民生工作站');
    expect(days).toHaveLength(31);
    expect(line(days, '2026-03-02')).toMatchObject({ work: { registered: 2, handled: 0, lapsed: 0 }, missing: true });
    expect(line(days, '2026-03-03')).toMatchObject({ work: { registered: 0, handled: 1, lapsed: 0 } });
    expect(line(days, '2026-03-05')).toMatchObject({ work: { registered: 0, handled: 0, lapsed: 1 } });
    expect(line(days, '2026-03-01')).toMatchObject({ working: false, missing: false });
    expect(line(days, '2026-03-06')).toMatchObject({ missing: false, canSign: true }); // today
    expect(missing).toBe(4);
    expect(total).toEqual({ registered: 2, handled: 1, lapsed: 1 });
  });

  it('are signed within a week, by those who work there', async () => {
    const after = await sign('clerk', { kind: 'day', period: '2026-03-03', remark: '走访两户' });
    expect(line(after.days, '2026-03-03')).toMatchObject({
      missing: false,
      record: { remark: '走访两户', signedBy: '陈晓燕', counts: { handled: 1 } },
    });
    expect(after.missing).toBe(3);
    for (const period of ['2026-03-07', '2026-02-20', '2026-02-30', 'yesterday'])
      await expect(sign('clerk', { kind: 'day', period })).rejects.toMatchObject({ code: 'record-refused' });
    await expect(sign('clerk2', { kind: 'day', period: '2026-03-03' })).rejects.toMatchObject({
      code: 'outside-scope',
    });
    await expect(sign('street', { kind: 'day', period: '2026-03-03' })).rejects.toMatchObject({
      code: 'record-refused',
    });
  });

  it('have a monthly meeting with its agenda from open cases, which the head signs', async () => {
    const waiting = await world.file({ title: '楼道堆物' });
    const { agenda } = await month('station-head');
    expect(agenda).toMatchObject([{ code: waiting.code, title: '楼道堆物', step: '工作站办理', late: false }]);
    await expect(sign('clerk', { kind: 'meeting', period: '2026-03' })).rejects.toMatchObject({
      code: 'permission-missing',
    });
    const after = await sign('station-head', { kind: 'meeting', period: '2026-03', remark: '议定三项' });
    expect(after.meeting).toMatchObject({ remark: '议定三项', signedBy: '赵建国' });
    await expect(sign('station-head', { kind: 'meeting', period: '2026-04' })).rejects.toMatchObject({
      code: 'record-refused',
    });
  });

  it('report up the tree; what the street has received stays as it is', async () => {
    const receive = async (username: string): Promise<UnitRecords> =>
      await world.get(UnitRecordService).receive(await world.person(username), { unit: station, month: '2026-03' });
    await expect(receive('street')).rejects.toMatchObject({ code: 'nothing-to-receive' });
    await sign('station-head', { kind: 'report', period: '2026-03', remark: '本月情况' });
    expect(await month('street')).toMatchObject({ canReceive: true, report: { receivedBy: null } });
    await expect(receive('street2')).rejects.toMatchObject({ code: 'outside-scope' });
    expect((await receive('street')).report).toMatchObject({ counts: { registered: 3, handled: 1, lapsed: 1 } });
    await expect(receive('street')).rejects.toMatchObject({ code: 'nothing-to-receive' });
    await expect(sign('station-head', { kind: 'report', period: '2026-03' })).rejects.toMatchObject({
      code: 'record-refused',
    });
    await expect(month('clerk2')).rejects.toMatchObject({ code: 'outside-scope' });
  });

  async function month(username: string): Promise<UnitRecords> {
    return await world.get(UnitRecordService).month(await world.person(username), { unit: station, month: '2026-03' });
  }

  async function sign(username: string, record: object): Promise<UnitRecords> {
    const parsed = unitRecordSchema.parse({ unit: station, ...record });
    return await world.get(UnitRecordService).sign(await world.person(username), parsed);
  }

  function line(days: UnitRecords['days'], day: string) {
    return days.find((each) => each.day === day);
  }
});
