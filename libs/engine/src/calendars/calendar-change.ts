/** A day as an administrator decides it; `working` null: as the statutory calendar says. */
export interface DayDecision {
  readonly date: string;
  readonly working: boolean | null;
  readonly name: string;
}

/** What a change of a calendar means for the terms that run. */
export interface CalendarPreview {
  readonly instances: number;
  /** Timers by the calendar. */
  readonly terms: number;
  readonly later: number;
  readonly earlier: number;
  /** Would be over already, and stay as they are. */
  readonly kept: number;
}

/** A decision about days of a calendar, with how far the running terms follow it. */
export interface CalendarChange {
  readonly id: string;
  readonly calendarId: string;
  readonly at: Date;
  readonly by: string;
  readonly note: string;
  readonly days: readonly DayDecision[];
  /** Of the instances that follow; zero until they begin to. */
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly finishedAt: Date | null;
}

/** The latest change of a calendar of which every process knows. */
export interface KnownChange {
  readonly calendarId: string;
  /** By then the last process knew; what was counted before may have been counted by the calendar as it was. */
  readonly knownAt: Date;
  readonly note: string;
}
