import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { replayFile, type ReplayTotals } from '../../apps/cli/src/cases/replay-file.js';
import { daysOffOf, replayIndependently, type DaysOff, type ReplayedRow } from '../support/independent-replay.js';

const fixtures = join(import.meta.dirname, '../fixtures');
const ownLetters = join(fixtures, 'letters.csv');
const { LIANBAN_LETTERS: otherLetters, LIANBAN_HOLIDAYS: otherHolidays } = process.env;

describe('cases replay', () => {
  it('lives each letter exactly as a second calculation does, through all five levels', async () => {
    const { rows, totals } = await replay(ownLetters);
    const expected = replayIndependently(await readFile(ownLetters, 'utf8'), await ownDaysOff());

    expect(rows).toEqual(expected);
    expect(totals).toEqual(sumOf(expected));
    expect(totals).toMatchObject({ cases: 30 });
    expect(Object.values(totals.answeredAt).every((count) => count > 0)).toBe(true);
  });

  it('takes an answer at closing time of the last day as in time, and hands over one second later', async () => {
    const { rows } = await replay(ownLetters);

    expect(rows[0]).toEqual({ id: '1', level: 'station', lapses: [] });
    expect(rows[1]).toEqual({
      id: '2',
      level: 'street',
      lapses: [{ level: 'station', at: '2019-03-07T09:30:00.000Z' }],
    });
  });

  it('counts make-up days and leaves out holidays', async () => {
    const { rows } = await replay(ownLetters);

    // 28 September 2018: the weekend after it was worked, the week after that was off.
    expect(rows[3]).toEqual({ id: '4', level: 'station', lapses: [] });
    expect(rows[4]?.lapses).toEqual([{ level: 'station', at: '2018-10-10T09:30:00.000Z' }]);
    // 22 January 2020: the Spring Festival of that year was prolonged to 2 February.
    expect(rows[13]?.lapses).toEqual([{ level: 'station', at: '2020-02-04T09:30:00.000Z' }]);
  });

  const given = otherLetters && otherHolidays ? it : it.skip;
  given('agrees on the letters of LIANBAN_LETTERS with the days of LIANBAN_HOLIDAYS', async () => {
    const letters = otherLetters ?? '';
    const { rows, totals } = await replay(letters);
    const expected = replayIndependently(await readFile(letters, 'utf8'), await daysOffIn(otherHolidays ?? ''));

    expect(rows.filter((row, index) => JSON.stringify(row) !== JSON.stringify(expected[index]))).toEqual([]);
    expect(totals).toEqual(sumOf(expected));
  });
});

async function replay(path: string): Promise<{ rows: ReplayedRow[]; totals: ReplayTotals }> {
  const rows: ReplayedRow[] = [];
  const totals = await replayFile(path, 'Asia/Shanghai', (id, replayed) => rows.push({ id, ...replayed }));
  return { rows, totals };
}

function sumOf(rows: readonly ReplayedRow[]): ReplayTotals {
  const answeredAt = { station: 0, street: 0, department: 0, 'joint-meeting': 0, district: 0 };
  for (const { level } of rows) answeredAt[level as keyof typeof answeredAt] += 1;
  return { cases: rows.length, answeredAt, escalations: rows.reduce((sum, { lapses }) => sum + lapses.length, 0) };
}

async function ownDaysOff(): Promise<DaysOff> {
  const text = await readFile(join(fixtures, 'days-off.json'), 'utf8');
  return daysOffOf(JSON.parse(text) as Parameters<typeof daysOffOf>[0]);
}

/** Files of `{days: [{date, isOffDay}]}`, one a year. */
async function daysOffIn(folder: string): Promise<DaysOff> {
  const table: Record<string, boolean> = {};
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json'))) {
    const text = await readFile(join(folder, name), 'utf8');
    const { days } = JSON.parse(text) as { days: { date: string; isOffDay: boolean }[] };
    for (const { date, isOffDay } of days) table[date] = isOffDay;
  }
  return table;
}
