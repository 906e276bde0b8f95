import { describe, expect, it } from '@jest/globals';
import { changesOf } from './line-changes.js';

describe('what a line of the trail changed', () => {
  it('names the fields that differ, before and after', () => {
    const before = { title: '修路', pledger: null, category: 'a', dueOn: '2026-06-30' };
    const after = { title: '修路', pledger: '王强', category: 'b', dueOn: '2026-09-30' };

    expect(changesOf({ before, after })).toEqual([
      { field: '承诺人', before: '无', after: '王强' },
      { field: '兑现期限', before: '2026-06-30', after: '2026-09-30' },
    ]);
  });

  it('names none where nothing was changed', () => {
    expect(changesOf({ day: '2026-03-02', people: '五人' })).toEqual([]);
    expect(changesOf({ before: null, after: 'x' })).toEqual([]);
  });
});
