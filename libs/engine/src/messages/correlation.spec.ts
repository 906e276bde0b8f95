import { describe, expect, it } from '@jest/globals';
import { correlationKey, suitableKeys } from './correlation.js';

describe('correlation values', () => {
  it('have one text whatever the order of their names, at any depth', () => {
    expect(correlationKey({ b: [1, { y: null, x: 'é' }], a: true })).toBe(
      correlationKey({ a: true, b: [1, { x: 'é', y: null }] }),
    );
  });

  it('tell a number from its text, and absent from null', () => {
    const keys = [{ a: 1 }, { a: '1' }, { a: null }, {}].map(correlationKey);

    expect(new Set(keys).size).toBe(4);
  });

  it('suit whoever asks for all of them, for some, or for none', () => {
    const keys = suitableKeys('paid', { order: 7, bank: 'ICBC' });

    expect(new Set(keys)).toEqual(
      new Set([{}, { order: 7 }, { bank: 'ICBC' }, { bank: 'ICBC', order: 7 }].map(correlationKey)),
    );
  });

  it('are at most six, as each subset is a key to look up', () => {
    const values = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, index]));

    expect(suitableKeys('paid', values(6))).toHaveLength(64);
    expect(() => suitableKeys('paid', values(7))).toThrow('7 correlation values');
  });
});
