import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandService, parseTaskId } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { caseDraftSchema } from '../cases/case-draft.js';
import { CaseQueryService } from '../cases/case-query.service.js';
import { IntakeService, type RegisteredCase } from '../cases/intake.service.js';
import { PublicStatusService } from '../cases/public-status.service.js';
import { InboxService } from '../tasks/inbox.service.js';
import { TaskService } from '../tasks/task.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { HistoryService } from '../trail/history.service.js';
import { ClockActs } from './clock-acts.service.js';
import { PauseCaps } from './pause-caps.service.js';
import { ResidentActs } from './resident-acts.service.js';
import { UrgeService } from './urge.service.js';
import { WithdrawalService } from './withdrawal.service.js';

describe('acts on a case', () => {
  let world: CaseworkWorld;
  let clerk: Principal;
  let filed: RegisteredCase;

  // Each case begins on a Monday morning, and is due on Thursday at closing time.
  beforeEach(async () => {
    world = await openCaseworkWorld();
    clerk = await world.person('clerk');
    const draft = caseDraftSchema.parse({ title: '路灯不亮', text: '向阳路路灯坏了三天。', channel: 'phone' });
    filed = await world.get(IntakeService).register(clerk, draft);
    await world.get(TaskService).claim(clerk, filed.tasks[0]?.id ?? '');
  });

  afterEach(async () => await world?.close());

  describe('suspending a clock', () => {
    it('stops it: no lapse comes, and the term goes on where it stood, in working days', async () => {
      expect(await suspend()).toMatchObject({ tasks: [{ dueAt: '2026-03-05T09:30:00.000Z' }] });
      expect(await line()).toMatchObject({ light: 'paused', suspended: true, remaining: null });
      await world.advanceTo('2026-03-09T09:00:00+08:00');
      expect(await line()).toMatchObject({ suspended: true });

      // A week later there are still three working days.
      expect(await clocks().resume(clerk, filed.id, { opinion: '材料已补齐' })).toMatchObject({
        tasks: [{ dueAt: '2026-03-12T09:30:00.000Z' }],
      });
      expect(await line()).toMatchObject({ light: 'green', suspended: false, remaining: '剩 3 个工作日' });
      expect(await titles()).toEqual(['登记诉求', '签收', '挂起', '恢复']);
      const { items } = await history();
      expect(items[2]).toMatchObject({ opinion: '等待诉求人补充材料：缺产权证', actor: { name: clerk.displayName } });
      expect(items[3]).toMatchObject({
        opinion: '材料已补齐',
        detail: { dueAtBefore: '2026-03-05T09:30:00.000Z', dueAt: '2026-03-12T09:30:00.000Z' },
      });
    });

    it('is for a reason of the list, once for each reason, and not twice at once', async () => {
      await expect(suspend('tired')).rejects.toMatchObject({ code: 'pause-reason-unknown', kind: 'unprocessable' });
      await suspend();
      await expect(suspend('hearing')).rejects.toMatchObject({ code: 'already-suspended', kind: 'conflict' });
      await clocks().resume(clerk, filed.id, { opinion: '已补齐' });
      await expect(suspend()).rejects.toMatchObject({ code: 'pause-used-up' });
      expect(await suspend('hearing')).toMatchObject({ tasks: [{ elementId: 'station-handles' }] });
      expect(await titles()).toEqual(['登记诉求', '签收', '挂起', '恢复', '挂起']);
    });

    it('ends by itself after thirty days, and only then', async () => {
      await suspend();
      await world.advanceTo('2026-04-01T08:59:00+08:00');
      expect(await world.get(PauseCaps).resumeOverdue()).toBe(0);
      await world.advanceTo('2026-04-01T09:00:00+08:00');

      const resumed = await Promise.all([world.get(PauseCaps).resumeOverdue(), world.get(PauseCaps).resumeOverdue()]);

      expect(resumed.sort()).toEqual([0, 1]);
      expect(await line()).toMatchObject({ suspended: false, remaining: '剩 3 个工作日' });
      expect((await history()).items.at(-1)).toMatchObject({ title: '恢复', actor: null });
      await expect(clocks().resume(clerk, filed.id, { opinion: '恢复' })).rejects.toMatchObject({
        code: 'not-suspended',
      });
    });

    it('ends by itself for the others, though one cannot be ended', async () => {
      const draft = caseDraftSchema.parse({ title: '井盖缺失', text: '门口井盖缺失。', channel: 'phone' });
      const other = await world.get(IntakeService).register(clerk, draft);
      await world.get(TaskService).claim(clerk, other.tasks[0]?.id ?? '');
      await suspend();
      await clocks().suspend(clerk, other.id, { reason: 'court', opinion: '诉讼中' });
      // The engine will refuse the first: its clock runs, whatever the inbox says.
      const { instanceId, key } = parseTaskId(filed.tasks[0]?.id ?? '');
      const command = { type: 'resume-timers', owner: key } as const;
      await world.database.transaction((tx) =>
        world.get(CommandService).execute(tx, { instanceId, command, actor: 'system' }),
      );
      await world.database.query({
        text: 'UPDATE casework.step SET suspended = true WHERE instance_id = $1',
        values: [instanceId],
      });
      await world.advanceTo('2026-04-02T09:00:00+08:00');

      expect(await world.get(PauseCaps).resumeOverdue()).toBe(1);
      expect(await line(other.id)).toMatchObject({ suspended: false });
    });

    it('is for who holds the task', async () => {
      const head = await world.person('station-head');
      const asHead = clocks().suspend(head, filed.id, { reason: 'papers', opinion: '缺材料' });
      await expect(asHead).rejects.toMatchObject({ code: 'task-not-held', kind: 'conflict' });
      const auditor = await world.person('auditor');
      const asAuditor = clocks().suspend(auditor, filed.id, { reason: 'papers', opinion: '缺材料' });
      await expect(asAuditor).rejects.toMatchObject({ code: 'permission-missing' });
      await expect(clocks().resume(clerk, 'no-case', { opinion: '恢复' })).rejects.toMatchObject({
        code: 'case-unknown',
      });
    });
  });

  describe('extending a term', () => {
    it('moves it by working days, the warning with it, and tells why', async () => {
      expect(await extend(3)).toMatchObject({ tasks: [{ dueAt: '2026-03-10T09:30:00.000Z' }] });
      // The old warning would have come on Wednesday, the old lapse on Thursday.
      await world.advanceTo('2026-03-06T09:00:00+08:00');
      expect(await line()).toMatchObject({ light: 'green', remaining: '剩 2 个工作日' });
      expect(await titles()).toEqual(['登记诉求', '签收', '延期']);
      expect((await history()).items[2]).toMatchObject({
        opinion: '等待备件',
        detail: {
          dueAtBefore: '2026-03-05T09:30:00.000Z',
          dueAt: '2026-03-10T09:30:00.000Z',
          reason: '延期 3 个工作日',
        },
      });
      await world.advanceTo('2026-03-10T17:30:00+08:00');
      expect((await titles()).at(-1)).toBe('逾期未办，自动转出');
    });

    it('puts the light out that a warning has lit', async () => {
      await world.advanceTo('2026-03-05T09:00:00+08:00');
      expect(await line()).toMatchObject({ light: 'yellow' });

      await extend(3);

      expect(await line()).toMatchObject({ light: 'green', dueAt: '2026-03-10T09:30:00.000Z' });
      await world.advanceTo('2026-03-10T09:00:00+08:00');
      expect(await line()).toMatchObject({ light: 'yellow' });
    });

    it('of two at once by the same person counts once', async () => {
      const outcomes = await Promise.allSettled([extend(2), extend(2)]);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await line()).toMatchObject({ dueAt: '2026-03-09T09:30:00.000Z' });
    });

    it('is done once, before the term is over, and while the clock runs', async () => {
      await extend(1);
      await expect(extend(1)).rejects.toMatchObject({ code: 'extension-used-up', kind: 'conflict' });
      await suspend();
      await expect(extend(1)).rejects.toMatchObject({ code: 'already-suspended' });
    });

    it('is done a second time by who may assign tasks in the unit', async () => {
      await world.get(TaskService).release(clerk, filed.tasks[0]?.id ?? '');
      const head = await world.person('station-head');
      await world.get(TaskService).claim(head, filed.tasks[0]?.id ?? '');
      const again = () => clocks().extend(head, filed.id, { days: 1, opinion: '等待备件' });

      await again();
      expect(await again()).toMatchObject({ tasks: [{ dueAt: '2026-03-09T09:30:00.000Z' }] });
      await expect(again()).rejects.toMatchObject({ code: 'extension-used-up' });
    });
  });

  describe('urging a case', () => {
    it('is noted with who holds it, once a day and three times in all', async () => {
      expect(await urge()).toMatchObject({ tasks: [{ elementId: 'station-handles' }] });
      await expect(urge()).rejects.toMatchObject({ code: 'urged-today', kind: 'conflict' });
      expect((await history()).items.at(-1)).toMatchObject({
        kind: 'urged',
        title: '催办',
        opinion: '请尽快',
        detail: { holder: clerk.displayName },
      });
      for (const day of ['2026-03-03', '2026-03-04']) {
        await world.advanceTo(`${day}T00:30:00+08:00`);
        await urge();
      }
      await world.advanceTo('2026-03-05T09:00:00+08:00');
      await expect(urge()).rejects.toMatchObject({ code: 'urged-enough' });
    });

    it('goes by the limit that administrators set', async () => {
      await world.database.query({ text: `UPDATE casework.act_limit SET most = 1 WHERE code = 'urges'` });
      await urge();
      await world.advanceTo('2026-03-03T09:00:00+08:00');

      await expect(urge()).rejects.toMatchObject({ code: 'urged-enough' });
    });

    it('of two at once succeeds for one', async () => {
      const outcomes = await Promise.allSettled([urge(), urge(), urge('supervisor')]);

      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('is for those who register or supervise, and may see the case', async () => {
      expect(await urge('supervisor')).toMatchObject({ tasks: [{}] });
      await expect(urge('officer')).rejects.toMatchObject({ code: 'permission-missing' });
      await expect(urge('clerk2')).rejects.toMatchObject({ code: 'case-unknown' });
    });
  });

  describe('withdrawing a case', () => {
    it('ends it, with the reason, for who registered it', async () => {
      await withdraw('clerk');

      const { items } = await history();
      expect(items.at(-1)).toMatchObject({ kind: 'withdrawn', actor: { name: clerk.displayName } });
      expect(await line()).toBeUndefined();
      await expect(withdraw('clerk')).rejects.toMatchObject({ code: 'case-ended', kind: 'conflict' });
      await expect(urge()).rejects.toMatchObject({ code: 'case-ended' });
      await expect(suspend()).rejects.toMatchObject({ code: 'task-not-held' });
    });

    it('is for the head of the unit that was asked first, and for nobody else', async () => {
      const offered = async (name: string) =>
        (await world.get(CaseQueryService).get(await world.person(name), filed.id)).canWithdraw;
      expect(await Promise.all(['clerk', 'station-head', 'street', 'supervisor'].map(offered))).toEqual([
        true,
        true,
        true,
        false,
      ]);
      await expect(withdraw('supervisor')).rejects.toMatchObject({ code: 'withdrawal-not-yours', kind: 'forbidden' });
      await expect(withdraw('clerk2')).rejects.toMatchObject({ code: 'case-unknown' });
      await withdraw('station-head');
    });
  });

  describe('a resident', () => {
    it('urges and withdraws with the code of the receipt, within the same limits', async () => {
      const acts = world.get(ResidentActs);
      const act = { queryCode: filed.queryCode, opinion: '请尽快处理' };

      await expect(acts.urge(filed.code, { ...act, queryCode: '00000000' })).rejects.toMatchObject({
        code: 'case-unknown',
      });
      await acts.urge(filed.code, act);
      await expect(acts.urge(filed.code, act)).rejects.toMatchObject({ code: 'urged-today' });
      expect((await history()).items.at(-1)).toMatchObject({ title: '催办', actor: { name: '居民' } });

      await acts.withdraw(filed.code, { ...act, opinion: '问题已自行解决' });
      const status = await world.get(PublicStatusService).get(filed.code, filed.queryCode);
      expect(status).toMatchObject({ state: 'withdrawn', dueAt: null });
      expect(status.steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['已催办', '已终止']));
      await expect(acts.withdraw(filed.code, act)).rejects.toMatchObject({ code: 'case-ended' });
    });
  });

  function clocks(): ClockActs {
    return world.get(ClockActs);
  }

  async function suspend(reason = 'papers') {
    return await clocks().suspend(clerk, filed.id, { reason, opinion: '缺产权证' });
  }

  async function extend(days: number) {
    return await clocks().extend(clerk, filed.id, { days, opinion: '等待备件' });
  }

  async function urge(username = 'clerk') {
    return await world.get(UrgeService).urge(await world.person(username), filed.id, { opinion: '请尽快' });
  }

  async function withdraw(username: string) {
    const person = await world.person(username);
    await world.get(WithdrawalService).withdraw(person, filed.id, { opinion: '重复登记' });
  }

  async function line(id = filed.id) {
    const { items } = await world.get(InboxService).list(clerk, { box: 'todo', sort: 'due', limit: 20 });
    return items.find(({ caseId }) => caseId === id);
  }

  async function history() {
    return await world.get(HistoryService).list(clerk, filed.id, { limit: 50 });
  }

  async function titles(): Promise<string[]> {
    return (await history()).items.map(({ title }) => title);
  }
});
