import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  Ladder,
  MergeService,
  ResidentActs,
  ReturnService,
  ReversalService,
  SupervisionService,
  supervisionSchema,
  TalkService,
  UrgeService,
  type RegisteredCase,
} from '@lianban/casework';
import { changeEntry } from './support/change-entry.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const day = 86_400_000;

/** What makes the ladder act beside a term that runs out. */
describe('the supervision ladder', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - 49 * day;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += 49 * day;
    await after(0);
    await look();
    filed = await world.file({ category: 'environment.noise' });
  });

  it('orders who handled a case to answer when the resident is not satisfied, and again after the second handling', async () => {
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'dissatisfied');
    await look();
    expect(await orders()).toMatchObject([{ trigger: '回访不满意', unit: '向阳社区服务民生工作站', state: 'asked' }]);
    await world.finishNamed('clerk', filed, { name: '督办答复', outcome: 'answered' });
    await world.finishNamed('supervisor', filed, { name: '督办审核', outcome: 'closed' });

    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'dissatisfied');
    await look();
    await look();
    expect(await world.view(filed)).toMatchObject({ state: 'closed' });
    expect((await orders()).map(({ trigger }) => trigger)).toEqual(['回访不满意', '二次办理后仍不满意']);
  });

  it('hears of a resident who says so by themselves', async () => {
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'done');
    await look();
    expect(await orders()).toEqual([]);
    const rating = { queryCode: filed.queryCode, grade: 1 };
    await world.get(ResidentActs).rate(filed.code, rating);
    await look();
    expect(await orders()).toMatchObject([{ trigger: '回访不满意' }]);
  });

  it('orders who holds a case that was returned twice to answer for it', async () => {
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    await giveBack('dept-traffic');
    await look();
    expect(await orders()).toEqual([]);
    await world.finish('street', filed, 'grant');
    await giveBack('dept-urban');
    await look();
    expect(await orders()).toMatchObject([{ trigger: '两次以上退单', unit: '联席会办公室' }]);
  });

  it('orders who holds a case that three residents came with to answer for it', async () => {
    const { id } = await world.file({});
    await world.claim('clerk', { ...filed, id });
    const merge = { into: filed.code, opinion: '同一事项' };
    await world.get(MergeService).merge(await world.person('clerk'), id, merge);
    await look();
    expect(await orders()).toEqual([]);
    await world.file({ repeats: filed.code });
    await look();
    expect(await orders()).toMatchObject([{ trigger: '三十日内同类诉求三件以上', askedBy: '系统' }]);
  });

  it('keeps to one reminder a day and three a case, and leaves it to who pressed the unit by hand', async () => {
    const urge = async () =>
      await world.get(UrgeService).urge(await world.person('supervisor'), filed.id, { opinion: '请尽快' });
    // The light of the station turns yellow on Wednesday.
    await after(2, 8.4);
    await urge();
    await after(2, 8.5);
    await look();
    expect(await urges()).toBe(1);
    await after(3, 8.5);
    await look();
    await look();
    // The street is warned the day before its two days are over.
    await after(4, 8.6);
    await look();
    expect(await urges()).toBe(2);
    await expect(urge()).rejects.toMatchObject({ code: 'urged-today' });
  });

  it('gives no order beside one that is open, and names nobody who gave a reason', async () => {
    const order = supervisionSchema.parse({ trigger: 'leader-note', opinion: '请说明', days: 10 });
    await world.get(SupervisionService).supervise(await world.person('leader'), filed.id, order);
    await after(3, 8.5);
    await look();
    expect(await orders()).toMatchObject([{ trigger: '领导批示', unit: '向阳社区服务民生工作站' }]);
    await world.finishNamed('clerk', filed, { name: '督办答复', outcome: 'answered' });
    await after(14);
    await look();
    const climbs = await world.database.query({
      text: `SELECT rung_code AS code, covered FROM casework.ladder_climb WHERE case_id = $1 AND unit_id = 'station-1-1'
             ORDER BY at, code`,
      values: [filed.id],
    });
    expect(climbs).toEqual([{ code: 'order-overdue', covered: true }]);
  });

  it('climbs no rung that is switched off, and climbs it as soon as it is on again', async () => {
    const change = (active: boolean) =>
      changeEntry(world, ['ladder-rungs', 'order-overdue'], { active, note: '试点期间' });
    await change(false);
    await after(3, 8.5);
    await look();
    expect(await orders()).toEqual([]);
    await change(true);
    await look();
    expect(await orders()).toMatchObject([{ trigger: '逾期未办' }]);
  });

  it('loses no change of a rung that is made while a worker looks at a case', async () => {
    const { database } = world;
    let changing: Promise<unknown> = Promise.resolve();
    await database.transaction(async (tx) => {
      const values = [filed.id];
      await tx.query({ text: 'SELECT FROM casework.ladder_watch WHERE case_id = $1 FOR UPDATE', values });
      changing = changeEntry(world, ['ladder-rungs', 'order-many-same'], { values: { times: 4 } });
      await Promise.race([changing, sleep(300)]);
      // The worker found nothing to do by the rung as it was.
      await tx.query({ text: 'UPDATE casework.ladder_watch SET look_at = NULL WHERE case_id = $1', values });
    });
    await changing;
    const due = { text: 'SELECT case_id FROM casework.ladder_watch WHERE look_at <= $1', values: [world.clock.now()] };
    expect(await database.query(due)).toContainEqual({ case_id: filed.id });
  });

  it('takes an answer that was faked back whenever it is found, keeps it for the count and plans a talk', async () => {
    await expect(reverse('supervisor')).rejects.toMatchObject({ code: 'nothing-faked', kind: 'conflict' });
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'done');
    await after(30);
    await expect(reverse('street')).rejects.toMatchObject({ code: 'permission-missing' });

    expect(await reverse('supervisor')).toMatchObject({ tasks: [{ elementId: 'second-handle' }] });
    await expect(reverse('leader')).rejects.toMatchObject({ code: 'nothing-faked' });
    expect((await world.titles(filed)).slice(-3)).toEqual(['认定虚假办结', '重新办理', '拟约谈']);
    const { items } = await world.get(TalkService).list(await world.person('station-head'), { limit: 9 });
    expect(items).toMatchObject([{ cause: 'faked', state: 'planned', caseId: filed.id, canAcknowledge: false }]);
    const kept = { text: 'SELECT unit_id, by_name, reason FROM casework.faked_closing' };
    expect(await world.database.query(kept)).toEqual([
      { unit_id: 'station-1-1', by_name: '冯立新', reason: '现场核实并未修复' },
    ]);
    await expect(world.database.query({ text: 'DELETE FROM casework.faked_closing' })).rejects.toThrow('append-only');
    // A second one is another, and another talk.
    await world.finish('clerk', filed, 'resolved');
    await world.finish('street', filed, 'done');
    await reverse('leader');
    expect(await world.database.query(kept)).toHaveLength(2);
  });

  /** So many days, and hours, after the Monday of the test. */
  async function after(days: number, hours = 0): Promise<void> {
    await world.advanceTo(new Date(monday + days * day + hours * 3_600_000).toISOString());
  }

  async function look(): Promise<number> {
    return await world.get(Ladder).climb();
  }

  async function orders() {
    return (await world.view(filed)).sides.filter(({ kind }) => kind === 'supervision');
  }

  async function urges(): Promise<number> {
    return (await world.titles(filed)).filter((title) => title === '催办').length;
  }

  async function giveBack(suggestedUnit: string): Promise<void> {
    const { tasks } = await world.view(filed);
    const username = tasks[0]?.unit === '交通运输局' ? 'officer6' : 'officer8';
    await world.claim(username, filed);
    const given = { suggestedUnit, legalBasis: '三定方案', evidence: '现场照片', opinion: '不属于本单位职责' };
    await world.get(ReturnService).return(await world.person(username), filed.id, given);
  }

  async function reverse(username: string) {
    const given = { opinion: '现场核实并未修复' };
    return await world.get(ReversalService).reverse(await world.person(username), filed.id, given);
  }
});
