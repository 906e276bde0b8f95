import { describe, expect, it } from '@jest/globals';
import { pledgeSheet } from './pledge-sheet.rules.js';

describe('the sheet of what pledges came to', () => {
  it('has a row for each unit with as many cells as heads, and says how share and mean are made', () => {
    const reviewed = {
      ...{ unitId: 'station-1', unit: '向阳社区工作站', year: 2026, pledges: 3, finished: 2, kept: 2, partly: 1 },
      ...{ notKept: 0, shareKept: 0.6667, meanScore: 4.33, reviewId: 'r', heldOn: '2027-01-20' },
      ...{ closedAt: '2027-01-20T08:00:00.000Z', reviewBy: '2027-01-31', missing: false },
    };
    const missed = { ...reviewed, kept: 0, partly: 0, shareKept: null, meanScore: null, heldOn: null, missing: true };

    const { heads, rows, note } = pledgeSheet([reviewed, missed], 2026);

    expect(rows).toEqual([
      ['向阳社区工作站', 3, 2, 2, 1, 0, 0.6667, 4.33, '2027-01-20', '2027-01-31', ''],
      ['向阳社区工作站', 3, 2, 0, 0, 0, null, null, null, '2027-01-31', '是'],
    ]);
    expect(rows.every((row) => row.length === heads.length)).toBe(true);
    expect(note).toContain('兑现率 = 评为兑现的承诺 ÷ 已评议的承诺');
  });
});
