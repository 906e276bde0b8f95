import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@lianban/platform';
import { KeptCounts } from './kept-counts.js';

describe('a count', () => {
  it('is made once for all who ask at a time, and anew for who asks later', async () => {
    const { counts, asked } = world(0);

    expect(await Promise.all([counts('a'), counts('a'), counts('b')])).toEqual([1, 1, 2]);
    expect(await counts('a')).toBe(3);
    expect(asked()).toBe(3);
  });

  it('that takes long is kept for the rest of its minute', async () => {
    const { counts, clock } = world(1_500);

    expect([await counts('a'), await counts('a')]).toEqual([1, 1]);
    clock.advanceBy(60_000);
    expect(await counts('a')).toBe(2);
  });

  it('that failed is tried again', async () => {
    const { kept } = world(0);
    const fail = async () => await Promise.reject(new Error('too slow'));

    await expect(kept.of('a', fail)).rejects.toThrow('too slow');
    expect(await kept.of('a', async () => await Promise.resolve(1))).toBe(1);
  });

  it('waits while several are made', async () => {
    const { kept } = world(0);
    const begun: number[] = [];
    const ends: (() => void)[] = [];
    const all = [0, 1, 2, 3, 4].map((each) =>
      kept.of(String(each), async () => {
        begun.push(each);
        await new Promise<void>((resolve) => ends.push(resolve));
      }),
    );

    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2, 3]);
    ends[0]?.();
    await all[0];
    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2, 3, 4]);
    for (const end of ends) end();
    await Promise.all(all);
  });
});

/** Counts up, and lets so much time pass with every count. */
function world(milliseconds: number) {
  const clock = new ManualClock(new Date('2026-03-02T09:00:00.000Z'));
  const kept = new KeptCounts(clock);
  let asked = 0;
  const counts = async (key: string) =>
    await kept.of(key, async () => {
      asked += 1;
      const nth = asked;
      await Promise.resolve();
      clock.advanceBy(milliseconds);
      return nth;
    });
  return { clock, kept, counts, asked: () => asked };
}
