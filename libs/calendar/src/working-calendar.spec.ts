import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from './calendar-definition.js';
import { defaultCalendars } from './default-calendars.js';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.js';

const definitions = new Map(defaultCalendars('Asia/Shanghai').map((definition) => [definition.id, definition]));

function definitionOf(id: string, changes: Partial<CalendarDefinition> = {}): CalendarDefinition {
  const definition = definitions.get(id);
  if (!definition) throw new Error(`no default calendar ${id}`);
  return { ...definition, ...changes };
}

function calendarOf(id: string, changes: Partial<CalendarDefinition> = {}): WorkingCalendar {
  return createWorkingCalendar(definitionOf(id, changes));
}

/** The local time in China of a term's end. */
function dueAt(calendar: WorkingCalendar, from: string, duration: string): string {
  return chinaTime(calendar.addDuration(`${from}:00+08:00`, duration).dueAt);
}

function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
}

describe('terms of working days', () => {
  const calendar = calendarOf('working-days');

  it.each([
    ['a plain Monday', '2019-03-04T09:00', 'P3D', '2019-03-07T17:30'],
    ['received late in the evening', '2019-03-04T23:59', 'P3D', '2019-03-07T17:30'],
    ['received just after midnight', '2019-03-05T00:00', 'P3D', '2019-03-08T17:30'],
    ['received on a Saturday', '2019-03-09T10:00', 'P1D', '2019-03-11T17:30'],
    ['received at closing time, as after a lapse', '2019-03-07T17:30', 'P2D', '2019-03-11T17:30'],
    ['over National Day with a make-up Saturday after it', '2019-09-30T10:00', 'P5D', '2019-10-12T17:30'],
    ['over a make-up Sunday', '2019-09-27T10:00', 'P1D', '2019-09-29T17:30'],
    ['received on a holiday', '2019-10-03T10:00', 'P1D', '2019-10-08T17:30'],
    ['over New Year with the make-up day in December', '2018-12-28T10:00', 'P2D', '2019-01-02T17:30'],
    ['over the prolonged Spring Festival of 2020', '2020-01-22T10:00', 'P2D', '2020-02-03T17:30'],
    ['fifteen working days', '2011-08-03T18:24', 'P15D', '2011-08-24T17:30'],
  ])('%s: %s + %s ends at %s', (_why, from, duration, expected) => {
    expect(dueAt(calendar, from, duration)).toBe(expected);
  });

  it('follow the local day of the calendar zone, not the offset that the instant was written with', () => {
    expect(calendar.addDuration('2019-03-04T16:30:00Z', 'P1D').dueAt).toBe('2019-03-06T09:30:00.000Z');
    expect(calendar.addDuration('2019-03-04T12:30:00-04:00', 'P1D').dueAt).toBe('2019-03-06T09:30:00.000Z');
  });

  it('close at another hour on both sides of a change of the clocks', () => {
    const berlin = calendarOf('working-days', { timeZone: 'Europe/Berlin' });

    expect(berlin.addDuration('2019-03-28T10:00:00Z', 'P1D').dueAt).toBe('2019-03-29T16:30:00.000Z');
    expect(berlin.addDuration('2019-03-29T10:00:00Z', 'P1D').dueAt).toBe('2019-04-01T15:30:00.000Z');
  });

  it('are quick for a replay of some thousand cases', () => {
    const started = performance.now();

    for (let i = 0; i < 10_000; i++) {
      calendar.addDuration(new Date(Date.UTC(2011, 0, 1) + i * 27_000_000).toISOString(), 'P15D');
    }

    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('terms of working hours', () => {
  const calendar = calendarOf('working-days');

  it.each([
    ['within the morning', '2019-03-04T09:00', 'PT2H', '2019-03-04T11:00'],
    ['over lunch', '2019-03-04T11:00', 'PT2H', '2019-03-04T15:00'],
    ['received at lunch', '2019-03-04T12:45', 'PT30M', '2019-03-04T14:30'],
    ['up to the minute of closing', '2019-03-04T14:00', 'PT3H30M', '2019-03-04T17:30'],
    ['into the next day', '2019-03-04T16:30', 'PT4H', '2019-03-05T11:30'],
    ['over a weekend', '2019-03-08T16:30', 'PT1H30M', '2019-03-11T09:00'],
    ['received at night', '2019-03-04T22:00', 'PT1H', '2019-03-05T09:30'],
    ['a full office day is seven hours', '2019-03-04T08:30', 'PT7H', '2019-03-04T17:30'],
    ['over National Day', '2019-09-30T17:00', 'PT1H', '2019-10-08T09:00'],
    ['fractions of an hour', '2019-03-04T09:00', 'PT0.5H', '2019-03-04T09:30'],
  ])('%s: %s + %s ends at %s', (_why, from, duration, expected) => {
    expect(dueAt(calendar, from, duration)).toBe(expected);
  });
});

describe('terms of natural days', () => {
  const calendar = calendarOf('natural-days');

  it.each([
    ['do not count the day of receipt', '2019-03-04T09:00', 'P3D', '2019-03-07T17:30'],
    ['count weekends', '2019-03-07T09:00', 'P4D', '2019-03-11T17:30'],
    ['end on the next working day where the last day is off', '2019-03-07T09:00', 'P2D', '2019-03-11T17:30'],
    ['end on a make-up Saturday', '2019-10-10T09:00', 'P2D', '2019-10-12T17:30'],
    ['take months to the same date', '2019-01-31T09:00', 'P1M', '2019-02-28T17:30'],
    ['take weeks', '2019-03-04T09:00', 'P2W', '2019-03-18T17:30'],
    ['let hours run on', '2019-03-08T20:00', 'PT24H', '2019-03-09T20:00'],
  ])('%s: %s + %s ends at %s', (_why, from, duration, expected) => {
    expect(dueAt(calendar, from, duration)).toBe(expected);
  });
});

describe('terms of the continuous calendar', () => {
  const calendar = calendarOf('continuous');

  it.each([
    ['PT1H', '2019-10-01T03:15'],
    ['PT24H', '2019-10-02T02:15'],
    ['P1D', '2019-10-02T02:15'],
    ['P1M', '2019-11-01T02:15'],
    ['P1DT2H', '2019-10-02T04:15'],
  ])('run day and night: %s ends at %s', (duration, expected) => {
    expect(dueAt(calendar, '2019-10-01T02:15', duration)).toBe(expected);
  });

  it('count every day', () => {
    expect(calendar.day('2019-10-01')).toMatchObject({ working: true, name: '国庆节' });
  });
});

describe('a calendar whose notice is missing', () => {
  const calendar = calendarOf('working-days');

  it('counts by the weekday rule and says that this is provisional', () => {
    expect(calendar.day('2100-10-01')).toEqual({ working: true, reason: 'weekday', provisional: true });
    expect(calendar.day('2100-10-02')).toEqual({ working: false, reason: 'weekend', provisional: true });
    expect(calendar.addDuration('2100-10-01T02:00:00Z', 'P1D')).toEqual({
      dueAt: '2100-10-04T09:30:00.000Z',
      provisional: true,
    });
  });

  it('is certain where every governing notice is there', () => {
    expect(calendar.day('2019-03-04').provisional).toBe(false);
    expect(calendar.day('2019-12-31').provisional).toBe(false);
    expect(calendar.addDuration('2019-12-25T02:00:00Z', 'P15D').provisional).toBe(false);
  });

  it('is in doubt in the last week of December before the next notice, which can reach back to it', () => {
    const last = lastNoticedYear(calendar);

    expect(calendar.day(`${last}-12-24`).provisional).toBe(false);
    expect(calendar.day(`${last}-12-25`).provisional).toBe(true);
    expect(calendar.addDuration(`${last}-12-01T02:00:00Z`, 'P5D').provisional).toBe(false);
    expect(calendar.addDuration(`${last}-12-01T02:00:00Z`, 'P40D').provisional).toBe(true);
    expect(calendar.addDuration(`${last}-12-20T02:00:00Z`, 'PT60H').provisional).toBe(true);
  });

  it('is certain once the notice was entered by hand', () => {
    const last = lastNoticedYear(calendar);
    const mended = calendarOf('working-days', {
      noticedYears: [last + 1],
      overrides: [{ date: `${last + 1}-01-04`, working: false, name: '元旦' }],
    });

    expect(mended.day(`${last}-12-31`).provisional).toBe(false);
    expect(mended.day(`${last + 1}-01-04`)).toEqual({
      working: false,
      reason: 'override',
      name: '元旦',
      provisional: false,
    });
    expect(mended.day(`${last + 1}-12-31`).provisional).toBe(true);
  });
});

describe('local overrides', () => {
  it('win over the statutory day', () => {
    const calendar = calendarOf('working-days', {
      overrides: [
        { date: '2019-03-05', working: false, name: '停电' },
        { date: '2019-03-09', working: true, name: '集中办公' },
        { date: '2019-10-01', working: true, name: '值班' },
      ],
    });

    expect(calendar.day('2019-10-01')).toEqual({ working: true, reason: 'override', name: '值班', provisional: false });
    expect(dueAt(calendar, '2019-03-04T09:00', 'P1D')).toBe('2019-03-06T17:30');
    expect(dueAt(calendar, '2019-03-08T09:00', 'P1D')).toBe('2019-03-09T17:30');
  });
});

describe('a pause', () => {
  const calendar = calendarOf('working-days');
  const pause = (due: string, duration: string, from: string, to: string): string =>
    chinaTime(calendar.addPause(`${due}:00+08:00`, duration, `${from}:00+08:00`, `${to}:00+08:00`).dueAt);

  it.each([
    [
      'within one day moves nothing',
      '2019-03-07T17:30',
      'P3D',
      '2019-03-05T09:00',
      '2019-03-05T17:29',
      '2019-03-07T17:30',
    ],
    [
      'over one closing moves a day',
      '2019-03-07T17:30',
      'P3D',
      '2019-03-05T09:00',
      '2019-03-06T09:00',
      '2019-03-08T17:30',
    ],
    [
      'from closing to closing moves a day',
      '2019-03-07T17:30',
      'P3D',
      '2019-03-05T17:30',
      '2019-03-06T17:30',
      '2019-03-08T17:30',
    ],
    [
      'over a weekend moves the working days only',
      '2019-03-08T17:30',
      'P3D',
      '2019-03-08T10:00',
      '2019-03-11T10:00',
      '2019-03-11T17:30',
    ],
    [
      'on days off moves nothing',
      '2019-03-12T17:30',
      'P3D',
      '2019-03-09T09:00',
      '2019-03-10T20:00',
      '2019-03-12T17:30',
    ],
    [
      'over National Day moves the working days only',
      '2019-09-30T17:30',
      'P3D',
      '2019-09-29T10:00',
      '2019-10-08T10:00',
      '2019-10-09T17:30',
    ],
    [
      'moves hours by the office time in it',
      '2019-03-04T16:00',
      'PT4H',
      '2019-03-04T11:00',
      '2019-03-04T15:00',
      '2019-03-05T09:00',
    ],
    [
      'at night moves hours by nothing',
      '2019-03-05T09:00',
      'PT4H',
      '2019-03-04T18:00',
      '2019-03-05T08:00',
      '2019-03-05T09:00',
    ],
  ])('%s', (_why, due, duration, from, to, expected) => {
    expect(pause(due, duration, from, to)).toBe(expected);
  });

  it('moves natural days by civil days and lands on a working day', () => {
    const natural = calendarOf('natural-days');

    const moved = natural.addPause('2019-03-07T09:30:00Z', 'P3D', '2019-03-05T02:00:00Z', '2019-03-07T02:00:00Z');

    expect(moved.dueAt).toBe('2019-03-11T09:30:00.000Z');
  });

  it('moves continuous time by its own length', () => {
    const continuous = calendarOf('continuous');

    const moved = continuous.addPause('2019-03-07T09:30:00Z', 'PT24H', '2019-03-07T01:00:00Z', '2019-03-07T03:30:00Z');

    expect(moved.dueAt).toBe('2019-03-07T12:00:00.000Z');
  });

  it('is in doubt where it lies in days without a notice', () => {
    const moved = calendar.addPause('2026-12-22T09:30:00Z', 'P3D', '2100-01-04T02:00:00Z', '2100-01-05T02:00:00Z');

    expect(moved.provisional).toBe(true);
  });
});

describe('worked time between two instants', () => {
  it('is office time where offices rest, and the wall clock elsewhere; none where they are out of order', () => {
    const [friday, monday] = ['2026-03-06T16:30:00+08:00', '2026-03-09T10:00:00+08:00'];
    const hours = (id: string) => calendarOf(id).worked(friday, monday) / 3_600_000;

    expect([hours('working-days'), hours('continuous')]).toEqual([2.5, 65.5]);
    expect(calendarOf('working-days').worked(monday, friday)).toBe(0);
    expect(calendarOf('continuous').worked(monday, friday)).toBe(0);
  });

  it('comes back as a term of that length', () => {
    const calendar = calendarOf('working-days');
    const from = '2026-03-06T16:30:00.000Z';
    const due = calendar.addDuration(from, 'PT7321S').dueAt;

    expect(calendar.worked(from, due)).toBe(7_321_000);
  });
});

describe('midnight as closing time', () => {
  const calendar = calendarOf('working-days', { hours: { opens: '00:00', closes: '24:00' } });

  it('ends a term at the end of its day and moves it from that day', () => {
    expect(dueAt(calendar, '2019-03-04T09:00', 'P3D')).toBe('2019-03-08T00:00');
    expect(calendar.addPause('2019-03-07T16:00:00Z', 'P3D', '2019-03-05T02:00:00Z', '2019-03-06T02:00:00Z').dueAt).toBe(
      '2019-03-08T16:00:00.000Z',
    );
  });
});

function lastNoticedYear(calendar: WorkingCalendar): number {
  let year = 2026;
  while (!calendar.day(`${year + 1}-06-01`).provisional) year++;
  return year;
}
