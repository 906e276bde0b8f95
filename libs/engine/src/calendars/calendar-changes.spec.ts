import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { BatchService } from '../batches/batch.service.js';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { parseTaskId } from '../instances/task-id.js';
import { CalendarChanges } from './calendar-changes.service.js';
import type { DayDecision } from './calendar-change.js';

const facts = { station: 'station-1-1', street: 'street-1' };
const off = (date: string): DayDecision => ({ date, working: false, name: '停办' });
const by = { name: '系统管理员' };

/** The station's term is three working days, its warning comes after two. */
describe('a change of a calendar', () => {
  let world: EngineWorld;
  let week = 0;
  /** A day of the present week: 0 is its Monday. */
  const day = (offset: number): string =>
    new Date(Date.parse('2026-03-02') + (week * 14 + offset) * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    world = await openEngineWorld([defaultWorkflow('case-routing')]);
  });

  beforeEach(async () => {
    week += 1;
    await world.rows(`DELETE FROM engine.calendar_override`);
    await world.rows(`UPDATE engine.instance SET ended_at = now()`);
    world.clock.advanceTo(`${day(0)}T09:00:00+08:00`);
  });

  afterAll(async () => {
    await world?.close();
  });

  it('moves the terms that run by the day that is off, and tells beforehand how many', async () => {
    const id = await start();
    expect(await preview([off(day(1))])).toEqual({ instances: 1, terms: 2, later: 2, earlier: 0, kept: 0 });
    expect(await dues(id)).toEqual([`${day(2)}T17:30`, `${day(3)}T17:30`]);
    await decide([off(day(1))]);
    expect(await dues(id)).toEqual([`${day(3)}T17:30`, `${day(4)}T17:30`]);
    expect(await list()).toMatchObject({ note: '通知', by: '系统管理员', total: 1, done: 1, refused: 0 });
  });

  it('moves nothing that ends before it, and nothing twice', async () => {
    const id = await start();
    expect(await preview([off(day(4))])).toMatchObject({ later: 0, earlier: 0 });
    await decide([off(day(1))]);
    await decide([]);
    expect(await dues(id)).toEqual([`${day(3)}T17:30`, `${day(4)}T17:30`]);
    expect(await preview([off(day(1))])).toMatchObject({ terms: 2, later: 0, earlier: 0 });
  });

  it('keeps pauses and extensions as they were', async () => {
    const id = await start();
    const [, term] = await timers(id);
    const owner = term?.owner_key ?? 0;
    await world.execute(id, { type: 'suspend-timers', owner });
    world.clock.advanceTo(`${day(1)}T10:00:00+08:00`);
    await world.execute(id, { type: 'resume-timers', owner });
    await world.execute(id, {
      type: 'move-timer',
      key: term?.key ?? 0,
      dueAt: `${day(8)}T17:30:00+08:00`,
      reason: '延期 2 个工作日',
      by: 'P2D',
    });
    // Three days, the day of the pause (a Monday), and two more: Tuesday week; with Wednesday off it is Wednesday.
    await decide([off(day(2))]);
    expect((await dues(id)).at(-1)).toBe(`${day(9)}T17:30`);
    await decide([{ ...off(day(2)), working: null }]);
    expect((await dues(id)).at(-1)).toBe(`${day(8)}T17:30`);
  });

  it('counts from the instant to which somebody set a term', async () => {
    const id = await start();
    const [, term] = await timers(id);
    const dueAt = `${day(9)}T12:00:00+08:00`;
    await world.execute(id, { type: 'move-timer', key: term?.key ?? 0, dueAt, reason: '会议决定' });
    await decide([off(day(1))]);
    expect((await dues(id)).at(-1)).toBe(`${day(9)}T12:00`);
  });

  it('moves no term into the past', async () => {
    const id = await start();
    await decide([off(day(1)), off(day(2))]);
    expect(await dues(id)).toEqual([`${day(4)}T17:30`, `${day(7)}T17:30`]);
    world.clock.advanceTo(`${day(4)}T09:00:00+08:00`);
    const back = [day(1), day(2)].map((date) => ({ date, working: null, name: '' }));
    expect(await preview(back)).toMatchObject({ kept: 2, earlier: 0 });
    await decide(back);
    expect(await dues(id)).toEqual([`${day(4)}T17:30`, `${day(7)}T17:30`]);
  });

  it('is refused for a day or a calendar that there is not', async () => {
    await expect(preview([off('2026-02-30')])).rejects.toMatchObject({ code: 'calendar-invalid' });
    await expect(preview([off(day(1)), off(day(1))])).rejects.toMatchObject({ code: 'calendar-invalid' });
    await expect(world.get(CalendarChanges).preview('lunar', [])).rejects.toThrow('lunar');
  });

  it('waits until every process knows of it', async () => {
    await start();
    await apply([off(day(1))]);
    expect(await world.get(CalendarChanges).followUp()).toBe(0);
    expect(await list()).toMatchObject({ total: 0, finishedAt: null });
  });

  async function start(): Promise<string> {
    const { tasks } = await world.start('case-routing', facts);
    return parseTaskId(tasks[0]?.id ?? '').instanceId;
  }

  const preview = (days: DayDecision[]) => world.get(CalendarChanges).preview('working-days', days);
  const list = async () => (await world.get(CalendarChanges).list())[0];

  async function apply(days: DayDecision[]): Promise<void> {
    const change = { calendarId: 'working-days', days, note: '通知' };
    await world.database.transaction((tx) => world.get(CalendarChanges).apply(tx, change, by));
  }

  async function decide(days: DayDecision[]): Promise<void> {
    await apply(days);
    world.clock.advanceBy(120_001);
    expect(await world.get(CalendarChanges).followUp()).toBe(1);
    await world.get(BatchService).workOff();
  }

  async function timers(id: string): Promise<{ key: number; owner_key: number; due_at: Date }[]> {
    return await world.rows(
      'SELECT key, owner_key, due_at FROM engine.timer WHERE instance_id = $1 ORDER BY due_at',
      id,
    );
  }

  async function dues(id: string): Promise<string[]> {
    const local = ({ due_at: at }: { due_at: Date }) =>
      new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);
    return (await timers(id)).map(local);
  }
});
