import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CaseListService,
  HistoricService,
  HistoryService,
  MarkedCases,
  type HistoricMark,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const period = { from: '2026-03-01', to: '2026-03-31' };

/** A long-standing matter from its mark to its counts. */
describe('a long-standing matter', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let other: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld('2026-03-02T09:00:00+08:00');
    filed = await world.file({ historic: { since: '2014', reason: '改制时产权未登记' }, title: '产权证办不了' });
    other = await world.file({ title: '征收补偿未到位' });
  });

  afterAll(async () => await world?.close());

  it('is marked while it is registered, with a line in the history', async () => {
    expect(await world.view(filed)).toMatchObject({ historic: { since: '2014', reason: '改制时产权未登记' } });
    const { items } = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 });
    expect(items.map(({ title }) => title)).toEqual(['登记诉求', '标记历史遗留']);
    expect(items[1]).toMatchObject({ kind: 'historic-marked', opinion: '改制时产权未登记', detail: { since: '2014' } });
  });

  it('cannot stand since a day to come, neither at registration nor later', async () => {
    await expect(world.file({ historic: { since: '2026-03-03', reason: '写错' } })).rejects.toMatchObject({
      code: 'intake-invalid',
      fields: [{ field: 'historic.since' }],
    });
    await world.claim('clerk', other);
    await expect(mark('clerk', other, { since: '2027', opinion: '写错' })).rejects.toMatchObject({
      code: 'since-refused',
      fields: [{ field: 'since' }],
    });
  });

  it('is marked later by who handles it, changed by the street, and no term moves', async () => {
    const before = (await world.view(other)).tasks.map(({ dueAt }) => dueAt);

    await mark('clerk', other, { since: '2020-05-01', opinion: '来访人提供了协议' });
    expect((await world.view(other, 'street')).canMarkHistoric).toBe(true);
    await mark('street', other, { since: '2019-05-01', opinion: '协议是 2019 年的' });

    const view = await world.view(other);
    expect(view.historic).toEqual({ since: '2019-05-01', reason: '协议是 2019 年的' });
    expect(view.tasks.map(({ dueAt }) => dueAt)).toEqual(before);
    expect(await world.titles(other)).toEqual(['登记诉求', '签收', '标记历史遗留', '更正历史遗留']);
  });

  it('is for nobody else to mark', async () => {
    expect((await world.view(other)).canMarkHistoric).toBe(false);
    await expect(mark('leader', other, { since: '2000', opinion: '听说' })).rejects.toMatchObject({
      code: 'historic-not-yours',
    });
    await expect(mark('clerk2', other, { since: '2000', opinion: '听说' })).rejects.toMatchObject({
      code: 'case-unknown',
    });
  });

  it('is found by its mark', async () => {
    await world.file({ title: '路灯不亮' });
    const query = { historic: true, limit: 30 };
    const { items } = await world.get(CaseListService).list(await world.person('street'), query);
    expect(items.map(({ title, historic }) => [title, historic])).toEqual([
      ['征收补偿未到位', true],
      ['产权证办不了', true],
    ]);
  });

  it('is counted by the unit that has it and by how long it has stood, as of each day', async () => {
    const row = async (asOf?: string) => {
      const query = { ...period, ...(asOf !== undefined && { asOf }) };
      const leader = await world.person('leader');
      const { ages, units } = await world.get(MarkedCases).historic(leader, query);
      for (const { unitId: by, counts, total } of units)
        for (const [index, count] of [...counts, total].entries()) {
          const asked = { figure: 'historic', by, age: ages[index]?.code, asOf, limit: 30 } as const;
          expect((await world.get(CaseListService).list(leader, asked)).items).toHaveLength(count);
        }
      return units.map(({ unit, total, counts }) => ({ unit, total, counts }));
    };
    expect(await row()).toEqual([{ unit: '向阳社区服务民生工作站', total: 2, counts: [0, 0, 0, 1, 1] }]);

    await world.advanceTo('2026-03-03T10:00:00+08:00');
    await mark('clerk', other, { since: null, opinion: '核实不是历史遗留' });
    await world.claim('clerk', filed);
    await world.finish('clerk', filed, 'escalate');

    expect(await row()).toEqual([{ unit: '河东街道党工委', total: 1, counts: [0, 0, 0, 0, 1] }]);
    expect(await row('2026-03-02')).toMatchObject([{ total: 2, counts: [0, 0, 0, 1, 1] }]);
    expect(await row('2026-03-01')).toEqual([]);

    await world.finish('street', filed, 'resolved');
    await world.finish('general', filed, 'done');
    expect(await row()).toEqual([]);
  });

  it('has no mark to take off where it has none, or is over', async () => {
    await expect(mark('clerk', other, { since: null, opinion: '再取消' })).rejects.toMatchObject({
      code: 'not-historic',
    });
    await expect(mark('street', filed, { since: '2010', opinion: '补记' })).rejects.toMatchObject({
      code: 'case-ended',
    });
  });

  async function mark(username: string, { id }: RegisteredCase, asked: HistoricMark) {
    await world.get(HistoricService).mark(await world.person(username), id, asked);
  }
});
