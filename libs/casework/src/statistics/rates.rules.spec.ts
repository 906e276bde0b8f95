import { describe, expect, it } from '@jest/globals';
import { ratesOf } from './rates.rules.js';

const none = {
  received: 0,
  closed: 0,
  withdrawn: 0,
  closedInTime: 0,
  returned: 0,
  reworked: 0,
  rated: 0,
  satisfied: 0,
  asked: 0,
  solved: 0,
};

describe('rates', () => {
  it('are those of a city bulletin: 911 and 737 of 972', () => {
    const rates = ratesOf({ ...none, received: 980, withdrawn: 8, closed: 911, closedInTime: 737 });

    expect(rates.find(({ code }) => code === 'closing')).toMatchObject({
      rate: 0.9372,
      numerator: 911,
      denominator: 972,
    });
    expect(rates.find(({ code }) => code === 'closing-in-time')).toMatchObject({ rate: 0.7582 });
  });

  it('are not zero where there is nothing to divide by', () => {
    expect(new Set(ratesOf(none).map(({ rate }) => rate))).toEqual(new Set([null]));
  });
});
