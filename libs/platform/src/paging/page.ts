import { encodeCursor } from './cursor.js';

/** One page of a list. `next` is null on the last page. */
export interface Page<T> {
  readonly items: T[];
  readonly next: string | null;
}

/**
 * Makes a page out of a query that asked for one row more than `limit`.
 *
 * @param key the sort key of a row, in the order of the query's ORDER BY; it becomes the cursor
 */
export function pageOf<T>(rows: readonly T[], limit: number, key: (row: T) => readonly unknown[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null };
}
