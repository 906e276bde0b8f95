import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { EngineCalendars } from '@lianban/engine';
import { CLOCK, Database, LOGGER, throughPages, type Clock, type Transaction } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import type { DueRung, Rungs } from './ladder.js';
import { ladderFacts, type LadderCase } from './ladder-facts.sql.js';
import { ladderRungs } from './ladder-rung.sql.js';
import { ladderOf, type LadderCalendar } from './ladder.rules.js';
import { coverClimb, insertClimb, setLook, takeWatched, watchedCases, type WatchedCase } from './ladder-watch.sql.js';
import { RungActs } from './rung-acts.service.js';

const atOnce = 100;
const day = 24 * 3_600_000; // milliseconds

/**
 * Climbs the supervision ladder (催办, 督办, 通报, 约谈) for every case that is to be looked at. Each rung is kept before it
 * takes effect, in one transaction, so that it is climbed once however often and wherever this runs.
 */
@Injectable()
export class Ladder {
  readonly #database: Database;
  readonly #acts: RungActs;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(
    database: Database,
    acts: RungActs,
    calendars: EngineCalendars,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#acts = acts;
    this.#calendars = calendars;
    this.#clock = clock;
    this.#log = log;
  }

  /** Safe at any moment and in any number of processes. Gives how many rungs were climbed. */
  async climb(): Promise<number> {
    const now = this.#clock.now();
    return await throughPages<WatchedCase>({
      find: (after) => watchedCases(this.#database, now, { after, limit: atOnce }),
      act: ({ caseId }) =>
        this.#database.transaction(async (tx) =>
          (await takeWatched(tx, caseId, now)) ? await this.#climbAll(tx, caseId, now) : 0,
        ),
      failed: (err, { caseId }) =>
        this.#log.warn({ err, caseId }, 'the supervision ladder cannot be climbed for a case; tried again later'),
    });
  }

  /** Rung after rung, each by what the one before left. */
  async #climbAll(tx: Transaction, caseId: string, now: Date): Promise<number> {
    // Read while the case is held: who changes a rung later waits for it, and has it looked at again.
    const rungs: Rungs = new Map((await ladderRungs(tx)).map((rung) => [rung.code, rung]));
    const periodDays = rungs.get('talk-repeated')?.periodDays ?? 1;
    for (let climbed = 0; ; climbed += 1) {
      const facts = await ladderFacts(tx, caseId, { now, periodDays });
      if (!facts) return climbed;
      const { due, lookAt } = ladderOf(facts, rungs, this.#calendarAt(now));
      const [first] = due;
      if (!first) {
        await setLook(tx, caseId, { lookAt, open: facts.state === 'open' });
        return climbed;
      }
      await this.#take(tx, caseId, facts, { due: first, rungs, at: now });
    }
  }

  async #take(
    tx: Transaction,
    caseId: string,
    { code, title }: LadderCase,
    { due, rungs, at }: { readonly due: DueRung; readonly rungs: Rungs; readonly at: Date },
  ): Promise<void> {
    const { stage, unit, covered } = due;
    const rung = rungs.get(due.code);
    const kept = await insertClimb(tx, { caseId, code: due.code, stage, unitId: unit.id, at, covered });
    // Nobody else writes climbs of a case that is locked here; not to act twice matters more than to say so.
    if (!kept || !rung || covered) return;
    const climb = { caseId, file: { code, title }, rung, due };
    switch (due.act) {
      case 'remind':
        return await this.#acts.remind(tx, climb);
      case 'order':
        return await this.#acts.order(tx, climb);
      case 'bulletin':
        return await this.#acts.draftBulletin(tx, climb);
      case 'talk':
        // Another case of the unit was faster.
        if (!(await this.#acts.planTalk(tx, climb, 'repeated')))
          await coverClimb(tx, { caseId, code: due.code, stage });
    }
  }

  #calendarAt(now: Date): LadderCalendar {
    const { timeZone } = this.#calendars;
    const add = (id: string | null, from: Date, duration: string): Date =>
      new Date(this.#calendars.working(id).addDuration(from.toISOString(), duration).dueAt);
    return {
      now,
      today: localDay(now, timeZone),
      addDays: (id, from, days) => (days === 0 ? from : add(id, from, `P${days}D`)),
      opening(from, days) {
        if (days === 0) return new Date(from.getTime() + 1);
        const closes = add(null, from, `P${days}D`).getTime();
        return add(null, new Date(closes - day), 'PT1M');
      },
    };
  }
}
