import { describe, expect, it } from '@jest/globals';
import { termLength } from './term-length.js';

describe('the length of a term in words', () => {
  it.each([
    ['P3D', true, '3 个工作日'],
    ['P15D', false, '15 个自然日'],
    ['PT2H', true, '2 个办公小时'],
    ['PT2H', false, '2 小时'],
    ['PT30M', false, '30 分钟'],
    ['P1DT12H', true, 'P1DT12H'],
  ])('tells %s (working time: %s) as %s', (duration, workingTime, told) => {
    expect(termLength(duration, workingTime)).toBe(told);
  });
});
