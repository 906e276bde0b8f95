import { describe, expect, it } from '@jest/globals';
import { degreesOf, elementsByHeat, heatOf } from './heat.rules.js';

describe('the heat of an element', () => {
  it.each([
    [0, 100, 0],
    [1, 100, 1],
    [25, 100, 1],
    [26, 100, 2],
    [75.1, 100, 4],
    [100, 100, 4],
    [5, 0, 0],
  ])('of %d beside %d is %d', (value, largest, heat) => {
    expect(heatOf(value, largest)).toBe(heat);
  });

  it('is told in numbers, and every element stands in one degree at most', () => {
    expect(degreesOf(10, false)).toEqual([2.5, 5, 7.5, 10]);
    expect(degreesOf(10, true)).toEqual([2, 5, 7, 10]);
    const degrees = elementsByHeat(new Map([['a', 10], ['b', 4], ['c', 0]])); // prettier-ignore
    expect([...degrees].map(([degree, ids]) => [degree, ...ids])).toEqual([[1], [2, 'b'], [3], [4, 'a']]);
  });
});
