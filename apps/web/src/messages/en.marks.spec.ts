import { describe, expect, it } from '@jest/globals';
import { time } from './en.marks.js';

describe('days and times in English', () => {
  it('are written as the British do', () => {
    expect(time.short('2026-11-03', '17:30')).toBe('3 Nov 17:30');
    expect(time.long('2026-11-23', '07:05')).toBe('23 Nov 2026 07:05');
    expect(time.spoken('2026-11-23', '17:30')).toBe('23 November 2026, 17:30');
    expect(time.day('2026-11-23')).toBe('23 Nov 2026');
    expect(time.shortDay('2026-11-23')).toBe('23 Nov');
    expect(time.month('2026-11-01')).toBe('Nov 2026');
  });

  it('leave what is no day as it is', () => {
    expect([time.day(''), time.day('1998')]).toEqual(['', '1998']);
  });
});
