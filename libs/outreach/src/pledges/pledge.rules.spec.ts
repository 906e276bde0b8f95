import { describe, expect, it } from '@jest/globals';
import { actsAt, meanOf, yearOf } from './pledge.rules.js';

describe('the course of a pledge', () => {
  it.each([
    ['pledged', null, ['change', 'discuss', 'drop']],
    ['discussed', null, ['discuss', 'drop', 'publish']],
    ['doing', null, ['change', 'progress', 'attach', 'finish']],
    ['doing', '2026-06-01', ['attach']],
    ['reviewed', '2026-06-01', []],
    ['reviewed', null, []],
  ] as const)('lets a pledge that is %s and finished on %s have done to it %j', (state, finishedOn, acts) => {
    expect(actsAt({ state, finishedOn, dropped: false })).toEqual(acts);
    expect(actsAt({ state, finishedOn, dropped: true })).toEqual([]);
  });

  it('belongs to the year in which it is due', () => {
    expect(yearOf('2026-12-31')).toBe(2026);
  });

  it('has a mean of its scores in hundredths, and none where nobody scored', () => {
    expect(meanOf(14, 3)).toBe(4.67);
    expect(meanOf(0, 0)).toBeNull();
    expect(meanOf(null, null)).toBeNull();
  });
});
