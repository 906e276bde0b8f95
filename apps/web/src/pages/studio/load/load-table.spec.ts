import { describe, expect, it } from '@jest/globals';
import type { ElementLoad, LoadReport } from '@lianban/bpmn';
import { csvOf, stepsOf, valuesOf } from './load-table.js';

const load = (element: string, changes: Partial<ElementLoad> = {}): ElementLoad => ({
  ...{
    process: 'case',
    element,
    name: `=${element}`,
    arrived: 4,
    completed: 3,
    lapsed: 1,
    cancelled: 0,
    open: 0,
    peak: 2,
  },
  hours: { mean: 2, median: 1.5, p90: 3, max: 4 },
  ...changes,
});
const report = (...elements: ElementLoad[]): LoadReport => ({
  ...{ cases: 4, completed: 4, open: 0, incidents: 0, lapsedCases: 1, lapses: 1, elements },
});
const passing = load('auto', { lapsed: 0, hours: { mean: 0, median: 0, p90: 0, max: 0 } });

describe('the table of a simulation', () => {
  it('sets steps beside those of the version that runs, without what passes by itself', () => {
    const steps = stepsOf({
      drawn: report(load('a'), passing, load('new')),
      running: report(load('a', { lapsed: 9 })),
    });

    expect(steps.map(({ drawn, running }) => [drawn.element, drawn.lapsed, running?.lapsed])).toEqual([
      ['a', 1, 9],
      ['new', 1, undefined],
    ]);
  });

  it('is a file that no spreadsheet takes for formulas', () => {
    const [first, ...lines] = csvOf(
      stepsOf({ drawn: report(load('a')), running: report() }),
      ['p', 'n', 'e', '到达', '逾期', 'm', '9'],
      (it) => `${it}·旧`,
    ).split('\r\n');

    expect(first).toBe('\ufeffp,n,e,到达,逾期,m,9,到达·旧,逾期·旧,m·旧,9·旧');
    expect(lines).toEqual(["case,'=a,a,4,1,1.5,3,,,,", '']);
  });

  it('gives values for the elements of one process', () => {
    const other = load('b', { process: 'called' });

    expect(valuesOf(report(load('a'), other), 'case', 'median')).toEqual(new Map([['a', 1.5]]));
  });
});
