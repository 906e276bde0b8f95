import { describe, expect, it } from '@jest/globals';
import { beginnings, moved } from './agenda-order.js';

const lines = ['a', 'b', 'c'].map((id) => ({ id, minutes: 20 }));

describe('the order of an agenda', () => {
  it.each([
    ['c', 0, 'cab'],
    ['a', 2, 'bca'],
    ['b', 1, 'abc'],
    ['a', -1, 'abc'],
    ['c', 3, 'abc'],
    ['x', 0, 'abc'],
  ])('moves %s to place %d', (id, to, order) => {
    const after = moved(lines, id, to);
    expect(after.map((line) => line.id).join('')).toBe(order);
  });

  it('tells when each topic begins, once the meeting has a time', () => {
    expect(beginnings(lines, '2026-03-05T15:00:00+08:00')).toEqual(['15:00', '15:20', '15:40']);
    expect(beginnings(lines, undefined)).toEqual([]);
  });
});
