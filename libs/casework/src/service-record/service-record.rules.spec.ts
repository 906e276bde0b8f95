import { describe, expect, it } from '@jest/globals';
import type { ClosingNeed } from './service-record.js';
import { closingGaps, isContactLate, triesThatCount } from './service-record.rules.js';

describe('closing', () => {
  const nothing = { needs: [] as ClosingNeed[], contacted: false, evidenced: false, papersHeld: false };
  const all: ClosingNeed[] = ['reply', 'contact', 'evidence'];

  it.each([
    ['nothing that is not asked for', nothing, undefined, []],
    ['all that is asked for', { ...nothing, needs: all }, undefined, ['reply', 'contact', 'evidence']],
    ['no reply that is there', { ...nothing, needs: all, contacted: true }, '已修复', ['evidence']],
    ['nothing when all is there', { ...nothing, needs: all, contacted: true, evidenced: true }, '已修复', []],
    ['originals that are still here', { ...nothing, papersHeld: true }, '已修复', ['papers']],
  ])('misses %s', (_what, facts, reply, gaps) => {
    expect(closingGaps(facts, reply)).toEqual(gaps);
  });
});

describe('tries to reach somebody', () => {
  it('count once an hour', () => {
    const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`);

    expect(triesThatCount([])).toBe(0);
    expect(triesThatCount([at('09:00'), at('09:40'), at('09:59')])).toBe(1);
    expect(triesThatCount([at('09:59'), at('10:01'), at('15:00')])).toBe(3);
  });
});

describe('the first contact', () => {
  it('is late when its term is over without it, or it came after', () => {
    const due = new Date('2026-03-03T17:30:00+08:00');
    const before = new Date('2026-03-03T17:30:00+08:00');
    const after = new Date('2026-03-03T17:30:01+08:00');

    expect(isContactLate(due, null, before)).toBe(false);
    expect(isContactLate(due, null, after)).toBe(true);
    expect(isContactLate(due, before, after)).toBe(false);
    expect(isContactLate(due, after, after)).toBe(true);
  });
});
