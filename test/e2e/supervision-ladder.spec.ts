import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BulletinService,
  HistoryService,
  Ladder,
  NoticeService,
  ReferenceLists,
  TalkService,
  TrailService,
  type RegisteredCase,
} from '@lianban/casework';
import { changeEntry } from './support/change-entry.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

/** One case from its first rung to the last; each test goes on where the one before ended. */
describe('the supervision ladder for a department that never answers', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  /** A second case of the same department, for what comes of it twice. */
  let other: RegisteredCase;

  beforeAll(async () => {
    world = await openDefaultWorld();
    filed = await toDepartment('urban.road');
  });

  afterAll(async () => await world?.close());

  it('presses it when its light turns yellow, once, though two workers look at once and again', async () => {
    // Fifteen working days from Monday, 2 March.
    await world.advanceTo('2026-03-20T17:29:00+08:00');
    expect(await look()).toBe(0);
    await world.advanceTo('2026-03-20T17:30:00+08:00');
    expect(await lookTwice()).toEqual([0, 1]);
    expect(await look()).toBe(0);

    expect((await history()).at(-1)).toMatchObject({
      kind: 'urged',
      actor: null,
      unit: '城市管理局',
      opinion: '“部门办理”将于 2026-03-23 到期，请抓紧办理。',
    });
    expect(await told('officer')).toContain('urged');
  });

  it('takes no half step: what fails leaves nothing behind, and is done whole by the next look', async () => {
    await world.advanceTo('2026-03-23T17:30:00+08:00');
    await refuseNotices(true);
    expect(await look()).toBe(0);
    expect(await world.view(filed)).toMatchObject({ level: 'joint-meeting', sides: [] });

    await refuseNotices(false);
    expect(await lookTwice()).toEqual([0, 1]);
  });

  it('has ordered it to answer for the lapse, on behalf of who supervises, and told who has to know', async () => {
    expect(await world.view(filed)).toMatchObject({
      sides: [{ kind: 'supervision', state: 'asked', unit: '城市管理局', trigger: '逾期未办', askedBy: '系统' }],
    });
    expect((await history()).at(-1)).toMatchObject({ kind: 'supervised', title: '督办', actor: null });
    expect(await told('officer')).toEqual(expect.arrayContaining(['asked', 'pressed']));
    expect(await told('supervisor')).toEqual(['pressed']);
    expect(await told('officer2')).toEqual([]);
    // The answer is due in five working days, and comes back to the office that supervises.
    await world.advanceTo('2026-03-30T17:29:00+08:00');
    expect(await look()).toBe(0);
    await world.advanceTo('2026-03-30T17:30:00+08:00');
    expect((await world.view(filed)).tasks).toContainEqual(
      expect.objectContaining({ name: '督办审核', unit: '督查室' }),
    );
  });

  it('drafts a bulletin five working days over the term, which a supervisor edits and issues', async () => {
    expect(await lookTwice()).toEqual([0, 1]);
    const { id, ...draft } = await bulletin('supervisor');
    expect(draft).toMatchObject({ state: 'draft', unit: '城市管理局', code: filed.code, canDecide: true });
    expect(draft.text).toContain('“部门办理”于 2026-03-23 到期');
    expect(await bulletins('officer')).toEqual([]);
    const words = { title: '关于城市管理局逾期未办的通报', text: '经催办仍未办理，现予通报。' };
    await expect(issue('officer', id, words)).rejects.toMatchObject({ code: 'permission-missing' });

    await issue('supervisor', id, words);
    await expect(issue('leader', id, words)).rejects.toMatchObject({ code: 'bulletin-state-wrong', kind: 'conflict' });
    expect(await told('officer')).toContain('bulletin');
    expect((await history()).map(({ title }) => title).slice(-2)).toEqual(['拟通报', '通报']);
  });

  it('shows the bulletin to the unit, whose people acknowledge it, and to nobody beside', async () => {
    const { id, ...seen } = await bulletin('officer');
    expect(seen).toMatchObject({ state: 'issued', decidedBy: '冯立新', canDecide: false, canAcknowledge: true });
    expect(await bulletins('officer2')).toEqual([]);
    await expect(acknowledge('officer2', id)).rejects.toMatchObject({ code: 'bulletin-unknown', kind: 'not-found' });
    await expect(acknowledge('supervisor', id)).rejects.toMatchObject({ code: 'not-their-head', kind: 'forbidden' });
    await expect(bulletins('auditor')).rejects.toMatchObject({ code: 'permission-missing' });

    const aside = await world.person('supervisor2');
    expect(await bulletins('supervisor2')).toHaveLength(1);
    await world.database.query({
      text: `INSERT INTO casework.recusal (case_id, account_id, account_name, kind, at) VALUES ($1, $2, '宋卫东', 'declared', $3)`,
      values: [filed.id, aside.accountId, world.clock.now()],
    });
    expect(await bulletins('supervisor2')).toEqual([]);

    await acknowledge('officer', id);
    await expect(acknowledge('officer', id)).rejects.toMatchObject({ code: 'bulletin-state-wrong' });
    expect(await bulletin('supervisor')).toMatchObject({
      state: 'acknowledged',
      acknowledgedBy: '周志强',
      answer: '立即整改',
    });
  });

  it('lists bulletins by unit, state and period', async () => {
    const found = async (query: object) => (await bulletins('leader', query)).length;
    expect(await found({ unit: 'dept-urban', state: 'acknowledged', from: '2026-03-30', to: '2026-03-30' })).toBe(1);
    expect(await found({ unit: 'dept-traffic' })).toBe(0);
    expect(await found({ state: 'issued' })).toBe(0);
    expect(await found({ to: '2026-03-29' })).toBe(0);
  });

  it('plans no talk before the unit is named as often as is set; what is set is changed with a reason', async () => {
    expect(await look()).toBe(0);
    await expect(change({ times: 1 }, {}, 'leader')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(changeEntry(world, ['ladder-rungs', 'nothing'], {})).rejects.toMatchObject({ code: 'entry-unknown' });
    await expect(change({ days: 1 })).rejects.toMatchObject({
      code: 'entry-refused',
      fields: [{ field: 'values.days', message: '此项对这一条不起作用' }],
    });
    await expect(change({ times: 1 }, { note: '' })).rejects.toMatchObject({ fields: [{ field: 'note' }] });
    const { entries } = await change({ times: 1 });
    expect(entries.find(({ code }) => code === 'talk-repeated')).toMatchObject({
      values: { times: 1, periodDays: 90, days: null },
    });

    await expect(change({ times: 2 }, { version: 0 })).rejects.toMatchObject({ code: 'entry-changed' });
    const sysadmin = await world.person('sysadmin');
    const changes = await world.get(ReferenceLists).changes(sysadmin, 'ladder-rungs', 'talk-repeated');
    expect(changes).toMatchObject([
      {
        by: '沈立群',
        before: { values: { times: 3 } },
        after: { values: { times: 1, periodDays: 90 }, note: '督查办法' },
      },
    ]);
    const rewrite = { text: `DELETE FROM casework.reference_change WHERE list = 'ladder-rungs'` };
    await expect(world.database.query(rewrite)).rejects.toThrow('append-only');
  });

  it('plans a talk once; a supervisor holds it, the unit acknowledges, and what is not mended in time is flagged', async () => {
    expect(await lookTwice()).toEqual([0, 1]);
    const { id, ...planned } = await talk('supervisor');
    expect(planned).toMatchObject({ state: 'planned', cause: 'repeated', unit: '城市管理局', mendBy: '2026-04-14' });
    const record = {
      heldAt: '2026-03-30T17:30:00+08:00',
      attended: '周志强',
      agreed: '三日内办结',
      mendBy: '2026-04-02',
    };
    const hold = async (username: string, more = {}) =>
      await world.get(TalkService).hold(await world.person(username), id, { ...record, ...more });
    await expect(hold('officer')).rejects.toMatchObject({ code: 'permission-missing' });
    await expect(hold('leader', { heldAt: '2026-04-30T09:00:00+08:00' })).rejects.toMatchObject({
      code: 'talk-date-wrong',
    });
    await expect(hold('leader', { mendBy: '2026-03-01' })).rejects.toMatchObject({ code: 'talk-date-wrong' });
    await hold('leader');
    await expect(hold('leader')).rejects.toMatchObject({ code: 'talk-state-wrong' });
    expect(await talk('officer')).toMatchObject({ state: 'held', heldBy: '何振华', late: false, canAcknowledge: true });
    await world.get(TalkService).acknowledge(await world.person('officer'), id, { opinion: '' });

    await world.advanceTo('2026-04-03T09:00:00+08:00');
    expect(await talk('supervisor', { state: 'late' })).toMatchObject({ state: 'acknowledged', late: true });
    await world.get(TalkService).mend(await world.person('supervisor'), id, { opinion: '现场核实已修复' });
    expect(await talk('supervisor')).toMatchObject({ state: 'mended', late: false, ending: '现场核实已修复' });
    expect((await history()).map(({ title }) => title).slice(-4)).toEqual(['拟约谈', '约谈', '签收约谈', '整改销号']);
  });

  it('gives each rung of each stage once, whatever comes after, and leaves the terms as they were', async () => {
    await world.advanceTo('2026-04-14T18:00:00+08:00');
    await look();
    await world.advanceTo('2026-05-20T18:00:00+08:00');
    await look();
    await look();
    const climbs = await world.database.query({
      text: `SELECT rung_code AS code, covered FROM casework.ladder_climb WHERE case_id = $1 AND unit_id = 'dept-urban'
             ORDER BY at, rung_code`,
      values: [filed.id],
    });
    expect(climbs).toEqual(
      ['remind-due-soon', 'order-overdue', 'bulletin', 'talk-repeated'].map((code) => ({ code, covered: false })),
    );
    expect(await bulletins('supervisor', { unit: 'dept-urban' })).toHaveLength(1);
    expect(await world.view(filed)).toMatchObject({ level: 'district', state: 'open' });
    expect(await world.get(TrailService).firstBrokenLine(filed.id)).toBeUndefined();
  });

  it('plans one talk for a unit that several cases name, and leaves a planned one and a draft out for a reason', async () => {
    other = await toDepartment('urban.road');
    const third = await toDepartment('urban.road');
    // Nobody looked while the terms ran out: a unit that was pressed late still has a working day to answer.
    await world.advanceTo('2026-06-30T18:00:00+08:00');
    await look();
    await world.advanceTo('2026-07-01T18:00:00+08:00');
    await look();
    const drafts = (await bulletins('supervisor', { state: 'draft', unit: 'dept-urban' })).filter(({ caseId }) =>
      [other.id, third.id].includes(caseId),
    );
    expect(drafts).toHaveLength(2);
    for (const { id } of drafts) await issue('supervisor', id, { title: '通报', text: '逾期未办' });
    await Promise.all([look(), look()]);
    await look();

    const planned = await talks('supervisor', { state: 'planned' });
    expect(planned).toHaveLength(1);
    const drop = async () =>
      await world.get(TalkService).drop(await world.person('leader'), planned[0]?.id ?? '', { opinion: '已当面说明' });
    await drop();
    await expect(drop()).rejects.toMatchObject({ code: 'talk-state-wrong' });
    expect(await talks('officer', { state: 'dropped' })).toEqual([]);
    const left = (await bulletins('supervisor', { state: 'draft' }))[0];
    await world.get(BulletinService).drop(await world.person('leader'), left?.id ?? '', { opinion: '情况特殊' });
    expect(await bulletins('leader', { state: 'dropped' })).toMatchObject([
      { reason: '情况特殊', decidedBy: '何振华' },
    ]);
  });

  async function toDepartment(category: string): Promise<RegisteredCase> {
    const it = await world.file({ category });
    await world.finish('clerk', it, 'escalate');
    await world.finish('street', it, 'route');
    return it;
  }

  async function look(): Promise<number> {
    return await world.get(Ladder).climb();
  }

  async function lookTwice(): Promise<number[]> {
    return (await Promise.all([look(), look()])).sort();
  }

  /** As if the database were lost while a rung is climbed. */
  async function refuseNotices(refused: boolean): Promise<void> {
    const change = refused ? `ADD CONSTRAINT lost CHECK (kind <> 'pressed')` : 'DROP CONSTRAINT lost';
    await world.database.query({ text: `ALTER TABLE casework.notice ${change}` });
  }

  async function bulletins(username: string, query: object = {}) {
    return (await world.get(BulletinService).list(await world.person(username), { limit: 50, ...query })).items;
  }

  async function bulletin(username: string) {
    const found = (await bulletins(username, { unit: 'dept-urban' })).find(({ caseId }) => caseId === filed.id);
    if (!found) throw new Error('no bulletin');
    return found;
  }

  async function issue(username: string, id: string, words: { title: string; text: string }): Promise<void> {
    await world.get(BulletinService).issue(await world.person(username), id, words);
  }

  async function acknowledge(username: string, id: string): Promise<void> {
    await world.get(BulletinService).acknowledge(await world.person(username), id, { opinion: '立即整改' });
  }

  async function talks(username: string, query: object = {}) {
    return (await world.get(TalkService).list(await world.person(username), { limit: 50, ...query })).items;
  }

  async function talk(username: string, query: object = {}) {
    const found = (await talks(username, { unit: 'dept-urban', ...query })).find(({ caseId }) => caseId === filed.id);
    if (!found) throw new Error('no talk');
    return found;
  }

  async function change(values: Record<string, number>, more: { note?: string; version?: number } = {}, by?: string) {
    return await changeEntry(world, ['ladder-rungs', 'talk-repeated'], { values, ...more }, by);
  }

  async function told(username: string): Promise<string[]> {
    const { items } = await world.get(NoticeService).list(await world.person(username), { limit: 50 });
    return items.filter(({ caseId }) => caseId === filed.id).map(({ kind }) => kind);
  }

  async function history() {
    return (await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 })).items;
  }
});
