import { describe, expect, it } from '@jest/globals';
import { reportErrors } from './error-reporter.js';

describe('reportErrors', () => {
  it('writes ever fewer lines, counts what it left out, and forgets after a quiet time', () => {
    const lines: [number, number][] = [];
    let time = 0;
    const log = { warn: (facts: { omitted: number }) => void lines.push([time, facts.omitted]) };
    const report = reportErrors(log as never, 'worker timers', () => time);

    for (; time < 20_000; time += 100) report(new Error('no connection'));
    time = 200_000;
    report(new Error('no connection'));
    time = 201_000;
    report(new Error('no connection'));

    expect(lines).toEqual([
      [0, 0],
      [1_000, 9],
      [3_000, 19],
      [7_000, 39],
      [15_000, 79],
      [200_000, 49],
      [201_000, 0],
    ]);
  });
});
