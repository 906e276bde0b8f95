import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from './calendar-definition.js';
import { createCalendars } from './calendars.js';
import { defaultCalendars } from './default-calendars.js';
import { createWorkingCalendar } from './working-calendar.js';

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));
const working: CalendarDefinition = calendars.get('working-days').definition;
const FROM = '2019-03-04T01:00:00Z';

describe('a duration that a calendar cannot count', () => {
  it.each([
    ['working-days', 'P1W', 'is not countable in working days'],
    ['working-days', 'P1M', 'is not countable in working days'],
    ['working-days', 'P1Y', 'is not countable in working days'],
    ['working-days', 'P1DT4H', 'mixes days and hours'],
    ['working-days', 'P1.5D', 'is not a whole number of days'],
    ['working-days', 'P0D', 'is zero'],
    ['working-days', 'PT0S', 'is zero'],
    ['working-days', 'P-3D', 'is negative'],
    ['working-days', 'P99999D', 'is longer than 36600 days'],
    ['working-days', 'PT90000H', 'is longer than 20000 working hours'],
    ['working-days', '3 days', 'is not ISO 8601'],
    ['working-days', '', 'is not ISO 8601'],
    ['natural-days', 'P1.5D', 'is not a whole number of days'],
    ['natural-days', 'P1DT1H', 'mixes days and hours'],
    ['continuous', '24h', 'is not ISO 8601'],
  ])('%s refuses %s because it %s', (id, duration, problem) => {
    const refusal = expect.objectContaining({
      code: 'duration-invalid',
      message: expect.stringContaining(`calendar "${id}": duration "${duration}" ${problem}: expected `),
    });

    expect(() => calendars.addDuration(id, FROM, duration)).toThrow(refusal);
    expect(() => calendars.get(id).checkDuration(duration)).toThrow(refusal);
  });

  it('is refused with what would be right', () => {
    expect(() => calendars.addDuration('working-days', FROM, 'P1M')).toThrow(
      'calendar "working-days": duration "P1M" is not countable in working days: expected working days (P3D) or ' +
        'working hours (PT4H, PT90M); weeks, months and years have no fixed number of working days',
    );
  });
});

describe('an unknown calendar', () => {
  it('is refused with the calendars that exist', () => {
    expect(calendars.has('working-days')).toBe(true);
    expect(calendars.has('holiday')).toBe(false);
    expect(() => calendars.addDuration('holiday', FROM, 'P1D')).toThrow(
      'calendar "holiday" is unknown: expected one of working-days, natural-days, continuous',
    );
  });
});

describe('an instant or date that does not exist', () => {
  it.each(['2019-03-04', '2019-03-04T09:00:00', '2019-02-30T09:00:00Z', '2019-03-04T25:00:00Z', 'now', ''])(
    '"%s" is refused as an instant',
    (instant) => {
      expect(() => calendars.addDuration('working-days', instant, 'P1D')).toThrow(
        `instant "${instant}" is not valid: expected ISO 8601 with an offset`,
      );
    },
  );

  it.each(['2019-02-29', '2019-13-01', '2019-3-4', 'today'])('"%s" is refused as a date', (date) => {
    expect(() => calendars.get('working-days').day(date)).toThrow(`date "${date}" does not exist: expected YYYY-MM-DD`);
  });

  it('so is a pause that ends before it began', () => {
    expect(() =>
      calendars.addPause('working-days', FROM, 'P1D', '2019-03-05T02:00:00Z', '2019-03-05T01:00:00Z'),
    ).toThrow('pause ends at 2019-03-05T01:00:00Z, before it began at 2019-03-05T02:00:00Z');
  });
});

describe('a definition that cannot be counted with', () => {
  const twice = { date: '2019-03-05', working: false, name: '停电' };

  it.each<[string, Partial<CalendarDefinition>, string]>([
    ['an empty id', { id: ' ' }, 'id is empty'],
    ['an unknown zone', { timeZone: 'Asia/Peking' }, 'timeZone "Asia/Peking" is unknown: expected an IANA name'],
    ['a time that is none', { hours: { opens: '8:30', closes: '17:30' } }, '"8:30" is no time of day: expected HH:MM'],
    ['closing before opening', { hours: { opens: '17:30', closes: '08:30' } }, 'must each be later'],
    [
      'a break outside the hours',
      { hours: { opens: '08:30', closes: '17:30', breaks: [{ from: '18:00', to: '19:00' }] } },
      'must each be later',
    ],
    [
      'an impossible date',
      { overrides: [{ ...twice, date: '2019-02-29' }] },
      'override date "2019-02-29" does not exist',
    ],
    ['a date given twice', { overrides: [twice, twice] }, 'override date 2019-03-05 is given twice'],
  ])('is refused: %s', (_what, changes, message) => {
    expect(() => createWorkingCalendar({ ...working, ...changes })).toThrow(message);
  });

  it('is refused where two calendars have one id', () => {
    expect(() => createCalendars([working, working])).toThrow('calendar "working-days" is defined twice');
  });
});
