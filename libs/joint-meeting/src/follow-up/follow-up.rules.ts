import type { DecidedRow, FollowingStep } from './follow-up.sql.js';
import type { FollowUpTask } from './follow-up.js';

/** Tasks of a decision, without the orders about them. */
export function tasksOf(steps: readonly FollowingStep[]): FollowingStep[] {
  return steps.filter(({ kind }) => kind !== 'supervision');
}

/** Whether nothing of a decision is left to do: no task is open, and one there was, or the case is over. */
export function isDone(
  { decision, caseState }: Pick<DecidedRow, 'decision' | 'caseState'>,
  steps: readonly FollowingStep[],
): boolean {
  const tasks = tasksOf(steps);
  if (tasks.some(({ state }) => state === 'open')) return false;
  return tasks.length > 0 || decision.outcome === 'resolved' || caseState !== 'open';
}

/** Whether the unit did not do its part in time. */
export function isOverdue({ state, light }: Pick<FollowingStep, 'state' | 'light'>): boolean {
  return state === 'lapsed' || (state === 'open' && light === 'red');
}

/** Whether a unit was ordered to answer, and whether it has still to. */
export function supervisionOf(unitId: string | null, steps: readonly FollowingStep[]): FollowUpTask['supervised'] {
  const orders = steps.filter(({ kind, orderedUnit }) => kind === 'supervision' && orderedUnit === unitId);
  if (orders.length === 0) return 'no';
  return orders.some(({ orderOpen }) => orderOpen) ? 'open' : 'ended';
}
