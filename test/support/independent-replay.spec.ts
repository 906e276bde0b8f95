import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { replayFile } from '../../apps/cli/src/cases/replay-file.js';
import { replayIndependently, type DaysOff } from './independent-replay.js';

const fixtures = join(import.meta.dirname, '../fixtures');
const letters = readFileSync(join(fixtures, 'letters-by-hand.csv'), 'utf8');
const { days } = JSON.parse(readFileSync(join(fixtures, 'holidays-2019-2020.json'), 'utf8')) as {
  days: { date: string; isOffDay: boolean }[];
};
const daysOff: DaysOff = Object.fromEntries(days.map(({ date, isOffDay }) => [date, isOffDay]));

/** Counted by hand on a wall calendar: the level that answered, and the last day of each term that ran out. */
const BY_HAND: Record<string, [level: string, ...lapses: string[]]> = {
  L01: ['station'],
  L02: ['station'],
  L03: ['street', '2019-03-07'],
  L04: ['station'],
  L05: ['station'],
  L06: ['station'],
  L07: ['street', '2019-03-07'],
  L08: ['department', '2019-03-07', '2019-03-11'],
  L09: ['station'],
  L10: ['street', '2019-10-10'],
  L11: ['department', '2019-10-10', '2019-10-12'],
  L12: ['station'],
  L13: ['station'],
  L14: ['street', '2019-01-04'],
  L15: ['station'],
  L16: ['station'],
  L17: ['street', '2019-04-30'],
  L18: ['station'],
  L19: ['street', '2019-06-11'],
  L20: ['station'],
  L21: ['street', '2020-01-23'],
  L22: ['station'],
  L23: ['station'],
  L24: ['department', '2020-05-08', '2020-05-11'],
  L25: ['station'],
  L26: ['street', '2020-09-29'],
  L27: ['station'],
  L28: ['department', '2019-03-07', '2019-03-11'],
  L29: ['joint-meeting', '2019-03-07', '2019-03-11', '2019-04-01'],
  L30: ['district', '2019-03-07', '2019-03-11', '2019-04-01', '2019-04-23'],
  L31: ['district', '2019-09-09', '2019-09-11', '2019-10-09', '2019-10-29'],
  L32: ['station'],
};

describe('the independent replay', () => {
  const levels = ['station', 'street', 'department', 'joint-meeting'] as const;
  const expected = Object.entries(BY_HAND).map(([id, [level, ...lapses]]) => ({
    id,
    level,
    lapses: lapses.map((date, index) => ({ level: levels[index], at: `${date}T09:30:00.000Z` })),
  }));

  it('says of every letter what was counted by hand', () => {
    expect(replayIndependently(letters, daysOff)).toEqual(expected);
  });

  it('needs the table of days: by the weekday alone other letters lapse', () => {
    expect(replayIndependently(letters, {})).not.toEqual(expected);
  });
});

describe('cases replay', () => {
  it('says of every letter what was counted by hand', async () => {
    const lapses = new Map<string, unknown>();
    const totals = await replayFile(join(fixtures, 'letters-by-hand.csv'), 'Asia/Shanghai', (id, row) =>
      lapses.set(id, [row.level, ...row.lapses.map(({ at }) => at.slice(0, 10))]),
    );

    expect(Object.fromEntries(lapses)).toEqual(BY_HAND);
    expect(totals).toEqual({
      cases: 32,
      answeredAt: { station: 17, street: 8, department: 4, 'joint-meeting': 1, district: 2 },
      escalations: 27,
    });
  });
});
