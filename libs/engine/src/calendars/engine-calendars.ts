import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  createCalendars,
  defaultCalendars,
  type CalendarDefinition,
  type Calendars,
  type DayOverride,
} from '@lianban/calendar';
import { CONFIG, Database, type Config, type Transaction } from '@lianban/platform';

/**
 * The working-time calendars of the installation: the default ones in its time zone, with the days that an
 * administrator decided otherwise (table `engine.calendar_override`).
 */
@Injectable()
export class EngineCalendars implements OnModuleInit {
  #current: Calendars;

  constructor(
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'timeZone'>,
  ) {
    this.#current = createCalendars(defaultCalendars(config.timeZone));
  }

  /** The calendars as last loaded. */
  get current(): Calendars {
    return this.#current;
  }

  /** IANA name of the installation's zone, for dates that name none. */
  get timeZone(): string {
    return this.config.timeZone;
  }

  async onModuleInit(): Promise<void> {
    await this.reload();
  }

  /** Reads the overrides again; call it after one was changed here or may have been changed elsewhere. */
  async reload(): Promise<void> {
    const rows = await this.database.query<OverrideRow>({
      text: `SELECT calendar_id, to_char(date, 'YYYY-MM-DD') AS date, working, name FROM engine.calendar_override ORDER BY 1, 2`,
    });
    this.#current = createCalendars(withOverrides(defaultCalendars(this.config.timeZone), rows));
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
