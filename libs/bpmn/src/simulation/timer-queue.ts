import type { TimerState } from '../core/state.js';
import type { SimulatedInstance } from './world.js';

/** The running timer that is due first; of those due at the same instant the one set first. */
export function earliestTimer(
  instances: Iterable<SimulatedInstance>,
): { readonly instance: SimulatedInstance; readonly timer: TimerState } | undefined {
  let first: { instance: SimulatedInstance; timer: TimerState } | undefined;
  for (const instance of instances) {
    if (instance.state.status !== 'active' || instance.state.suspendedAt !== undefined) continue;
    for (const timer of Object.values(instance.state.timers)) {
      if (timer.suspendedAt !== undefined) continue;
      if (!first || timer.dueAt < first.timer.dueAt) first = { instance, timer };
    }
  }
  return first;
}
