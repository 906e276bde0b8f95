import { describe, expect, it } from '@jest/globals';
import { listChange } from './list-change.js';

const lines = (ids: string, assignee: string | null = null) =>
  [...ids].map((id) => ({ id, step: '工作站办理', assignee, light: 'green' as const, suspended: false }));
const shown = (ids: string, complete: boolean) => ({ lines: lines(ids), complete, size: 3 });

describe('a list that is on the screen', () => {
  it.each([
    ['is as it was', shown('abc', true), 'abc', undefined],
    ['is as it was, read further than its first page', shown('abcde', false), 'abc', undefined],
    ['is as it was, without a line', shown('', true), '', undefined],
    ['has new lines at its top', shown('abc', false), 'xya', 2],
    ['has a new line at the end of what was all', shown('ab', true), 'abx', 1],
    ['has its first line', shown('', true), 'x', 1],
    ['has lost a line, and the next one moved up', shown('abc', false), 'bcd', 0],
    ['has lost its last line', shown('a', true), '', 0],
    ['has another order', shown('ab', true), 'ba', 0],
  ])('%s', (_what, list, start, change) => {
    expect(listChange(list, lines(start))).toBe(change);
  });

  it('has a line that a colleague took', () => {
    expect(listChange(shown('ab', true), [...lines('a', '李强'), ...lines('b')])).toBe(0);
  });
});
