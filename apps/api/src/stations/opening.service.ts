import { Inject, Injectable } from '@nestjs/common';
import { localMinute } from '@lianban/casework';
import { EngineCalendars } from '@lianban/engine';
import {
  isOpen,
  nextOpening,
  partsOf,
  type NextOpening,
  type OpeningHours,
  type OpenPart,
} from '@lianban/organisation';
import { CLOCK, type Clock } from '@lianban/platform';

const dayMs = 86_400_000;
/** How far the next opening is looked for: over the longest holiday. Days. */
const ahead = 15;

/** Whether a unit is open now, and how its hours fall today. */
export interface Opening {
  readonly now: boolean;
  readonly today: {
    readonly day: string;
    readonly working: boolean;
    /** Of the holiday, or of the decision that makes the day a working day. */
    readonly name: string | null;
    readonly parts: readonly OpenPart[];
  };
  /** The next beginning; null where there is none in sight. */
  readonly next: NextOpening | null;
}

/** Tells opening hours by the calendar that they name, with its holidays and make-up days. */
@Injectable()
export class OpeningTimes {
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(calendars: EngineCalendars, @Inject(CLOCK) clock: Clock) {
    this.#calendars = calendars;
    this.#clock = clock;
  }

  of(hours: OpeningHours): Opening {
    const calendar = this.#calendars.working(hours.calendar);
    const [day = '', time = ''] = localMinute(this.#clock.now(), this.#calendars.timeZone).split(' ');
    const today = calendar.day(day);
    const days = Array.from({ length: ahead }, (_, index) => {
      const each = new Date(Date.parse(day) + index * dayMs).toISOString().slice(0, 10);
      return { day: each, working: calendar.day(each).working };
    });
    return {
      now: isOpen(hours, { working: today.working, time }),
      today: { day, working: today.working, name: today.name ?? null, parts: partsOf(hours, today.working) },
      next: nextOpening(hours, days, time) ?? null,
    };
  }
}
