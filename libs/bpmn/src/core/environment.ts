import type { CompiledDefinitions } from '../model/compiled-process.js';
import type { Instant } from '../model/value.js';

/**
 * Working-time calendars as the core needs them. The calendar library implements this; the core never reads a
 * calendar table itself.
 */
export interface WorkingCalendars {
  has(calendarId: string): boolean;
  /** The instant at which a duration that starts at `from` runs out; throws when the duration does not suit the calendar. */
  addDuration(calendarId: string, from: Instant, duration: string): Instant;
  /** `dueAt` moved on by the working time between `pausedFrom` and `pausedTo`, in the duration's own unit. */
  addPause(calendarId: string, dueAt: Instant, duration: string, pausedFrom: Instant, pausedTo: Instant): Instant;
}

/** Everything outside state and command that a step may use. Time, ids and calendars come in here and nowhere else. */
export interface Environment {
  readonly now: Instant;
  /** A new, globally unique id, for called instances. */
  readonly newId: () => string;
  readonly calendars: WorkingCalendars;
  /** Decisions of the deployment. */
  readonly decisions: CompiledDefinitions['decisions'];
  /** IANA zone for dates that name none; default UTC. */
  readonly timeZone?: string;
  /** Operations that one step may take before it becomes an incident; default 100,000. */
  readonly workBudget?: number;
}
