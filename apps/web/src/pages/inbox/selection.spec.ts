import { describe, expect, it } from '@jest/globals';
import { allToggled, noSelection, stillShown, toggled, type Selection } from './selection.js';

const lines = ['a', 'b', 'c', 'd', 'e'];
const of = (ids: string, from?: string): Selection => ({ ids: new Set(ids), from });
const ids = (selection: Selection) => [...selection.ids].sort().join('');

describe('a selection of lines', () => {
  it('takes a line and leaves it', () => {
    const one = toggled(noSelection, lines, 'b', false);

    expect(ids(one)).toBe('b');
    expect(ids(toggled(one, lines, 'b', false))).toBe('');
  });

  it.each([
    ['downwards', of('b', 'b'), 'd', 'bcd'],
    ['upwards', of('d', 'd'), 'b', 'bcd'],
    ['to what it begins with', of('', 'b'), 'b', 'b'],
    ['and leaves what lies in it', of('abcde', 'b'), 'd', 'ae'],
    ['from a line that has gone: that one alone', of('x', 'x'), 'd', 'dx'],
    ['from nowhere: that one alone', noSelection, 'd', 'd'],
  ])('takes a range %s', (_how, before, id, after) => {
    expect(ids(toggled(before, lines, id, true))).toBe(after);
  });

  it('takes all, and none when it had all', () => {
    expect(ids(allToggled(of('b'), lines))).toBe('abcde');
    expect(ids(allToggled(of('abcde'), lines))).toBe('');
  });

  it('keeps what is shown, and is the same where that is all', () => {
    const both = of('ax', 'x');
    expect(ids(stillShown(both, lines))).toBe('a');
    expect(stillShown(of('a'), lines)).toEqual(of('a'));
  });
});
