import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CalendarChanges, EngineCalendars, type KnownChange } from '@lianban/engine';
import { Database, LOGGER, throughPages, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { changedContactTerms, keepContactTerm, takeContactTerm, type OldContactTerm } from './contact-term.sql.js';

const atOnce = 100;

/**
 * Lets the terms of first contacts follow a changed calendar, as the engine does with the terms of tasks: counted anew
 * from where they began, none into the past, each change told in the history.
 */
@Injectable()
export class ContactTerms {
  readonly #database: Database;
  readonly #acts: ActRunner;
  readonly #changes: CalendarChanges;
  readonly #calendars: EngineCalendars;
  readonly #log: Logger;

  constructor(
    database: Database,
    acts: ActRunner,
    changes: CalendarChanges,
    calendars: EngineCalendars,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#acts = acts;
    this.#changes = changes;
    this.#calendars = calendars;
    this.#log = log;
  }

  /** Each once for a change; safe at any moment and in any number of processes. Gives how many terms were moved. */
  async followCalendars(): Promise<number> {
    let moved = 0;
    for (const change of await this.#changes.known()) moved += await this.#follow(change);
    return moved;
  }

  async #follow(change: KnownChange): Promise<number> {
    const now = this.#acts.now();
    return await throughPages<OldContactTerm>({
      find: (after) => changedContactTerms(this.#database, change, { now, after, limit: atOnce }),
      act: ({ id }) => this.#database.transaction((tx) => this.#recount(tx, id, change)),
      failed: (err, { id }) =>
        this.#log.warn({ err, caseId: id }, 'the term of a first contact cannot be counted anew; tried again later'),
    });
  }

  async #recount(tx: Transaction, id: string, change: KnownChange): Promise<number> {
    const now = this.#acts.now();
    const term = await takeContactTerm(tx, id, { change, now });
    if (!term) return 0;
    const { dueAt: before, calendarId, duration, since, unit } = term;
    const counted = new Date(this.#calendars.current.addDuration(calendarId, since.toISOString(), duration));
    const dueAt = counted > now ? counted : before;
    await keepContactTerm(tx, id, { dueAt, now });
    if (dueAt.getTime() === before.getTime()) return 0;
    const detail = { dueAtBefore: before, dueAt, reason: change.note };
    await this.#acts.tell(tx, id, {
      at: now,
      kind: 'term-changed',
      title: '首次联系时限变更',
      actor: null,
      unit,
      detail,
    });
    return 1;
  }
}
