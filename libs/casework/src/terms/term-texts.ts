import { Injectable } from '@nestjs/common';
import { remainingText } from '@lianban/calendar';
import { EngineCalendars } from '@lianban/engine';

/** A term without a working calendar is counted by the clock. */
const withoutCalendar = 'continuous';

/** Says how much of a term is left, in the words of the screen. */
@Injectable()
export class TermTexts {
  readonly #calendars: EngineCalendars;

  constructor(calendars: EngineCalendars) {
    this.#calendars = calendars;
  }

  /** `剩 2 个工作日`, `超期 3 小时`; null without a term. */
  remaining(term: { readonly dueAt: Date | null; readonly calendarId: string | null }, now: Date): string | null {
    if (!term.dueAt) return null;
    const { current } = this.#calendars;
    const id = term.calendarId !== null && current.has(term.calendarId) ? term.calendarId : withoutCalendar;
    return remainingText(current.get(id).remaining(now.toISOString(), term.dueAt.toISOString()));
  }
}
