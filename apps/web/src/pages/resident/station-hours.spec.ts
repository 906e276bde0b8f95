import { describe, expect, it } from '@jest/globals';
import { hoursText, openText } from './station-hours.js';

const today = {
  day: '2026-03-02',
  working: true,
  name: null,
  parts: [
    { from: '08:30', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
};

describe('the hours of a station', () => {
  it('end with the part of the day that is open now', () => {
    expect(openText({ now: true, today, next: { day: '2026-03-02', from: '14:00' } })).toBe('今天 12:00 结束');
    expect(openText({ now: true, today, next: { day: '2026-03-03', from: '08:30' } })).toBe('今天 17:30 结束');
  });

  it('begin again today, on another day, or not in sight', () => {
    expect(openText({ now: false, today, next: { day: '2026-03-02', from: '14:00' } })).toBe('今天 14:00 开放');
    expect(openText({ now: false, today, next: { day: '2026-03-03', from: '08:30' } })).toBe('3 月 3 日 08:30 开放');
    expect(openText({ now: false, today, next: null })).toBe('');
  });

  it('are told for working days and days off', () => {
    expect(hoursText({ workingDays: today.parts, daysOff: [] })).toEqual([
      ['工作日（含补班日）', '08:30—12:00、14:00—17:30'],
      ['休息日和节假日', '不开放'],
    ]);
  });
});
