import { describe, expect, it } from '@jest/globals';
import { keptLines } from './kept-lines.js';

describe('the lines of a long list that are drawn', () => {
  it.each<[string, number[], number, number[]]>([
    ['those in sight, where none has the focus', [40, 41, 42], -1, [40, 41, 42]],
    ['those around the focus too, after one has scrolled down', [40, 41], 5, [4, 5, 6, 40, 41]],
    ['those around the focus too, after one has scrolled up', [40, 41], 90, [40, 41, 89, 90, 91]],
    ['each once', [40, 41, 42], 42, [40, 41, 42, 43]],
    ['none before the first', [40, 41], 0, [0, 1, 40, 41]],
    ['none after the last', [40, 41], 99, [40, 41, 98, 99]],
  ])('are %s', (_which, inSight, focused, drawn) => {
    expect(keptLines(inSight, focused, 100)).toEqual(drawn);
  });
});
