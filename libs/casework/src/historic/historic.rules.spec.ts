import { expect, it } from '@jest/globals';
import { sinceProblem, yearsSince } from './historic.rules.js';

it.each([
  ['2026-03-02', undefined],
  ['2026-03-03', '不能晚于今天'],
  ['2026', undefined],
  ['2027', '不能晚于今天'],
  ['1899-12-31', '不能早于 1900 年'],
])('a matter that stands since %s: %s', (since, problem) => {
  expect(sinceProblem(since, '2026-03-02')).toBe(problem);
});

it.each([
  ['2021-03-02', 5],
  ['2021-03-03', 4],
  ['2021', 5],
  ['2026', 0],
  ['2026-03-01', 0],
])('since %s it has stood for %i full years', (since, years) => {
  expect(yearsSince(since, '2026-03-02')).toBe(years);
});
