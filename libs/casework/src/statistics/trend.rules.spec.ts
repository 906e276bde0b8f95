import { describe, expect, it } from '@jest/globals';
import { stretchOf, trendOf } from './trend.rules.js';

const none = {
  received: 0,
  closed: 0,
  withdrawn: 0,
  closedInTime: 0,
  closedAtOnce: 0,
  returned: 0,
  reworked: 0,
  toContact: 0,
  contactedInTime: 0,
  closedInTwo: 0,
  rated: 0,
  satisfied: 0,
  asked: 0,
  solved: 0,
};

describe('a trend', () => {
  it('goes by days, and by months where the period is longer than a quarter', () => {
    expect(stretchOf('2026-01-01', '2026-04-02')).toBe('day');
    expect(stretchOf('2026-01-01', '2026-04-03')).toBe('month');
    expect(stretchOf('2026-03-02', '2026-03-02')).toBe('day');
  });

  it('tells the rates of each stretch, and none where nothing came', () => {
    const day = { ...none, day: '2026-03-02', received: 5, withdrawn: 1, closed: 3, closedInTime: 2, endings: 4 };

    const trend = trendOf('day', [day, { ...none, day: '2026-03-03', endings: 0 }]);

    expect(trend.rates.map(({ code }) => code)).toEqual(['closing', 'closing-in-time', 'response', 'satisfaction']);
    expect(trend.items[0]).toMatchObject({
      day: '2026-03-02',
      received: 5,
      endings: 4,
      values: [
        { numerator: 3, denominator: 4, rate: 0.75 },
        { numerator: 2, denominator: 4, rate: 0.5 },
        { denominator: 0, rate: null },
        { denominator: 0, rate: null },
      ],
    });
    expect(trend.items[1]?.values.every(({ rate }) => rate === null)).toBe(true);
  });
});
