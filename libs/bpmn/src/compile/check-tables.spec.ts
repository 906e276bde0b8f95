import { describe, expect, it } from '@jest/globals';
import type { DecisionTable, HitPolicy } from '../decision/decision-model.js';
import { ProblemList } from '../reader/problem-list.js';
import { checkTables } from './check-tables.js';

/** A table over these inputs; each rule is a row of tests. */
function problemsOf(
  hitPolicy: HitPolicy,
  rows: readonly (readonly string[])[],
  more: { readonly allowed?: string; readonly defaultValue?: string } = {},
): string[] {
  const { allowed, defaultValue } = more;
  const labels = ['街道', '类别', '天数'].slice(0, rows[0]?.length ?? 0);
  const table: DecisionTable = {
    kind: 'table',
    name: 'd',
    hitPolicy,
    inputs: labels.map((label) => ({ label, expression: label, ...(allowed !== undefined && { allowed }) })),
    outputs: [{ name: 'unit', values: [], ...(defaultValue !== undefined && { defaultValue }) }],
    rules: rows.map((tests, place) => ({ id: `r${place + 1}`, tests, outputs: ['1'] })),
  };
  const problems = new ProblemList('d.dmn');
  checkTables([{ id: 'd', name: 'd', variable: 'd', logic: table, requires: [], temporals: {} }], problems);
  return problems.all().map(({ code, element, message }) => `${code} ${element ?? ''}: ${message}`);
}

describe('a decision table', () => {
  it.each<[string, HitPolicy, string[][], RegExp[]]>([
    ['that ends with a rule for all else has no gap', 'FIRST', [['"a"'], ['-']], []],
    ['without one has a gap', 'FIRST', [['"a"'], ['"b"']], [/^decision-gap d: .*街道 = "something else"/u]],
    ['of beginnings has a gap beside them', 'UNIQUE', [['starts with(?, "a")']], [/something else/u]],
    ['of numbers has a gap between them', 'UNIQUE', [['< 5'], ['> 5']], [/街道 = 5/u]],
    ['of numbers without a gap is fine', 'UNIQUE', [['< 5'], ['>= 5']], []],
    ['of yes and no is complete with both', 'UNIQUE', [['true'], ['false']], []],
    [
      'names the combination that is missing',
      'UNIQUE',
      [
        ['"a"', 'true'],
        ['"a"', 'false'],
        ['not("a")', 'true'],
      ],
      [/街道 = "something else", 类别 = false|街道 = "a\.", 类别 = false/u],
    ],
    [
      'with two rules for one input overlaps',
      'UNIQUE',
      [['"a"'], ['"a", "b"'], ['not("a", "b")']],
      [/r1 and r2 hold for 街道 = "a"/u],
    ],
    ['may overlap where the first counts', 'FIRST', [['"a"'], ['"a", "b"'], ['-']], []],
    ['has a rule that is always hidden', 'FIRST', [['-'], ['"a"']], [/^decision-hidden r2/u]],
    ['of ranges is looked at up to their ends', 'FIRST', [['[0..2]'], ['[0..10]'], ['-']], []],
    ['of ranges has a gap behind them', 'UNIQUE', [['< 0'], ['[0..5]']], [/街道 = 6/u]],
    ['of numbers that lie close has a gap between them', 'UNIQUE', [['<= 0.5'], ['>= 0.7']], [/街道 = 0\.6/u]],
    ['may have several where all are collected', 'COLLECT', [['"a"'], ['"a"']], []],
  ])('%s', (_what, hitPolicy, rows, expected) => {
    const problems = problemsOf(hitPolicy, rows);

    expect(problems).toHaveLength(expected.length);
    for (const [place, pattern] of expected.entries()) expect(problems[place]).toMatch(pattern);
  });

  it('has no gap where a default value answers, or the list of allowed values ends', () => {
    expect(problemsOf('UNIQUE', [['"a"']], { defaultValue: '0' })).toEqual([]);
    expect(problemsOf('UNIQUE', [['"a"'], ['"b"']], { allowed: '"a", "b"' })).toEqual([]);
    expect(problemsOf('UNIQUE', [['"a"']], { allowed: '"a", "b"' })).toHaveLength(1);
  });

  it('is not judged by what it tests of dates, variables or too many values', () => {
    expect(problemsOf('UNIQUE', [['< date("2026-01-01")']])).toEqual([]);
    expect(problemsOf('UNIQUE', [['< limit'], ['>= limit']])).toEqual([]);
    const many = Array.from({ length: 60 }, (_, n) => [`"${n}"`, `"${n}"`, `"${n}"`]);
    expect(problemsOf('UNIQUE', many)).toEqual([]);
  });
});
