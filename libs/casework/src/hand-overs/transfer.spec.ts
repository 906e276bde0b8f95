import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AccountService, GrantService } from '@lianban/identity';
import { MembershipService } from '@lianban/organisation';
import { caseDraftSchema } from '../cases/case-draft.js';
import { CaseQueryService } from '../cases/case-query.service.js';
import { IntakeService, type RegisteredCase } from '../cases/intake.service.js';
import { InboxService } from '../tasks/inbox.service.js';
import { TaskService } from '../tasks/task.service.js';
import { openCaseworkWorld, type CaseworkWorld } from '../testing/casework-world.js';
import { HistoryService } from '../trail/history.service.js';
import { CopyService } from './copy.service.js';
import { Colleagues } from './colleagues.service.js';
import { transferSchema } from './transfer.js';
import { TransferService } from './transfer.service.js';

describe('handing a task over', () => {
  let world: CaseworkWorld;
  let filed: RegisteredCase;

  beforeAll(async () => {
    world = await openCaseworkWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    const draft = caseDraftSchema.parse({ title: '路灯不亮', text: '路灯坏了三天。', channel: 'phone' });
    filed = await world.get(IntakeService).register(await world.person('clerk'), draft);
    await world.get(TaskService).claim(await world.person('clerk'), task());
  });

  it('gives it to a colleague who could have claimed it, with its clock', async () => {
    const colleagues = await world.get(Colleagues).of(await world.person('clerk'), task());
    expect(colleagues).toEqual([{ id: await idOf('station-head'), name: '赵建国', post: '站长' }]);
    await transfer('clerk', { person: await idOf('station-head') });

    expect(await inbox('station-head')).toMatchObject({ assignee: '赵建国', dueAt: filed.tasks[0]?.dueAt });
    expect(await inbox('clerk')).toBeUndefined();
    const { items } = await world.get(HistoryService).list(await world.person('clerk'), filed.id, { limit: 9 });
    expect(items.at(-1)).toMatchObject({
      title: '转办',
      opinion: '请赵站长跟进',
      detail: { to: '赵建国', from: '向阳社区服务民生工作站' },
    });
  });

  it('is refused to people of other units, to oneself, and from people who do not hold it', async () => {
    await expect(transfer('clerk', { person: await idOf('clerk2') })).rejects.toMatchObject({ code: 'person-refused' });
    await expect(transfer('clerk', { person: await idOf('clerk') })).rejects.toMatchObject({ code: 'person-refused' });
    await expect(transfer('clerk', { unit: 'station-1-2' })).rejects.toMatchObject({ code: 'transfer-refused' });
    await expect(transfer('clerk', { unit: 'station-1-1' })).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(transfer('clerk3', { unit: 'station-1-2' })).rejects.toMatchObject({ code: 'case-unknown' });
    await expect(transfer('auditor', { unit: 'station-1-2' })).rejects.toMatchObject({ code: 'permission-missing' });
    expect(transferSchema.safeParse({ opinion: '转' }).success).toBe(false);
    expect(transferSchema.safeParse({ opinion: '转', unit: 'a', person: await idOf('clerk') }).success).toBe(false);
  });

  it('lets who assigns tasks in both units move it between them, whoever holds it; the new unit can claim and read it', async () => {
    expect(await world.get(CaseQueryService).get(await world.person('street'), filed.id)).toMatchObject({
      tasks: [{ canTransfer: true, canRelease: false }],
    });
    await transfer('street', { unit: 'station-1-2' });

    expect(await inbox('clerk')).toBeUndefined();
    expect(await inbox('clerk3', 'claimable')).toMatchObject({ unit: '新华社区服务民生工作站', assignee: null });
    const read = world.get(CaseQueryService).get(await world.person('clerk3'), filed.id);
    expect(await read).toMatchObject({ tasks: [{ canClaim: true, dueAt: filed.tasks[0]?.dueAt }] });
    await expect(transfer('street', { unit: 'station-2-1' })).rejects.toMatchObject({ code: 'transfer-refused' });
  });

  it('offers the units that it would not refuse: to who assigns in both, and downwards', async () => {
    const offered = async (username: string) =>
      (await world.get(Colleagues).units(await world.person(username), task())).map(({ id }) => id);

    expect(await offered('street')).toEqual(['street-1', 'station-1-2', 'station-1-3', 'station-1-4']);
    expect(await offered('station-head')).toEqual([]);
    await expect(offered('clerk2')).rejects.toMatchObject({ code: 'case-unknown' });
  });

  it('of two at once one happens, and the other is told', async () => {
    const head = await idOf('station-head');
    const both = await Promise.allSettled([transfer('clerk', { person: head }), transfer('clerk', { person: head })]);
    const failed = both.filter(({ status }) => status === 'rejected');
    expect(failed).toHaveLength(1);
    expect(failed).toMatchObject([{ reason: { code: expect.stringMatching(/already-decided|task-not-held/u) } }]);
  });

  it('finds another hand for the tasks of somebody who leaves', async () => {
    const person = await newClerk('leaver');
    await transfer('clerk', { person });
    await world.database.transaction((tx) => world.get(AccountService).disable(tx, person));
    await expect(transfer('station-head', { person })).rejects.toMatchObject({ code: 'person-refused' });
    await transfer('station-head', { person: await idOf('clerk') });

    expect(await inbox('clerk')).toMatchObject({ assignee: '陈晓燕' });
  });

  it('a copy lets the people of a unit know and read, in their own box', async () => {
    const officer = await world.person('officer');
    const read = async () => await world.get(CaseQueryService).get(officer, filed.id);
    await expect(read()).rejects.toMatchObject({ code: 'case-unknown' });
    const copy = async (username: string, unit: string) =>
      await world.get(CopyService).copy(await world.person(username), filed.id, { unit, opinion: '请知悉' });
    await copy('clerk', 'dept-urban');
    await copy('clerk', 'dept-urban'); // once more tells once more, and changes nothing

    expect(await read()).toMatchObject({ tasks: [{ canClaim: false, canTransfer: false }] });
    const box = { box: 'copied', sort: 'received', limit: 9 } as const;
    expect((await world.get(InboxService).list(officer, box)).items).toMatchObject([{ caseId: filed.id }]);
    await expect(copy('clerk', 'dept-none')).rejects.toMatchObject({ code: 'unit-refused' });
    await expect(copy('clerk3', 'dept-urban')).rejects.toMatchObject({ code: 'case-unknown' });
    await expect(copy('supervisor2', 'district')).rejects.toMatchObject({ code: 'unit-refused' });
  });

  function task(): string {
    return filed.tasks[0]?.id ?? '';
  }

  async function idOf(username: string): Promise<string> {
    return (await world.person(username)).accountId;
  }

  async function newClerk(username: string): Promise<string> {
    return await world.database.transaction(async (tx) => {
      const draft = { username, displayName: '临时办事员', password: 'Temporary-2026' };
      const { id } = await world.get(AccountService).create(tx, draft);
      await world.get(MembershipService).add(tx, { accountId: id, unitId: 'station-1-1', post: '办事员' });
      const order = { accountId: id, roleCode: 'station-clerk', unitId: 'station-1-1', by: null };
      await world.get(GrantService).grant(tx, order);
      return id;
    });
  }

  async function transfer(username: string, to: { person?: string; unit?: string }) {
    const given = { ...to, opinion: '请赵站长跟进' };
    return await world.get(TransferService).transfer(await world.person(username), filed.id, given);
  }

  async function inbox(username: string, box: 'todo' | 'claimable' = 'todo') {
    const { items } = await world.get(InboxService).list(await world.person(username), { box, sort: 'due', limit: 99 });
    return items.find(({ caseId }) => caseId === filed.id);
  }
});
