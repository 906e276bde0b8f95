import { ManualClock } from '@lianban/platform';
import { openDistrict, type Deployment } from '../day/district.js';
import { LifeCount, sorted } from './life-count.js';
import { Lives, type LivedLetter, type LivedRow, type SeededLetter, type Violation } from './lives.js';
import { termsOf } from './terms.js';

/** Which letters are lived, and how. */
export interface LifeOptions {
  readonly letters: readonly LivedLetter[];
  /** The same number gives the same lives. */
  readonly seed: number;
  readonly workflows: readonly Deployment[];
}

/** What the lives came to. */
export interface LifeResult {
  readonly cases: number;
  readonly seed: number;
  /** How often each thing was done. */
  readonly acts: Readonly<Record<string, number>>;
  /** How often a rule forbade something, by its code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Tasks that were lost by lapse of their term. */
  readonly lapses: Readonly<Record<string, number>>;
  /** How the cases ended. */
  readonly ends: Readonly<Record<string, number>>;
  /** Acts on ended cases, each refused. */
  readonly refusedAtEnd: number;
  readonly checks: number;
  readonly seconds: number;
  readonly violations: readonly Violation[];
  readonly rows: readonly LivedRow[];
}

/** Districts at a time: while one waits for its database another goes on. */
const mostDistricts = 3;
/** Fewer are not worth the opening of another. */
const lettersOfOne = 200;

/** Lives every letter through the product's own services with random acts, and checks each case after every step. */
export async function liveLetters({ letters, seed, workflows }: LifeOptions): Promise<LifeResult> {
  const begun = performance.now();
  const count = new LifeCount();
  const seeded = letters.map((letter, n) => ({ letter, seed: seed * 1_000_003 + n }));
  const districts = Math.min(mostDistricts, Math.ceil(letters.length / lettersOfOne));
  const shares = Array.from({ length: districts }, (_, share) => seeded.filter((_, n) => n % districts === share));
  const lived = await Promise.all(shares.map((share) => liveShare(share, workflows, count)));
  return {
    cases: letters.length,
    seed,
    acts: sorted(count.acts),
    refused: sorted(count.refused),
    lapses: sorted(count.lapses),
    ends: sorted(count.ends),
    refusedAtEnd: count.late,
    checks: count.checks,
    seconds: Math.round((performance.now() - begun) / 1000),
    violations: lived.flatMap(({ violations }) => violations),
    rows: lived.flatMap(({ rows }) => rows),
  };
}

/** Lives letters in a district of their own, whose clock begins with the first of them. */
async function liveShare(
  letters: readonly SeededLetter[],
  workflows: readonly Deployment[],
  count: LifeCount,
): Promise<Lives> {
  const first = Math.min(...letters.map(({ letter }) => Date.parse(letter.filedAt)));
  const district = await openDistrict(new ManualClock(new Date(first)), workflows, { durable: false });
  try {
    const lives = new Lives(district, termsOf(workflows), count);
    await lives.live(letters);
    return lives;
  } finally {
    await district.engine.close();
  }
}
