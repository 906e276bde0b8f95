import type { FieldError } from '@lianban/platform';
import type { PledgeOutcome } from '../pledges/pledge.js';
import type { Vote } from './review.js';

type Counts = Pick<Vote, 'kept' | 'partly' | 'notKept'>;

/** What most delegates found; of two that are even, the worse. */
export function outcomeOf({ kept, partly, notKept }: Counts): PledgeOutcome {
  if (kept > Math.max(partly, notKept)) return 'kept';
  return partly > notKept ? 'partly' : 'not-kept';
}

/** How many scores were given, and their points together. */
export function scoresOf(grades: readonly number[]): { readonly points: number; readonly scores: number } {
  const scores = sum(grades);
  return { points: sum(grades.map((count, index) => count * (index + 1))), scores };
}

/** What is wrong with counts: every delegate votes and scores once at most, and somebody has to. */
export function voteProblems(lines: readonly Vote[], delegates: number): FieldError[] {
  return lines.flatMap(({ kept, partly, notKept, grades }, index) =>
    [
      { field: `lines.${index}.kept`, cast: kept + partly + notKept, what: '投票' },
      { field: `lines.${index}.grades`, cast: sum(grades), what: '打分' },
    ]
      .filter(({ cast }) => cast < 1 || cast > delegates)
      .map(({ field, cast, what }) => ({ field, message: `${what}人数为 ${cast}，应为 1 至 ${delegates}` })),
  );
}

/** Kept ones among those that were reviewed, in ten-thousandths; null where none was. */
export function shareOf({ kept, partly, notKept }: Counts): number | null {
  const reviewed = kept + partly + notKept;
  return reviewed === 0 ? null : Math.round((kept / reviewed) * 10_000) / 10_000;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}
