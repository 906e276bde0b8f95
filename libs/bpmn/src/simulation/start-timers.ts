import type { TimedStart } from '../core/start-triggers.js';
import { nextRound, type TimeSource } from '../core/timers.js';
import type { Instant } from '../model/value.js';

/** A timer start event that is still to fire. */
export interface StartTimer extends TimedStart {
  readonly processId: string;
}

/** The timer start events of a simulated world; they run from its beginning, as if deployed then. */
export class StartTimers {
  constructor(private timers: readonly StartTimer[]) {}

  /** The one that is due first, not later than `until`. */
  next(until: Instant): StartTimer | undefined {
    const due = this.timers.filter(({ timer }) => timer.dueAt <= until);
    return due.sort((a, b) => a.timer.dueAt.localeCompare(b.timer.dueAt))[0];
  }

  /** It has fired: a cycle goes on with its next round. */
  fire(fired: StartTimer, env: TimeSource): void {
    const others = this.timers.filter((other) => other !== fired);
    const next = nextRound(env, fired.timer);
    this.timers = next ? [...others, { ...fired, timer: { ...fired.timer, ...next.timer } }] : others;
  }
}
