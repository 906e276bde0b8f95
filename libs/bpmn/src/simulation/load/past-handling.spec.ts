import { describe, expect, it } from '@jest/globals';
import { PastHandling, type PastStay } from './past-handling.js';

const hour = 3_600_000;
const noon = '2026-03-02T12:00:00.000Z';

const done = (element: string, hours: number, outcome = 'resolved'): PastStay => ({
  ...{ element, worked: hours * hour, finished: true, outcome },
});
const cut = (element: string, hours: number): PastStay => ({ element, worked: hours * hour, finished: false });

function handling(...cases: readonly (readonly PastStay[])[]): PastHandling {
  const after = (from: string, worked: number) => new Date(Date.parse(from) + worked).toISOString();
  return new PastHandling(cases, { after, unknown: 7 * hour });
}

/** Hours that each case works at a step. */
function hoursAt(past: PastHandling, count: number, nth = 0): (number | undefined)[] {
  return Array.from({ length: count }, (_, number) => {
    const at = past.of(number).doneAt('check', noon, nth, 'userTask');
    return at === undefined ? undefined : (Date.parse(at) - Date.parse(noon)) / hour;
  });
}

describe('how past cases are handled in another diagram', () => {
  it('is as they were: as long, and with the same outcome, visit by visit', () => {
    const past = handling([done('check', 2), done('other', 1), done('check', 5, 'escalate')]);

    expect([hoursAt(past, 1), hoursAt(past, 1, 1)]).toEqual([[2], [5]]);
    expect(past.of(0).outcome('check', 1)).toBe('escalate');
  });

  it('takes longer than where a lapse cut it short', () => {
    const past = handling([cut('check', 4)], [done('check', 3)], [done('check', 6, 'escalate')]);

    expect(hoursAt(past, 3)).toEqual([6, 3, 6]);
    expect(past.of(0).outcome('check', 0)).toBe('escalate');
  });

  it('is never finished where nobody ever finished one that long', () => {
    expect(hoursAt(handling([cut('check', 9)], [done('check', 3)]), 2)).toEqual([undefined, 3]);
  });

  it('is that of cases that were there, spread evenly, for a case that was not', () => {
    const past = handling(
      ...Array.from({ length: 10 }, (_, n) => [done('check', n + 1)]),
      ...Array.from({ length: 1_000 }, () => []),
    );
    const hours = hoursAt(past, 1_010).slice(10);

    for (let each = 1; each <= 10; each += 1)
      expect(Math.abs(hours.filter((it) => it === each).length - 100)).toBeLessThan(5);
  });

  it('takes the given time at a step that nobody knows, with the first outcome', () => {
    const past = handling([done('other', 1)]);

    expect(hoursAt(past, 1)).toEqual([7]);
    expect(past.of(0).outcome('check', 0)).toBeUndefined();
    expect(past.known).toEqual(new Set(['other']));
  });
});
