import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../errors/domain-error.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { pageOf } from './page.js';
import { instantMark, textMark, uuidMark } from './page-mark.js';

describe('cursors', () => {
  it('come back as they went, dates as ISO strings', () => {
    const cursor = encodeCursor([new Date('2026-03-05T09:30:00Z'), 'id', 7, null]);

    expect(decodeCursor(cursor)).toEqual(['2026-03-05T09:30:00.000Z', 'id', 7, null]);
    expect(cursor).toMatch(/^[\w-]+$/);
  });

  it.each([[''], ['nonsense'], [encodeCursor([])], [Buffer.from('{}').toString('base64url')], ['A'.repeat(5_000)]])(
    'refuses %p',
    (cursor) => {
      expect(() => decodeCursor(cursor)).toThrow(DomainError);
      expect(() => decodeCursor(cursor)).toThrow(expect.objectContaining({ code: 'cursor-invalid', kind: 'invalid' }));
    },
  );
});

describe('page marks', () => {
  const id = '0198c5f0-0000-7000-8000-000000000001';

  it.each(['2026-03-05 09:30:00.123456+08', '2026-03-05T09:30:00.000Z', 'infinity'])('hold %s with an id', (at) => {
    expect(instantMark(encodeCursor([at, id]))).toEqual([at, id]);
  });

  it('of a list are refused by every other', () => {
    for (const at of ['2026-99-05 09:30:00+00', '2026-02-30 09:30:00+00', '2026-03-05', 7])
      expect(() => instantMark(encodeCursor([at, id]))).toThrow(DomainError);
    expect(() => uuidMark(encodeCursor([1]))).toThrow(DomainError);
    expect(() => textMark(encodeCursor([1]))).toThrow(DomainError);
  });
});

describe('pageOf', () => {
  const rows = [{ id: 1 }, { id: 2 }, { id: 3 }];

  it('drops the row too many and points to the last one kept', () => {
    expect(pageOf(rows, 2, ({ id }) => [id])).toEqual({ items: [{ id: 1 }, { id: 2 }], next: encodeCursor([2]) });
  });

  it('ends where there is no row too many', () => {
    expect(pageOf(rows, 3, ({ id }) => [id])).toEqual({ items: rows, next: null });
    expect(pageOf([], 3, () => [])).toEqual({ items: [], next: null });
  });
});
