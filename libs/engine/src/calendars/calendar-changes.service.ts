import { Inject, Injectable } from '@nestjs/common';
import { createCalendars, type Calendars } from '@lianban/calendar';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lianban/platform';
import { BatchService } from '../batches/batch.service.js';
import type { Actor, PersonalActor } from '../commands/actor.js';
import type { CalendarChange, CalendarPreview, DayDecision, KnownChange } from './calendar-change.js';
import { EngineCalendars } from './engine-calendars.js';
import { recountTimers } from './recount.rules.js';
import { TimerHistoryStore } from './timer-history.store.js';

/** Instances that are read at once. */
const chunk = 500;
/** Other processes know of a change by then; before it, terms may still begin by the old calendar. Milliseconds. */
const settled = 2 * EngineCalendars.reloadMs;

/**
 * Changes of working calendars: a local day off, the notice for the next year before the holiday data know it. Terms
 * that run are counted anew, each as if the calendar had always been so; none is moved into the past.
 */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly database: Database,
    private readonly calendars: EngineCalendars,
    private readonly histories: TimerHistoryStore,
    private readonly batches: BatchService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the decisions would mean now. @throws CalendarError `calendar-unknown`, `calendar-invalid` */
  async preview(calendarId: string, days: readonly DayDecision[]): Promise<CalendarPreview> {
    const after = await this.#decided(calendarId, days);
    const sums = { instances: 0, terms: 0, later: 0, earlier: 0, kept: 0 };
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await this.histories.waitingBy(this.database, calendarId, { after: last, limit: chunk });
      const histories = await this.histories.of(
        this.database,
        page.map(({ id }) => id),
      );
      for (const { id, state } of page) {
        const about = { state, history: histories.get(id) ?? [], now: this.clock.now() };
        const moved = recountTimers(after, calendarId, about);
        sums.instances += 1;
        sums.terms += Object.values(state.timers).filter(({ calendar }) => calendar === calendarId).length;
        sums.kept += moved.filter(({ kept }) => kept).length;
        sums.later += moved.filter((each) => !each.kept && each.after > each.before).length;
        sums.earlier += moved.filter((each) => !each.kept && each.after < each.before).length;
      }
      if (page.length < chunk) return sums;
      last = page.at(-1)?.id ?? last;
    }
  }

  /**
   * Decides days. They count for new terms at once, in other processes within a minute; then a worker counts the running
   * ones anew. Without days only that is done: after the product was updated with newer holiday data.
   *
   * @throws CalendarError `calendar-unknown`, `calendar-invalid`
   */
  async apply(
    tx: Transaction,
    change: { readonly calendarId: string; readonly days: readonly DayDecision[]; readonly note: string },
    actor: PersonalActor,
  ): Promise<CalendarChange> {
    const { calendarId, days, note } = change;
    await this.#decided(calendarId, days);
    for (const { date, working, name } of days)
      if (working === null) await this.calendars.forget(tx, calendarId, date);
      else await this.calendars.override(tx, calendarId, { date, working, name });
    const [id, at] = [newId(), this.clock.now()];
    await tx.query({
      text: `INSERT INTO engine.calendar_change (id, calendar_id, at, actor, note, days) VALUES ($1, $2, $3, $4, $5, $6)`,
      values: [id, calendarId, at, JSON.stringify(actor), note, JSON.stringify(days)],
    });
    const counts = { total: 0, done: 0, refused: 0, finishedAt: null };
    return { id, calendarId, at, by: actor.name ?? '', note, days, ...counts };
  }

  /** The newest changes, 50 at most. */
  async list(): Promise<CalendarChange[]> {
    const rows = await this.database.query<ChangeRow>({
      text: `SELECT change.id, calendar_id AS "calendarId", at, change.actor, note, days, batch_id AS "batchId"
        FROM engine.calendar_change change ORDER BY at DESC, change.id LIMIT 50`,
    });
    const batches = await this.batches.some(
      this.database,
      rows.flatMap(({ batchId }) => batchId ?? []),
    );
    return rows.map(({ actor, batchId, ...row }) => {
      const batch = batches.find(({ id }) => id === batchId);
      const { total = 0, done = 0, refused = 0, finishedAt = null } = batch ?? {};
      return { ...row, by: actor === 'system' ? '' : (actor.name ?? ''), total, done, refused, finishedAt };
    });
  }

  /** Lets running terms follow the changes that every process knows of by now. Answers with how many changes. */
  async followUp(): Promise<number> {
    return await this.database.transaction(async (tx) => {
      const due = await tx.query<ChangeRow>({
        text: `SELECT id, calendar_id AS "calendarId", actor, note FROM engine.calendar_change
          WHERE batch_id IS NULL AND at <= $1 ORDER BY at LIMIT 10 FOR UPDATE SKIP LOCKED`,
        values: [new Date(this.clock.now().getTime() - settled)],
      });
      for (const { id, calendarId, actor, note } of due) {
        const operation = { type: 'recount-timers', calendar: calendarId, reason: note } as const;
        const batch = await this.batches.create(tx, { operation, filter: { calendar: calendarId }, actor });
        await tx.query({
          text: 'UPDATE engine.calendar_change SET batch_id = $2 WHERE id = $1',
          values: [id, batch.id],
        });
      }
      return due.length;
    });
  }

  /** What every process knows of by now, for those who keep terms of their own; one for each calendar that was changed. */
  async known(): Promise<KnownChange[]> {
    return await this.database.query<KnownChange>({
      text: `SELECT DISTINCT ON (calendar_id) calendar_id AS "calendarId", note,
          at + make_interval(secs => $2::float8 / 1000) AS "knownAt"
        FROM engine.calendar_change WHERE at <= $1 ORDER BY calendar_id, at DESC, id DESC`,
      values: [new Date(this.clock.now().getTime() - settled), settled],
    });
  }

  /** The calendars as they would be. */
  async #decided(calendarId: string, days: readonly DayDecision[]): Promise<Calendars> {
    await this.calendars.reload();
    return createCalendars(this.calendars.definitionsWith(calendarId, days));
  }
}

interface ChangeRow extends Pick<CalendarChange, 'id' | 'calendarId' | 'at' | 'note' | 'days'> {
  readonly actor: Actor;
  readonly batchId: string | null;
}
