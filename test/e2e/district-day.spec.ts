import { describe, expect, it } from '@jest/globals';
import type { Statistics } from '@lianban/casework';
import { Tally } from '../bench/day/tally.js';
import { runCli } from './support/run-cli.js';

describe('a day of the district', () => {
  it('is lived at the command line, and the statistics agree with what was counted', async () => {
    const { code, output } = await runCli(['cases', 'day', '--cases', '40', '--seed', '5', '--json']);
    const day = JSON.parse(output) as Record<string, unknown>;
    expect(day).toMatchObject({ cases: 40, staff: 60, differences: [] });
    for (const [what, atLeast] of Object.entries({ meetings: 1, closed: 6, acts: 101 }))
      expect(day[what]).toBeGreaterThanOrEqual(atLeast);
    expect(code).toBe(0);

    const again = await runCli(['cases', 'day', '--cases', '40', '--seed', '5', '--json']);
    expect({ ...(JSON.parse(again.output) as object), seconds: 0 }).toEqual({ ...day, seconds: 0 });
  }, 120_000);

  it('would tell of statistics that count otherwise', () => {
    const tally = new Tally();
    tally.received.add('one');
    tally.finished('东湖社区服务民生工作站');
    const cases = { received: 2, closed: 0, withdrawn: 0, closedInTime: 0, returned: 0, reworked: 0 };
    const ratings = { rated: 0, satisfied: 0, asked: 0, solved: 0 };
    const counts = { ...cases, ...ratings };
    const adjusted = { cases: counts, rates: [] };
    const said: Statistics = { cases: counts, rates: [], adjusted, units: [], topics: [] };
    expect(tally.differences(said)).toEqual([
      'received: 1 counted, but the statistics say 2',
      'done by 东湖社区服务民生工作站: 1 counted, but the statistics say 0',
    ]);
  });
});
