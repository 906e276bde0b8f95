import { describe, expect, it } from '@jest/globals';
import { throughPages } from './through-pages.js';

describe('work that goes through pages', () => {
  it('does every row once, past a whole page that fails, and adds up what was done', async () => {
    const failed: unknown[] = [];
    const done = await throughPages({
      find: (after: number | undefined) =>
        Promise.resolve([1, 2, 3, 4, 5].filter((row) => row > (after ?? 0)).slice(0, 2)),
      act: (row) => (row <= 2 ? Promise.reject(new Error(`${row} is stuck`)) : Promise.resolve(row)),
      failed: (error, row) => void failed.push([String(error), row]),
    });

    expect(done).toBe(3 + 4 + 5);
    expect(failed).toEqual([
      ['Error: 1 is stuck', 1],
      ['Error: 2 is stuck', 2],
    ]);
  });
});
