import type { WorkingCalendars } from '../core/environment.js';
import type { CompiledDefinitions } from '../model/compiled-process.js';
import { triggersOf, type TimerDefinition } from '../model/trigger.js';
import type { Instant } from '../model/value.js';
import { evaluate } from '../expression/evaluate.js';
import { addDuration, parseInstant, parseRepetition } from '../time/iso-8601.js';

/** A timer start event that is still to fire. */
export interface StartTimer {
  readonly processId: string;
  readonly elementId: string;
  readonly dueAt: Instant;
  /** Set for a cycle. */
  readonly period?: string;
  /** Firings after this one; null without end. */
  readonly repeat: number | null;
}

interface Setting {
  readonly definitions: CompiledDefinitions;
  readonly calendars: WorkingCalendars;
  readonly now: Instant;
  readonly timeZone?: string;
}

/** The timer start events of a simulated world; they run from its beginning, as if deployed then. */
export class StartTimers {
  private timers: StartTimer[];

  constructor(private readonly setting: Setting) {
    const { definitions } = setting;
    this.timers = [...definitions.processes.values()].flatMap((process) =>
      process.starts.flatMap(({ elementId, trigger }) =>
        triggersOf(trigger).flatMap((single) =>
          single.type === 'timer' ? this.plan(process.id, elementId, single.timer) : [],
        ),
      ),
    );
  }

  next(until: Instant): StartTimer | undefined {
    return this.timers.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  }

  fire(timer: StartTimer): void {
    this.timers = this.timers.filter((other) => other !== timer);
    if (timer.period === undefined || timer.repeat === 0) return;
    const repeat = timer.repeat === null ? null : timer.repeat - 1;
    this.timers.push({ ...timer, dueAt: addDuration(timer.dueAt, timer.period), repeat });
  }

  /** Nothing for a value that cannot be computed before an instance exists. */
  private plan(processId: string, elementId: string, timer: TimerDefinition): StartTimer[] {
    const { now, timeZone, calendars } = this.setting;
    const result = evaluate(timer.value, {}, now);
    if (!result.ok || typeof result.value !== 'string') return [];
    const at = { processId, elementId, repeat: 0 };
    switch (timer.kind) {
      case 'date': {
        const dueAt = parseInstant(result.value, timeZone);
        return dueAt ? [{ ...at, dueAt }] : [];
      }
      case 'duration': {
        const { calendar } = timer;
        const dueAt = calendar ? calendars.addDuration(calendar, now, result.value) : addDuration(now, result.value);
        return [{ ...at, dueAt }];
      }
      case 'cycle': {
        const cycle = parseRepetition(result.value, timeZone);
        if (!cycle) return [];
        const dueAt = cycle.start ?? addDuration(now, cycle.period);
        return [{ ...at, dueAt, period: cycle.period, repeat: cycle.times === null ? null : cycle.times - 1 }];
      }
    }
  }
}
