import type { CategoryAdvice, SimilarCase } from './similar.js';

/** A similar case with what it says of the category. `topCode` is the first level of its topic. */
export interface Neighbour extends SimilarCase {
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly topCode: string;
  readonly score: number;
  readonly readable: boolean;
}

const mostAdvice = 3;
const mostReasons = 3;

/**
 * Categories that the nearest earlier cases speak for, best first: each case votes for the first level of its topic, and
 * within a topic for its own category; one that is twice as like counts four times. At most three.
 */
export function adviceOf(neighbours: readonly Neighbour[]): CategoryAdvice[] {
  const total = votesOf(neighbours);
  const topics = groupBy(neighbours, ({ topCode }) => topCode);
  return topics.slice(0, mostAdvice).flatMap((topic) => {
    const [best] = groupBy(topic, ({ categoryCode }) => categoryCode);
    const [first] = best ?? [];
    if (!first) return [];
    const because = topic.filter(({ readable }) => readable).slice(0, mostReasons);
    return [
      {
        code: first.categoryCode,
        name: first.categoryName,
        share: Math.round((votesOf(topic) / total) * 100) / 100,
        because: because.map(({ id, code, title }) => ({ id, code, title })),
      },
    ];
  });
}

/** Groups in the order of their weight, the heaviest first. */
function groupBy(neighbours: readonly Neighbour[], keyOf: (neighbour: Neighbour) => string): Neighbour[][] {
  const groups = new Map<string, Neighbour[]>();
  for (const neighbour of neighbours)
    groups.set(keyOf(neighbour), [...(groups.get(keyOf(neighbour)) ?? []), neighbour]);
  return [...groups.values()].sort((a, b) => votesOf(b) - votesOf(a));
}

function votesOf(neighbours: readonly Neighbour[]): number {
  return neighbours.reduce((sum, { score }) => sum + score ** 2, 0);
}
