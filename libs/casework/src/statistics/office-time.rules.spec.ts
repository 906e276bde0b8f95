import { describe, expect, it } from '@jest/globals';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { officeTimeOf } from './office-time.rules.js';

const calendars = createCalendars(defaultCalendars('Asia/Shanghai'));

describe('working time of some days', () => {
  it('leaves out weekends, holidays and lunch, and counts make-up days', () => {
    // New Year 2026: off from Thursday the 1st to Saturday, Sunday the 4th is a make-up day.
    expect(officeTimeOf(calendars.get('working-days'), '2025-12-31', '2026-01-05')).toEqual({
      calendar: '工作日',
      days: ['2025-12-31', '2026-01-04', '2026-01-05'],
      opens: ['08:30', '14:00'],
      closes: ['12:00', '17:30'],
    });
  });

  it.each(['natural-days', 'continuous'])('is all of them for what does not rest: %s', (id) => {
    expect(officeTimeOf(calendars.get(id), '2026-01-01', '2026-01-02')).toMatchObject({
      days: ['2026-01-01', '2026-01-02'],
      opens: ['00:00'],
      closes: ['24:00'],
    });
  });
});
