import { describe, expect, it } from '@jest/globals';
import { TermIndex } from './term-index.js';

const cases = [
  ['wages', ['拖欠', '工资', '公司']],
  ['wages-long', ['拖欠', '工资', '公司', '三个', '月了', '没有', '说法']],
  ['noise', ['夜间', '施工', '噪声', '公司']],
  ['light', ['路灯', '不亮', '公司']],
] as const;

function indexOf(order: readonly number[]): TermIndex {
  const index = new TermIndex();
  for (const n of order) {
    const [id, terms] = cases[n] ?? ['', []];
    index.add(id, terms);
  }
  return index;
}

describe('the index of terms', () => {
  it('finds the cases that share rare words first, the shorter one before the longer one', () => {
    const found = indexOf([0, 1, 2, 3]).nearest(['公司', '拖欠', '工资'], 3);

    expect(found.map(({ id }) => id)).toEqual(['wages', 'wages-long', 'light']);
    expect(found[2]?.score).toBeLessThan((found[0]?.score ?? 0) / 4);
  });

  it('gives the same answer in whatever order the cases came, and after others have gone', () => {
    const asked = ['公司', '工资', '噪声'];
    const expected = indexOf([0, 2]).nearest(asked, 9);
    const index = indexOf([3, 2, 1, 0]);
    index.keepOnly(new Set(['noise', 'wages']));

    expect(index.nearest(asked, 9)).toEqual(expected);
    expect(index.has('light')).toBe(false);
    expect(index.nearest(['路灯'], 9)).toEqual([]);
  });

  it('takes a case once, and counts a word of the text once', () => {
    const index = indexOf([0, 0, 3]);

    expect(index.nearest(['工资', '工资'], 9)).toEqual(indexOf([0, 3]).nearest(['工资'], 9));
  });

  it('finds nothing where nothing is known', () => {
    expect(new TermIndex().nearest(['工资'], 9)).toEqual([]);
  });
});
