import { describe, expect, it } from '@jest/globals';
import { createWorkingCalendar, defaultCalendars } from '@lianban/calendar';
import type { Series } from './reception.js';
import { isTooLong, seriesDays } from './series.rules.js';

const [working] = defaultCalendars('Asia/Shanghai').map(createWorkingCalendar);

/** 2026-04-06 is the Monday of the Qingming holiday; 2026-05-01 to 05-05 are off. */
describe('the days of a series', () => {
  it('are not planned further than sixty', () => {
    const weekly = { every: 'week', dayOff: 'skip' } as const;
    expect(isTooLong('2026-03-05', { ...weekly, until: '2027-04-22' })).toBe(false);
    expect(isTooLong('2026-03-05', { ...weekly, until: '2027-04-29' })).toBe(true);
  });

  it('leave out a Monday of a holiday', () => {
    expect(days('2026-03-30', { every: 'week', until: '2026-04-20', dayOff: 'skip' })).toEqual({
      days: ['2026-03-30', '2026-04-13', '2026-04-20'],
      skipped: ['2026-04-06'],
    });
  });

  it('move it to the next working day', () => {
    expect(days('2026-03-30', { every: 'week', until: '2026-04-20', dayOff: 'move' })).toEqual({
      days: ['2026-03-30', '2026-04-07', '2026-04-13', '2026-04-20'],
      skipped: [],
    });
  });

  it('do not move it past the end', () => {
    expect(days('2026-03-30', { every: 'week', until: '2026-04-06', dayOff: 'move' })).toEqual({
      days: ['2026-03-30'],
      skipped: ['2026-04-06'],
    });
  });

  it('are Saturdays for who plans Saturdays, but for holidays', () => {
    expect(days('2026-03-28', { every: 'week', until: '2026-04-11', dayOff: 'skip' })).toEqual({
      days: ['2026-03-28', '2026-04-11'],
      skipped: ['2026-04-04'],
    });
  });

  // 2026-02-28 is a Saturday that is worked, to make up for the Spring Festival.
  it('keep the date of the month, in short months the last one, and clear of weekends', () => {
    expect(days('2026-01-31', { every: 'month', until: '2026-05-31', dayOff: 'skip' })).toEqual({
      days: ['2026-02-28', '2026-03-31', '2026-04-30'],
      skipped: ['2026-01-31', '2026-05-31'],
    });
  });

  it('are held once where two move to the same day', () => {
    const daily = seriesDays('2026-03-02', { every: 'week', until: '2026-03-16', dayOff: 'move' }, (day) => ({
      working: day >= '2026-03-10',
      reason: day >= '2026-03-10' ? 'weekday' : 'holiday',
    }));
    expect(daily.days).toEqual(['2026-03-10', '2026-03-16']);
  });
});

function days(first: string, series: Series) {
  return seriesDays(first, series, (day) => working?.day(day) ?? { working: true, reason: 'weekday' });
}
