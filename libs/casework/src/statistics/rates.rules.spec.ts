import { describe, expect, it } from '@jest/globals';
import { ratesOf, topicsOf } from './rates.rules.js';

const none = {
  received: 0,
  closed: 0,
  withdrawn: 0,
  closedInTime: 0,
  closedAtOnce: 0,
  returned: 0,
  reworked: 0,
  repeated: 0,
  toContact: 0,
  contactedInTime: 0,
  closedInTwo: 0,
  rated: 0,
  satisfied: 0,
  asked: 0,
  solved: 0,
  toClaim: 0,
  claimedInTime: 0,
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

  it.each([
    ['claiming', { toClaim: 8, claimedInTime: 6 }, 0.75],
    ['response', { toContact: 4, contactedInTime: 3 }, 0.75],
    ['two-visits', { closed: 4, closedInTwo: 3 }, 0.75],
    ['first-time', { closed: 5, closedAtOnce: 4 }, 0.8],
    ['return', { received: 8, returned: 1 }, 0.125],
    ['rework', { received: 8, reworked: 2 }, 0.25],
    ['repeat', { received: 10, repeated: 3 }, 0.3],
    ['satisfaction', { rated: 3, satisfied: 2 }, 0.6667],
    ['solution', { asked: 2, solved: 1 }, 0.5],
  ])('are counted by their formula: %s', (code, counts, rate) => {
    expect(ratesOf({ ...none, ...counts }).find((each) => each.code === code)).toMatchObject({ rate });
  });

  it('of closing in time are not told before anything is closed, and are zero where all that is closed was late', () => {
    const inTime = (closed: number) =>
      ratesOf({ ...none, received: 5, closed }).find(({ code }) => code === 'closing-in-time')?.rate;

    expect([inTime(0), inTime(1)]).toEqual([null, 0]);
  });

  it('are not zero where there is nothing to divide by', () => {
    expect(new Set(ratesOf(none).map(({ rate }) => rate))).toEqual(new Set([null]));
  });
});

it('topics are put together from the groups of their cases, the most frequent first', () => {
  const group = (code: string, received: number) => ({
    code,
    name: `题 ${code}`,
    received,
    repeated: 0,
    lapsed: 1,
    dissatisfied: 0,
  });

  expect(topicsOf([group('b', 2), group('c', 3), group('a', 1), group('b', 2), group('d', 1)])).toEqual([
    { code: 'b', name: '题 b', received: 4, repeated: 0, lapsed: 2, dissatisfied: 0 },
    { code: 'c', name: '题 c', received: 3, repeated: 0, lapsed: 1, dissatisfied: 0 },
    { code: 'a', name: '题 a', received: 1, repeated: 0, lapsed: 1, dissatisfied: 0 },
    { code: 'd', name: '题 d', received: 1, repeated: 0, lapsed: 1, dissatisfied: 0 },
  ]);
});
