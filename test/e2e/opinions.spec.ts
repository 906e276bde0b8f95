import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { OpinionService, SideProcesses, type RegisteredCase } from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const week = 7 * 86_400_000;

// The urban department (`officer`) leads; traffic (`officer6`) and police (`officer9`) are asked.
describe('asking units for their opinion', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 6 * week;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += 6 * week;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
  });

  describe('会签', () => {
    beforeEach(async () => {
      await world.finish('street', filed, 'route');
      await world.claim('officer', filed);
    });

    it('holds the lead until each has signed, or dissented with a reason', async () => {
      const { tasks } = await ask('officer', 'countersign', ['dept-traffic', 'dept-police', 'dept-traffic']);
      expect(tasks.map(({ unit }) => unit)).toEqual(['交通运输局', '公安分局']);
      expect(await world.line('officer6', 'claimable', filed)).toMatchObject({
        step: '会签',
        remaining: '剩 2 个工作日',
      });

      await world.finish('officer6', filed, 'signed');
      await expect(world.finish('officer', filed, 'resolved')).rejects.toMatchObject({
        code: 'helpers-open',
        details: { units: ['公安分局'] },
      });
      await world.finish('officer9', filed, 'dissented');
      await world.finish('officer', filed, 'resolved');

      expect(await world.view(filed)).toMatchObject({
        sides: [
          { kind: 'countersign', unit: '交通运输局', state: 'ended', answeredAs: '同意' },
          { kind: 'countersign', unit: '公安分局', state: 'ended', answeredAs: '不同意', answer: '依规办理' },
        ],
      });
      expect(await world.titles(filed)).toEqual([
        ...['登记诉求', '上报', '派单', '签收', '会签', '会签'],
        ...['同意', '不同意', '办结'],
      ]);
    });

    it('takes silence for no objection when the term is over', async () => {
      await ask('officer', 'countersign', ['dept-traffic']);
      await world.advanceTo(new Date(monday + 3 * 86_400_000).toISOString());

      await world.finish('officer', filed, 'resolved');
      expect(await world.view(filed)).toMatchObject({ sides: [{ state: 'lapsed', answer: null, answeredAs: null }] });
    });

    it('has as many days as administrators set, unless told', async () => {
      const days = async (most: number) =>
        await world.database.query({
          text: `UPDATE casework.act_limit SET most = $1 WHERE code = 'countersign-days'`,
          values: [most],
        });
      await days(3);
      await ask('officer', 'countersign', ['dept-traffic']);
      await days(2);

      expect(await world.line('officer6', 'claimable', filed)).toMatchObject({ remaining: '剩 3 个工作日' });
    });

    it('asks all units or none', async () => {
      await expect(ask('officer', 'countersign', ['dept-traffic', 'dept-nowhere'])).rejects.toMatchObject({
        code: 'unit-refused',
      });
      await expect(ask('officer', 'countersign', ['dept-police', 'dept-urban'])).rejects.toMatchObject({
        code: 'unit-refused',
      });
      expect(await world.view(filed)).toMatchObject({ sides: [] });
    });

    it('asks a unit once at a time, and besides its help', async () => {
      await ask('officer', 'countersign', ['dept-traffic']);
      await expect(ask('officer', 'countersign', ['dept-traffic'])).rejects.toMatchObject({ code: 'asked-already' });
      await ask('officer', 'consult', ['dept-traffic']);
    });

    it('is for who holds the task', async () => {
      await expect(ask('officer6', 'countersign', ['dept-police'])).rejects.toMatchObject({ code: 'task-not-held' });
      await expect(ask('auditor', 'countersign', ['dept-police'])).rejects.toMatchObject({
        code: 'permission-missing',
      });
    });
  });

  describe('派单会商', () => {
    beforeEach(async () => await world.claim('street', filed));

    it('tells who dispatches, before the case goes anywhere, whose it is and on what ground', async () => {
      await ask('street', 'consult', ['dept-traffic', 'dept-urban']);
      await world.finish('officer6', filed, 'ours');
      await world.finish('officer', filed, 'not-ours');
      expect(await world.view(filed)).toMatchObject({
        sides: [
          { kind: 'consult', unit: '交通运输局', answeredAs: '属于本单位职责' },
          { kind: 'consult', unit: '城市管理局', answeredAs: '不属于本单位职责' },
        ],
      });

      await world.finish('street', filed, 'route', { chosenDepartment: 'dept-traffic' });
      expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '部门办理', unit: '交通运输局' }] });
    });

    it('ends with the step that it was for, when that is over without waiting', async () => {
      await ask('street', 'consult', ['dept-traffic']);
      await world.advanceTo(new Date(monday + 3 * 86_400_000).toISOString());
      await world.get(SideProcesses).endLeft();

      expect(await world.view(filed)).toMatchObject({ tasks: [{ name: '部门办理' }], sides: [{ state: 'lapsed' }] });
    });
  });

  async function ask(username: string, kind: 'countersign' | 'consult', units: string[]) {
    const asked = { units, opinion: '请就处理意见提出意见' };
    return await world.get(OpinionService).ask(kind, await world.person(username), filed.id, asked);
  }
});
