import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  HistoryService,
  NoticeService,
  ReturnService,
  StatisticsService,
  statisticsQuerySchema,
  type RegisteredCase,
} from '@lianban/casework';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

// A road goes to the urban department, whose officer has fifteen working days: until Monday three weeks later.
describe('a department that lets its term lapse', () => {
  let world: DefaultWorld;
  let filed: RegisteredCase;
  const weeks = 10 * 7 * 86_400_000;
  let monday = Date.parse('2026-03-02T09:00:00+08:00') - weeks;
  let dueAt: string;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  beforeEach(async () => {
    monday += weeks;
    await world.advanceTo(new Date(monday).toISOString());
    filed = await world.file({ category: 'urban.road' });
    await world.finish('clerk', filed, 'escalate');
    await world.finish('street', filed, 'route');
    await world.claim('officer', filed);
    dueAt = (await world.line('officer', 'todo', filed))?.dueAt ?? '';
  });

  it('is told with who goes on, though another process does', async () => {
    await world.advanceTo(dueAt);

    const [goesOn] = (await world.view(filed)).tasks;
    const notices = await world.get(NoticeService).list(await world.person('secretary'), { limit: 20 });
    const own = notices.items.filter(({ caseId }) => caseId === filed.id);
    expect(own).toMatchObject([{ kind: 'escalated', text: expect.stringContaining(goesOn?.name ?? 'nobody') }]);
  });

  it('does not close the case in time, whoever closes it', async () => {
    await world.advanceTo(dueAt);
    await world.finish('secretary', filed, 'resolved');
    await world.finish('general', filed, 'done');

    const day = new Date(monday).toISOString().slice(0, 10);
    const query = statisticsQuerySchema.parse({ from: day, to: day });
    const { cases, topics } = await world.get(StatisticsService).of(await world.person('leader'), query);
    expect(cases).toMatchObject({ received: 1, closed: 1, closedInTime: 0 });
    expect(topics).toMatchObject([{ received: 1, lapsed: 1 }]);
  });

  it('has let it lapse also where the street reviews its return at that moment', async () => {
    await world.advanceTo(new Date(Date.parse(dueAt) - 3_600_000).toISOString());
    const given = {
      legalBasis: '三定方案第四条',
      evidence: '现场照片',
      suggestedUnit: 'dept-traffic',
      opinion: '退单',
    };
    await world.get(ReturnService).return(await world.person('officer'), filed.id, given);
    await world.advanceTo(dueAt);

    expect(await world.view(filed)).toMatchObject({ escalations: 1, returns: 1, tasks: [{ receivedAt: dueAt }] });
    const { items } = await world.get(HistoryService).list(await world.person('leader'), filed.id, { limit: 100 });
    const lapses = items.filter(({ kind }) => kind === 'lapsed');
    expect(lapses).toMatchObject([{ step: '部门办理', unit: '城市管理局', at: dueAt }]);
    const notices = await world.get(NoticeService).list(await world.person('officer'), { limit: 20 });
    expect(notices.items.filter(({ caseId }) => caseId === filed.id)).toMatchObject([{ kind: 'lapsed' }]);
  });
});
