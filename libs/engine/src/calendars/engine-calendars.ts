import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import {
  createCalendars,
  defaultCalendars,
  type CalendarDefinition,
  type Calendars,
  type DayOverride,
  workingDays,
  type WorkingCalendar,
} from '@lianban/calendar';
import { CONFIG, Database, LOGGER, type Config, type Transaction } from '@lianban/platform';
import type { DayDecision } from './calendar-change.js';

/**
 * The working-time calendars of the installation: the default ones in its time zone, with the days that an
 * administrator decided otherwise (table `engine.calendar_override`).
 */
@Injectable()
export class EngineCalendars implements OnModuleInit, OnModuleDestroy {
  /** How often decisions of other processes are looked for, in milliseconds. */
  static readonly reloadMs = 60_000;
  #current: Calendars;
  #timer: NodeJS.Timeout | undefined;
  #rows: readonly OverrideRow[] = [];

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'timeZone'>,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.#current = createCalendars(defaultCalendars(config.timeZone));
  }

  /** The calendars as last loaded. */
  get current(): Calendars {
    return this.#current;
  }

  /** The calendar with this id; that of working days where there is none, or none is named. */
  working(id?: string | null): WorkingCalendar {
    return this.#current.get(id && this.#current.has(id) ? id : workingDays);
  }

  /** IANA name of the installation's zone, for dates that name none. */
  get timeZone(): string {
    return this.config.timeZone;
  }

  async onModuleInit(): Promise<void> {
    await this.reload();
    this.#timer = setInterval(() => {
      this.reload().catch((error: unknown) => {
        this.log.warn({ err: error }, 'reading the calendars failed; the next minute tries again');
      });
    }, EngineCalendars.reloadMs);
    this.#timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** Reads the overrides again; call it after one was changed here or may have been changed elsewhere. */
  async reload(): Promise<void> {
    this.#rows = await this.database.query<OverrideRow>({
      text: `SELECT calendar_id, to_char(date, 'YYYY-MM-DD') AS date, working, name FROM engine.calendar_override ORDER BY 1, 2`,
    });
    this.#current = createCalendars(withOverrides(defaultCalendars(this.config.timeZone), this.#rows));
  }

  /** The calendars as further decisions would make them. @throws CalendarError `calendar-unknown` */
  definitionsWith(calendarId: string, days: readonly DayDecision[]): CalendarDefinition[] {
    this.#current.get(calendarId);
    const decided = new Set(days.map(({ date }) => date));
    const rest = this.#rows.filter((row) => row.calendar_id !== calendarId || !decided.has(row.date));
    const added = days.flatMap(({ date, working, name }) =>
      working === null ? [] : [{ calendar_id: calendarId, date, working, name }],
    );
    return withOverrides(defaultCalendars(this.config.timeZone), [...rest, ...added]);
  }

  /** Takes a decision back: the statutory calendar counts again. */
  async forget(tx: Transaction, calendarId: string, date: string): Promise<void> {
    await tx.query({
      text: 'DELETE FROM engine.calendar_override WHERE calendar_id = $1 AND date = $2',
      values: [calendarId, date],
    });
    tx.afterCommit(() => this.reload());
  }

  /** Decides a day against the statutory calendar. It counts for terms that start after the next {@link reload}. */
  async override(tx: Transaction, calendarId: string, day: DayOverride): Promise<void> {
    this.#current.get(calendarId); // throws for an unknown calendar
    await tx.query({
      text: `INSERT INTO engine.calendar_override (calendar_id, date, working, name) VALUES ($1, $2, $3, $4)
        ON CONFLICT (calendar_id, date) DO UPDATE SET working = excluded.working, name = excluded.name`,
      values: [calendarId, day.date, day.working, day.name],
    });
    tx.afterCommit(() => this.reload());
  }
}

interface OverrideRow {
  readonly calendar_id: string;
  readonly date: string;
  readonly working: boolean;
  readonly name: string;
}

function withOverrides(definitions: readonly CalendarDefinition[], rows: readonly OverrideRow[]): CalendarDefinition[] {
  return definitions.map((definition) => ({
    ...definition,
    overrides: rows
      .filter(({ calendar_id }) => calendar_id === definition.id)
      .map(({ date, working, name }) => ({ date, working, name })),
  }));
}
