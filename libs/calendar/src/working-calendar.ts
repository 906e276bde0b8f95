import { CalendarError } from './calendar.errors.js';
import type { CalendarDefinition } from './calendar-definition.js';
import { checkDefinition } from './calendar-definition.rules.js';
import { parseDate } from './civil-day.js';
import { continuousRules } from './continuous.rules.js';
import { officeTimeBetween, type Counted } from './counting.rules.js';
import { createDayKinds, type DayKind } from './day-kind.js';
import { formatInstant, parseInstant, type Instant } from './instant.js';
import { naturalDaysRules } from './natural-days.rules.js';
import { createOfficeTime, type OfficeTime } from './office-time.js';
import type { Remaining } from './remaining.js';
import { remainingTime } from './remaining.rules.js';
import type { Term } from './term.js';
import { parseTermLength, type TermLength } from './term-length.js';
import type { TermRules } from './term-rules.js';
import { workingRules } from './working.rules.js';
import { createZoneTime } from './zone-time.js';

/** Counts terms by one calendar. Pure: the same question always has the same answer. */
export interface WorkingCalendar {
  readonly id: string;
  readonly definition: CalendarDefinition;
  /** What a local `YYYY-MM-DD` is; throws `date-invalid`. */
  day(date: string): DayKind;
  /** Throws `duration-invalid` where this calendar cannot count such a duration, before any term starts. */
  checkDuration(duration: string): void;
  /** Where a term that starts at `from` ends; throws `duration-invalid`, `instant-invalid`. */
  addDuration(from: Instant, duration: string): Term;
  /**
   * The end of a term of that duration after a pause: moved by the units that really passed in the pause (for days:
   * those that closed after `pausedFrom` and not after `pausedTo`). `provisional` speaks of the moved days only.
   */
  addPause(dueAt: Instant, duration: string, pausedFrom: Instant, pausedTo: Instant): Term;
  /** Milliseconds between two instants in which this calendar counts: office time, or the wall clock where it never rests. */
  worked(from: Instant, to: Instant): number;
  /** What is left at `now`; see `remainingText` for the words. */
  remaining(now: Instant, dueAt: Instant): Remaining;
}

/** A calendar from its definition; throws `calendar-invalid` where the definition cannot be counted with. */
export function createWorkingCalendar(definition: CalendarDefinition): WorkingCalendar {
  checkDefinition(definition);
  const zone = createZoneTime(definition.timeZone);
  const office = createOfficeTime(zone, createDayKinds(definition), definition.hours);
  const rules = rulesOf(definition, office);
  const lengths = new Map<string, TermLength>();

  return {
    id: definition.id,
    definition,
    day(date) {
      const day = parseDate(date);
      if (day === undefined)
        throw new CalendarError('date-invalid', `date "${date}" does not exist: expected YYYY-MM-DD`);
      const kind = office.kind(day);
      return definition.kind === 'continuous' ? { ...kind, working: true } : kind;
    },
    checkDuration: (duration) => void lengthOf(duration),
    addDuration: (from, duration) => toTerm(rules.add(parseInstant(from), lengthOf(duration))),
    addPause(dueAt, duration, pausedFrom, pausedTo) {
      const pause = { from: parseInstant(pausedFrom), to: parseInstant(pausedTo) };
      if (pause.to < pause.from) {
        throw new CalendarError('pause-invalid', `pause ends at ${pausedTo}, before it began at ${pausedFrom}`);
      }
      return toTerm(rules.pause(parseInstant(dueAt), lengthOf(duration), pause));
    },
    worked(from, to) {
      const [begun, ended] = [parseInstant(from), parseInstant(to)];
      return definition.kind === 'working' ? officeTimeBetween(office, begun, ended).at : Math.max(0, ended - begun);
    },
    remaining: (now, dueAt) =>
      remainingTime(definition.kind, office, { now: parseInstant(now), dueAt: parseInstant(dueAt) }),
  };

  function lengthOf(duration: string): TermLength {
    const known = lengths.get(duration);
    if (known) return known;
    const length = parseTermLength(definition, duration);
    // Durations can come from expressions, so the memory for them is bounded.
    if (lengths.size < 1000) lengths.set(duration, length);
    return length;
  }
}

function rulesOf(definition: CalendarDefinition, office: OfficeTime): TermRules {
  switch (definition.kind) {
    case 'working':
      return workingRules(office);
    case 'natural-days':
      return naturalDaysRules(office);
    case 'continuous':
      return continuousRules(definition.timeZone);
  }
}

function toTerm({ at, provisional }: Counted<number>): Term {
  return { dueAt: formatInstant(at), provisional };
}
