import { describe, expect, it } from '@jest/globals';
import { addressOf, askedConditions } from './asked-conditions.js';

describe('what a link to a box asks for', () => {
  it('is the lights and the first day that it names, and nothing that no inbox knows', () => {
    expect(askedConditions(new URLSearchParams('light=red&light=blue&from=2026-03-01'))).toEqual({
      light: ['red'],
      from: '2026-03-01',
    });
    expect(askedConditions(new URLSearchParams('light=blue&from=yesterday'))).toBeUndefined();
  });

  it('stands in the address as it was asked for, beside what is searched for', () => {
    const asked = { light: ['yellow', 'red'] as const, from: '2026-03-01' };
    const search = new URLSearchParams(addressOf({ ...asked, light: [...asked.light] }, '路灯'));

    expect(askedConditions(search)).toEqual(asked);
    expect(search.get('q')).toBe('路灯');
    expect(addressOf({}, '路灯')).toEqual([['q', '路灯']]);
  });
});
