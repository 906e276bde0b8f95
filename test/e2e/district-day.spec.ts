import { describe, expect, it } from '@jest/globals';
import { Tally, type Said } from '../bench/day/tally.js';
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
    tally.received.add('two');
    tally.asked('one', '13800000001', 'urban.road');
    tally.asked('two', '13800000001', 'urban.road');
    tally.finished({ id: 'task', unit: '东湖社区服务民生工作站', elementId: 'station-handle' });
    tally.answers.set('one', { disposition: 'explain', unit: '东湖社区服务民生工作站' });
    tally.closed.add('one');
    tally.returned.add('one');
    expect(tally.differences(nothingBut({ received: 3, closedAtOnce: 1 }))).toEqual([
      'received: 2 counted, but the statistics say 3',
      'closed: 1 counted, but the statistics say 0',
      'closedInTime: 1 counted, but the statistics say 0',
      'closedAtOnce: 0 counted, but the statistics say 1',
      'closedInTwo: 1 counted, but the statistics say 0',
      'returned: 1 counted, but the statistics say 0',
      'repeated: 1 counted, but the statistics say 0',
      'toClaim: 1 counted, but the statistics say 0',
      'claimedInTime: 1 counted, but the statistics say 0',
      'done by 东湖社区服务民生工作站: 1 counted, but the statistics say 0',
      'finished station-handle in 东湖社区服务民生工作站: 1 counted, but the statistics say 0',
      'settled explain by 东湖社区服务民生工作站: 1 counted, but the statistics say 0',
    ]);
  });
});

/** Statistics of an empty district, with some counts that are wrong. */
function nothingBut(wrong: Partial<Said['statistics']['cases']>): Said {
  const fates = { received: 0, closed: 0, withdrawn: 0, closedInTime: 0, closedAtOnce: 0, returned: 0, reworked: 0 };
  const answers = { rated: 0, satisfied: 0, asked: 0, solved: 0 };
  const contacts = { toContact: 0, contactedInTime: 0, closedInTwo: 0 };
  const cases = { ...fates, ...contacts, ...answers, repeated: 0, toClaim: 0, claimedInTime: 0, ...wrong };
  const weakTopics = { fewest: 10, items: [] };
  return {
    statistics: { cases, rates: [], adjusted: { cases, rates: [] }, units: [], topics: [], weakTopics },
    dispositions: { kinds: [], topics: [], units: [] },
    stepTimes: { calendar: '工作日', items: [] },
  };
}
