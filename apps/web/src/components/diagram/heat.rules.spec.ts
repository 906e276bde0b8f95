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
    const told = (largest: number, counted: boolean) =>
      degreesOf(largest, counted).map(({ heat, upTo }) => [heat, upTo]);
    expect(told(10, false)).toEqual([[1, 2.5], [2, 5], [3, 7.5], [4, 10]]); // prettier-ignore
    expect(told(10, true)).toEqual([[1, 2], [2, 5], [3, 7], [4, 10]]); // prettier-ignore
    expect(told(2, true)).toEqual([[2, 1], [4, 2]]); // prettier-ignore
    expect(told(1, true)).toEqual([[4, 1]]);
    const degrees = elementsByHeat(new Map([['a', 10], ['b', 4], ['c', 0]])); // prettier-ignore
    expect([...degrees].map(([degree, ids]) => [degree, ...ids])).toEqual([[1], [2, 'b'], [3], [4, 'a']]);
  });
});
