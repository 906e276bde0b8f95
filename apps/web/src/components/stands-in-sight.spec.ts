import { describe, expect, it } from '@jest/globals';
import { standsInSight } from './stands-in-sight.js';

const seen = { isIntersecting: true };
const unseen = { isIntersecting: false };

describe('the foot of a list', () => {
  it.each([
    ['in sight when it came there while the page was busy', [unseen, seen], true],
    ['out of sight when it went while the page was busy', [seen, unseen], false],
    ['in sight when that is all that is told', [seen], true],
    ['out of sight when nothing is told', [], false],
  ])('stands %s', (_how, news, inSight) => {
    expect(standsInSight(news)).toBe(inSight);
  });
});
