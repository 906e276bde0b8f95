import { describe, expect, it } from '@jest/globals';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { handlingOf } from './load-options.js';

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));
const monday = '2026-03-02T01:00:00.000Z';

describe('how fast the work of a load is done', () => {
  it('is one time, in elapsed time or by a calendar', () => {
    const handle = ['check=P1D'];

    expect(handlingOf({ handle }, calendars).doneAt?.('check', '2026-03-06T01:00:00.000Z', 0, 'userTask')).toBe(
      '2026-03-07T01:00:00.000Z',
    );
    // From Friday to the end of Monday's office hours.
    expect(
      handlingOf({ handle, calendar: 'working-days' }, calendars).doneAt?.(
        'check',
        '2026-03-06T01:00:00.000Z',
        0,
        'userTask',
      ),
    ).toBe('2026-03-09T09:30:00.000Z');
  });

  it('is spread evenly between two times, and the same in every run', () => {
    const { doneAt } = handlingOf({ handle: ['check=PT0H..PT10H'] }, calendars);
    const hours = Array.from({ length: 1_000 }, (_, nth) => {
      const done = doneAt?.('check', monday, nth, 'userTask') ?? '';
      return (Date.parse(done) - Date.parse(monday)) / 3_600_000;
    });

    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = hours.filter((hour) => hour >= tenth && hour < tenth + 1).length;
      expect(Math.abs(share - 100)).toBeLessThan(5);
    }
  });

  it('is nobody’s for elements that are not named', () => {
    expect(handlingOf({}, calendars).doneAt?.('check', monday, 0, 'userTask')).toBeUndefined();
  });

  it.each([
    [{ handle: ['check'] }, '"check" is no pair'],
    [{ handle: ['check=soon'] }, '"soon" is no time to work'],
    [{ handle: ['check=P1D..P2D..P3D'] }, 'is no time to work'],
    [{ calendar: 'lunar' }, 'Calendar "lunar" does not exist'],
  ])('refuses %j', (options, message) => {
    expect(() => handlingOf(options, calendars)).toThrow(message);
  });
});
