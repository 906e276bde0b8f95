import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  agreementSchema,
  AttachmentService,
  HistoryService,
  mediationSchema,
  MediationService,
  WithdrawalService,
  SideProcesses,
  TaskService,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

const week = 7 * 86_400_000;
const parties = ['王大明', '李建国'];

// The urban department (`officer`) leads; the street (`street`) mediates.
describe('a mediation', () => {
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
    filed = await world.file({ category: 'urban.road', kind: 'dispute' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    await world.claim('officer', filed);
  });

  it('is a task of the mediator with the days that are set, and leaves the clock of the case', async () => {
    const lead = await world.line('officer', 'todo', filed);
    const { tasks } = await ask();

    expect(tasks).toMatchObject([{ elementId: 'mediation-handle', unit: '河东街道党工委' }]);
    expect(await world.line('street', 'claimable', filed)).toMatchObject({ step: '调解', remaining: '剩 10 个工作日' });
    expect(await world.line('officer', 'todo', filed)).toMatchObject({ dueAt: lead?.dueAt });
  });

  it('tells nobody the names of the parties in full, neither on the page nor in the history', async () => {
    await ask({ opinion: '王大明与李建国因雨棚漏水发生纠纷' });

    const view = await world.view(filed);
    expect(view.sides).toMatchObject([
      {
        kind: 'mediation',
        text: '王**与李**因雨棚漏水发生纠纷',
        mediation: { group: '人民调解委员会', parties: ['王**', '李**'], agreement: null },
      },
    ]);
    expect(JSON.stringify([view, await history()])).not.toMatch(/王大明|李建国/u);
  });

  it('ends by an agreement with what each party does by when and the signed paper, and the lead goes on', async () => {
    await ask();
    await expect(world.finish('officer', filed, 'resolved')).rejects.toMatchObject({ code: 'helpers-open' });
    await world.claim('street', filed);
    const paper = await upload();

    await agree({ paper });

    const view = await world.view(filed);
    expect(view.sides).toMatchObject([
      {
        state: 'ended',
        answeredAs: '达成协议',
        answer: '李**当场认可',
        mediation: {
          agreement: '李**拆除雨棚，王**不再追究',
          duties: [{ party: 1, what: '拆除雨棚', by: inDays(7) }],
          paper: { id: paper, name: '协议书.pdf' },
        },
      },
    ]);
    expect(await world.titles(filed)).toEqual(expect.arrayContaining(['调解', '达成协议']));
    expect(JSON.stringify(await history())).not.toMatch(/王大明|李建国/u);
    await world.finish('officer', filed, 'resolved');
  });

  it('refuses an agreement without its paper, for a party that is none, or by a day that is over', async () => {
    await ask();
    await world.claim('street', filed);
    const duties = [{ party: 2, what: '付款', by: inDays(-1) }];

    await expect(agree({ paper: filed.id, duties })).rejects.toMatchObject({
      code: 'agreement-refused',
      fields: [{ field: 'duties.0.party' }, { field: 'duties.0.by' }, { field: 'paper' }],
    });
    await expect(world.finish('street', filed, 'agreed')).rejects.toMatchObject({ code: 'outcome-needs-act' });
  });

  it.each([
    ['failed', '未达成协议'],
    ['withdrawn', '撤回调解'],
  ])('may end without an agreement: %s', async (outcome, name) => {
    await ask();
    const task = (await world.view(filed)).tasks.find(({ unit }) => unit === '河东街道党工委');
    const completion = { outcome, opinion: `王大明${name}`, variables: {} };
    await world.get(TaskService).complete(await world.person('street'), task?.id ?? 'missing', completion);
    const { items } = await world.get(HistoryService).list(await world.person('officer'), filed.id, { limit: 100 });
    expect(JSON.stringify(items)).not.toContain('王大明');

    expect((await world.view(filed)).sides).toMatchObject([
      { state: 'ended', answeredAs: name, mediation: { agreement: null } },
    ]);
    await world.finish('officer', filed, 'resolved');
  });

  it('that takes too long is on record, and the lead goes on without it', async () => {
    await ask({ days: 2 });
    await world.advanceTo(new Date(monday + 3 * 86_400_000).toISOString());

    expect((await world.view(filed)).sides).toMatchObject([{ state: 'lapsed', late: true }]);
    await world.finish('officer', filed, 'resolved');
  });

  it('is for who holds the case, once at a time for each mediator', async () => {
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: 'asked-already' });
    await expect(ask({}, 'street2')).rejects.toMatchObject({ code: 'task-not-held' });
    const held = { duties: [{ party: 0, what: '付款', by: inDays(1) }], paper: filed.id };
    await expect(agree(held, 'officer')).rejects.toMatchObject({ code: 'agreement-not-offered' });
  });

  it('ends with a case that is taken back', async () => {
    await ask();
    await world.get(WithdrawalService).withdraw(await world.person('clerk'), filed.id, { opinion: '诉求人撤回' });
    await world.get(SideProcesses).endLeft();
    expect((await world.view(filed)).sides).toMatchObject([{ kind: 'mediation', state: 'ended', answeredAs: null }]);
  });

  async function ask(more: object = {}, username = 'officer') {
    const asked = { unit: 'street-1', group: '人民调解委员会', parties, opinion: '雨棚漏水', ...more };
    return await world.get(MediationService).ask(await world.person(username), filed.id, mediationSchema.parse(asked));
  }

  async function agree(more: object, username = 'street') {
    const given = {
      agreement: '李建国拆除雨棚，王大明不再追究',
      duties: [{ party: 1, what: '拆除雨棚', by: inDays(7) }],
      opinion: '李建国当场认可',
      ...more,
    };
    return await world
      .get(MediationService)
      .agree(await world.person(username), filed.id, agreementSchema.parse(given));
  }

  async function upload(): Promise<string> {
    const content = Buffer.from('%PDF-1.4\n%%EOF\n');
    const files = await world
      .get(AttachmentService)
      .add(await world.person('street'), filed.id, { name: '协议书.pdf', content });
    return files[0]?.id ?? 'missing';
  }

  async function history() {
    return await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 });
  }

  function inDays(days: number): string {
    return new Date(monday + days * 86_400_000).toISOString().slice(0, 10);
  }
});
