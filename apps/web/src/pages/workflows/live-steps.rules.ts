import type { LiveView } from '../../api/model.js';

/** What can be shown on the diagram. */
export type LiveMetric = 'waiting' | 'overdue' | 'median' | 'p90';

/** A step with where cases are now and how long they stayed. */
export interface LiveStep {
  readonly elementId: string;
  readonly waiting: number;
  readonly overdue: number;
  readonly incidents: number;
  readonly count: number;
  readonly lapsed: number;
  readonly median: number | null;
  readonly p90: number | null;
}

/** All steps of which something is known, those with the most cases first. */
export function liveStepsOf({ waiting, times }: LiveView): LiveStep[] {
  const now = new Map(waiting.map((each) => [each.elementId, each]));
  const past = new Map(times.items.map((each) => [each.elementId, each]));
  return [...new Set([...now.keys(), ...past.keys()])]
    .map((elementId) => ({
      ...{ elementId, waiting: 0, overdue: 0, incidents: 0, count: 0, lapsed: 0, median: null, p90: null },
      ...past.get(elementId),
      ...now.get(elementId),
    }))
    .sort((a, b) => b.waiting - a.waiting || b.count - a.count || (a.elementId < b.elementId ? -1 : 1));
}

/** The values of one metric by element. */
export function liveValuesOf(steps: readonly LiveStep[], metric: LiveMetric): ReadonlyMap<string, number> {
  return new Map(steps.map((step) => [step.elementId, step[metric] ?? 0]));
}
