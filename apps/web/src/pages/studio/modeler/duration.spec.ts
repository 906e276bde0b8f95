import { describe, expect, it } from '@jest/globals';
import { durationText, simpleDuration } from './duration.js';

describe('a term as people say it', () => {
  it.each([
    ['P3D', { amount: 3, unit: 'D' }],
    ['PT24H', { amount: 24, unit: 'H' }],
    ['PT30M', { amount: 30, unit: 'M' }],
  ])('%s is read and written back', (text, duration) => {
    expect(simpleDuration(text)).toEqual(duration);
    expect(durationText(duration as never)).toBe(text);
  });

  it.each(['P1DT2H', 'P1W', '=terms.station', ''])('%j is left to those who can write it', (text) => {
    expect(simpleDuration(text)).toBeUndefined();
  });
});
