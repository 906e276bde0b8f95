import { describe, expect, it } from '@jest/globals';
import { isTimely } from './whistle.rules.js';

describe('isTimely', () => {
  const now = new Date('2026-03-02T10:00:40+08:00');

  it.each([
    ['0000-01-01T00:00:00Z', false],
    ['2026-03-02T09:59:59+08:00', false],
    ['2026-03-02T10:00:00+08:00', true],
    ['2026-04-01T10:00:40+08:00', true],
    ['2026-04-01T10:00:41+08:00', false],
    ['9999-12-31T23:59:59Z', false],
  ])('calls nobody into a minute that is over, nor further ahead than the kind allows: %s', (at, timely) => {
    expect(isTimely(new Date(at), now, 30)).toBe(timely);
  });
});
