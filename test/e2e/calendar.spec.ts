import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClockActs, HistoryService } from '@lianban/casework';
import { BatchService, CalendarChanges } from '@lianban/engine';
import { readCaseRecord } from '../bench/life/case-record.js';
import { brokenRules } from '../bench/life/invariants.rules.js';
import { TermEnds } from '../bench/life/term-end.js';
import { termsOf } from '../bench/life/terms.js';
import { openDefaultWorld, type DefaultWorld } from './support/default-world.js';

describe('a day off that is decided while cases wait', () => {
  let world: DefaultWorld;

  beforeAll(async () => {
    world = await openDefaultWorld();
  });

  afterAll(async () => await world?.close());

  it('moves their terms, lights and lapses with it, and is told in their history', async () => {
    const filed = await world.file();
    await world.claim('clerk', filed);
    const days = [{ date: '2026-03-04', working: false, name: '全区停办' }];
    const change = { calendarId: 'working-days', days, note: '区政府通知' };
    await world.database.transaction((tx) => world.get(CalendarChanges).apply(tx, change, { name: '系统管理员' }));
    world.clock.advanceBy(180_000);
    await world.get(CalendarChanges).followUp();
    await world.get(BatchService).workOff();

    expect(await world.line('clerk', 'todo', filed)).toMatchObject({
      dueAt: '2026-03-06T09:30:00.000Z',
      remaining: '剩 3 个工作日',
    });
    const { items } = await world.get(HistoryService).list(await world.person('clerk'), filed.id, { limit: 20 });
    expect(items.at(-1)).toMatchObject({
      title: '办理时限变更',
      actor: { name: '系统管理员' },
      detail: { dueAtBefore: '2026-03-05T09:30:00.000Z', dueAt: '2026-03-06T09:30:00.000Z', reason: '区政府通知' },
    });

    const more = { days: 1, opinion: '等待材料' };
    await world.get(ClockActs).extend(await world.person('clerk'), filed.id, more);
    await world.advanceTo('2026-03-09T17:29:00+08:00');
    expect(await world.view(filed)).toMatchObject({ escalations: 0, level: 'station' });
    await world.advanceTo('2026-03-09T17:30:00+08:00');
    expect(await world.view(filed)).toMatchObject({ escalations: 1, level: 'street' });
    const worked = (date: string) => date !== '2026-03-04' && ![0, 6].includes(new Date(date).getUTCDay());
    const ends = new TermEnds(worked, { first: 2026, last: 2026 });
    const judge = { ends, termOf: termsOf([]), now: world.clock.now().getTime() };
    expect(brokenRules(await readCaseRecord(world.database, filed.id), judge)).toEqual([]);
  });
});
