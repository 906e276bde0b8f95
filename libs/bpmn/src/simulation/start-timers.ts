import { nextRound, planTimer, type PlannedTimer } from '../core/timers.js';
import type { Environment } from '../core/environment.js';
import { evaluate } from '../expression/evaluate.js';
import type { CompiledDefinitions } from '../model/compiled-process.js';
import { triggersOf, type TimerDefinition } from '../model/trigger.js';
import type { Instant } from '../model/value.js';

/** A timer start event that is still to fire. */
export interface StartTimer extends PlannedTimer {
  readonly processId: string;
  readonly elementId: string;
}

type TimeSource = Pick<Environment, 'now' | 'timeZone' | 'calendars'>;

/** The timer start events of a simulated world; they run from its beginning, as if deployed then. */
export class StartTimers {
  private timers: StartTimer[];

  constructor({ processes }: CompiledDefinitions, env: TimeSource) {
    this.timers = [...processes.values()].flatMap((process) =>
      process.starts.flatMap(({ elementId, trigger }) =>
        triggersOf(trigger).flatMap((single) =>
          single.type === 'timer' ? plan(env, process.id, elementId, single.timer) : [],
        ),
      ),
    );
  }

  /** The one that is due first, not later than `until`. */
  next(until: Instant): StartTimer | undefined {
    return this.timers.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  }

  /** It has fired: a cycle goes on with its next round. */
  fire(timer: StartTimer, env: TimeSource): void {
    this.timers = this.timers.filter((other) => other !== timer);
    const next = nextRound(env, timer);
    if (next) this.timers.push({ ...timer, ...next.timer });
  }
}

/** Nothing for a value that cannot be computed before an instance exists. */
function plan(env: TimeSource, processId: string, elementId: string, timer: TimerDefinition): StartTimer[] {
  const { value } = { value: undefined, ...evaluate(timer.value, {}, env.now) };
  return typeof value === 'string' ? [{ processId, elementId, ...planTimer(env, timer, value) }] : [];
}
