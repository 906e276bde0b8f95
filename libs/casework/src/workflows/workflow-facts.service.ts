import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, instantMark, pageOf, type Clock, type Page } from '@lianban/platform';
import { StatisticsSettingsService } from '../settings/statistics-settings.service.js';
import { officeTimeOf } from '../statistics/office-time.rules.js';
import type { ElementTimes } from './element-times.js';
import { measureElements } from './element-times.sql.js';
import type { PastCase, PastCasesQuery } from './past-case.js';
import { findPastCases } from './past-cases.sql.js';

/** Steps that one answer measures at most: what bounds it, whatever the period. */
const most = 50_000;
/** How long before the period a step that ended in it may have begun, in days: working time is known from there. */
const before = 400;
const dayMs = 86_400_000;

/** Tells who designs workflows how their cases lived them, and nothing that tells of whom they were. */
@Injectable()
export class WorkflowFacts {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #calendars: EngineCalendars;
  readonly #settings: StatisticsSettingsService;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    calendars: EngineCalendars,
    settings: StatisticsSettingsService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#calendars = calendars;
    this.#settings = settings;
    this.#clock = clock;
  }

  /**
   * Cases of a workflow, whichever version they went by, that units within the scope received; the newest first.
   *
   * @throws permission-missing, cursor-invalid
   */
  async pastCases(principal: Principal, processKey: string, query: PastCasesQuery): Promise<Page<PastCase>> {
    this.#access.require(principal, 'workflow.deploy');
    const { from, until, limit } = query;
    const rows = await findPastCases(this.#database, {
      ...{ processKey, from, until, mark: instantMark(query.after), limit: limit + 1 },
      paths: this.#access.unitScope(principal, 'workflow.deploy').paths,
    });
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at, id]);
    return { items: items.map(({ fact }) => fact), next };
  }

  /**
   * How long cases stayed at the elements of a version, of the steps that ended since an instant, by the calendar of the
   * statistics. Pauses are not taken out.
   */
  async times(processKey: string, version: number, since: string): Promise<ElementTimes> {
    const now = this.#clock.now();
    const calendar = this.#calendars.working((await this.#settings.current()).calendar);
    const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    const office = officeTimeOf(calendar, day(Date.parse(since) - before * dayMs), day(now.getTime() + dayMs));
    const asked = { processKey, version, since, timeZone: this.#calendars.timeZone, most };
    const items = await measureElements(this.#database, asked, office);
    const seen = items.reduce((sum, { count }) => sum + count, 0);
    return { calendar: office.calendar, items, cut: seen >= most };
  }
}
