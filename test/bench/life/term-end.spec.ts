import { describe, expect, it } from '@jest/globals';
import { TermEnds } from './term-end.js';

// Friday the 6th of March 2026 is a holiday, the Saturday after it is worked.
const worked = (date: string) =>
  date === '2026-03-07' || (date !== '2026-03-06' && ![0, 6].includes(new Date(date).getUTCDay()));

describe('the second calculation of terms', () => {
  const ends = new TermEnds(worked, { first: 2026, last: 2026 });
  const at = (instant: string) => Date.parse(instant);
  const text = (instant: number) => new Date(instant).toISOString();
  const monday = at('2026-03-02T09:00:00+08:00');

  it('does not count the day of receipt and ends at closing time of the last working day', () => {
    expect(text(ends.endOf({ unit: 'working-days', amount: 3 }, monday, []))).toBe('2026-03-05T09:30:00.000Z');
    expect(text(ends.endOf({ unit: 'working-days', amount: 4 }, monday, []))).toBe('2026-03-07T09:30:00.000Z');
    const lateAtNight = at('2026-03-02T23:59:59+08:00');
    expect(text(ends.endOf({ unit: 'working-days', amount: 1 }, lateAtNight, []))).toBe('2026-03-03T09:30:00.000Z');
  });

  it('adds what was granted, and the days that closed while the clock stood', () => {
    const pause = { from: at('2026-03-03T17:30:00+08:00'), to: at('2026-03-04T17:30:00+08:00') };
    const end = ends.endOf({ unit: 'working-days', amount: 3 }, monday, [{ days: 1 }, pause]);
    expect(text(end)).toBe('2026-03-09T09:30:00.000Z');
  });

  it('counts civil days to the end, and moves a last day that is off', () => {
    expect(text(ends.endOf({ unit: 'civil-days', amount: 4 }, monday, []))).toBe('2026-03-07T09:30:00.000Z');
    const pause = { from: at('2026-03-03T17:30:00+08:00'), to: at('2026-03-05T17:30:00+08:00') };
    expect(text(ends.endOf({ unit: 'civil-days', amount: 3 }, monday, [pause]))).toBe('2026-03-07T09:30:00.000Z');
  });

  it('counts hours day and night', () => {
    const pause = { from: monday, to: monday + 90 * 60_000 };
    expect(text(ends.endOf({ unit: 'hours', amount: 24 }, monday, [pause]))).toBe('2026-03-03T02:30:00.000Z');
  });

  it('says so when a term ends where no days are known', () => {
    expect(() => ends.endOf({ unit: 'working-days', amount: 400 }, monday, [])).toThrow(RangeError);
  });
});
