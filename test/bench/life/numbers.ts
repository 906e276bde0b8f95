import fc from 'fast-check';

/** Random numbers of one life. The same seed gives the same numbers, whatever other lives do. */
export class Numbers {
  readonly #numbers: Iterator<number>;

  /** @param most how many there are before they run out */
  constructor(seed: number, most = 2_000) {
    this.#numbers = fc.sample(fc.nat(), { numRuns: most, seed })[Symbol.iterator]();
  }

  /** A whole number from 0, smaller than `limit`. */
  below(limit: number): number {
    const next = this.#numbers.next();
    if (next.done) throw new Error('expected more random numbers, but they have run out');
    return next.value % limit;
  }

  /** Whether something of this likelihood in percent happens. */
  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined) throw new Error('expected something to pick from, but the list is empty');
    return chosen;
  }

  /** One of several by weight; undefined where none has any. */
  weighed<T>(from: readonly T[], weightOf: (each: T) => number): T | undefined {
    const total = from.reduce((sum, each) => sum + weightOf(each), 0);
    if (total === 0) return undefined;
    let lot = this.below(total);
    return from.find((each) => (lot -= weightOf(each)) < 0);
  }
}
