import { CalendarError } from './calendar.errors.js';
import type { CalendarDefinition } from './calendar-definition.js';
import type { Instant } from './instant.js';
import { createWorkingCalendar, type WorkingCalendar } from './working-calendar.js';

/** The calendars of an installation by id; has the shape of the workflow engine's calendar port. */
export interface Calendars {
  readonly ids: readonly string[];
  has(id: string): boolean;
  /** Throws `calendar-unknown` and names the calendars that exist. */
  get(id: string): WorkingCalendar;
  addDuration(id: string, from: Instant, duration: string): Instant;
  addPause(id: string, dueAt: Instant, duration: string, pausedFrom: Instant, pausedTo: Instant): Instant;
}

/** Calendars from their definitions; throws `calendar-invalid`, also for an id that is given twice. */
export function createCalendars(definitions: readonly CalendarDefinition[]): Calendars {
  const calendars = new Map<string, WorkingCalendar>();
  for (const definition of definitions) {
    if (calendars.has(definition.id)) {
      throw new CalendarError('calendar-invalid', `calendar "${definition.id}" is defined twice: keep one of them`);
    }
    calendars.set(definition.id, createWorkingCalendar(definition));
  }
  const ids = [...calendars.keys()];

  const get = (id: string): WorkingCalendar => {
    const calendar = calendars.get(id);
    if (calendar) return calendar;
    throw new CalendarError('calendar-unknown', `calendar "${id}" is unknown: expected one of ${ids.join(', ')}`);
  };
  return {
    ids,
    has: (id) => calendars.has(id),
    get,
    addDuration: (id, from, duration) => get(id).addDuration(from, duration).dueAt,
    addPause: (id, dueAt, duration, pausedFrom, pausedTo) =>
      get(id).addPause(dueAt, duration, pausedFrom, pausedTo).dueAt,
  };
}
