import { describe, expect, it } from '@jest/globals';
import { lastDayOf, stretchText } from './trend-days.js';

describe('the stretches of a trend', () => {
  it('are days, or months up to their last day or the end of the period', () => {
    expect(stretchText('day', '2026-03-02')).toBe('03-02');
    expect(stretchText('month', '2026-03-01')).toBe('2026-03');
    expect(lastDayOf('day', '2026-03-02', '2026-03-31')).toBe('2026-03-02');
    expect(lastDayOf('month', '2028-02-01', '2028-12-31')).toBe('2028-02-29');
    expect(lastDayOf('month', '2026-12-01', '2026-12-05')).toBe('2026-12-05');
  });
});
