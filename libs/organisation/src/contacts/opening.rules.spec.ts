import { describe, expect, it } from '@jest/globals';
import { inOrder, isOpen, nextOpening, type OpeningHours } from './opening.rules.js';

const hours: OpeningHours = {
  calendar: 'working-days',
  workingDays: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
  daysOff: [{ from: '09:00', to: '11:00' }],
};

describe('opening hours', () => {
  it.each([
    { time: '08:29', working: true, open: false },
    { time: '08:30', working: true, open: true },
    { time: '12:00', working: true, open: false },
    { time: '13:00', working: true, open: false },
    { time: '17:29', working: true, open: true },
    { time: '08:45', working: false, open: false },
    { time: '10:59', working: false, open: true },
  ])('at $time of a day that is working ($working) are open: $open', ({ time, working, open }) => {
    expect(isOpen(hours, { working, time })).toBe(open);
  });

  it('begin next on the same day, or on the next day that has any', () => {
    const days = [
      { day: '2026-03-06', working: true },
      { day: '2026-03-07', working: false },
    ];

    expect(nextOpening(hours, days, '12:30')).toEqual({ day: '2026-03-06', from: '14:00' });
    expect(nextOpening(hours, days, '18:00')).toEqual({ day: '2026-03-07', from: '09:00' });
    expect(nextOpening({ ...hours, daysOff: [] }, days, '14:00')).toBeUndefined();
  });

  it('are in order where no part ends before it begins or before the one before it ends', () => {
    expect(inOrder(hours.workingDays)).toBe(true);
    expect(inOrder([{ from: '12:00', to: '08:30' }])).toBe(false);
    expect(inOrder([...hours.daysOff, { from: '10:00', to: '12:00' }])).toBe(false);
  });
});
