import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { nextRound } from '@lianban/bpmn';
import { CLOCK, Database, LOGGER, type Clock, type Transaction } from '@lianban/platform';
import { EngineCalendars } from '../calendars/engine-calendars.js';
import { StartTriggerStore, type DueStart } from './start-trigger.store.js';
import { StartService } from './start.service.js';

/**
 * Starts processes by timer start events. The timer's row changes in the transaction of the start, so each round starts
 * one instance, however often and by however many workers this is called.
 */
@Injectable()
export class StartFiring {
  constructor(
    private readonly database: Database,
    private readonly store: StartTriggerStore,
    private readonly starts: StartService,
    private readonly calendars: EngineCalendars,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Starts what is due by now; answers with how many were started. A start that fails is tried again later. */
  async fireDue(): Promise<number> {
    let fired = 0;
    const now = this.clock.now();
    for (;;) {
      const due = await this.#fireNext(now);
      if (due === undefined) return fired;
      if (due) fired += 1;
    }
  }

  /** True when one was started, false when it failed, undefined when nothing is due. */
  async #fireNext(now: Date): Promise<boolean | undefined> {
    let claimed: DueStart | undefined;
    try {
      return await this.database.transaction(async (tx) => {
        claimed = await this.store.claimDue(tx, now);
        if (!claimed) return undefined;
        await this.#fire(tx, claimed, now);
        return true;
      });
    } catch (error) {
      if (!claimed) throw error;
      const { processKey, elementId } = claimed;
      this.log.error(
        { err: error, processKey, elementId },
        'starting a process by its timer failed; trying again later',
      );
      const start = claimed;
      const text = error instanceof Error ? error.message : String(error);
      await this.database.transaction((tx) => this.store.pushBack(tx, start, { now, error: text }));
      return false;
    }
  }

  /** Rounds that were missed while nothing ran are one start, as they are one firing elsewhere. */
  async #fire(tx: Transaction, due: DueStart, now: Date): Promise<void> {
    const { current, timeZone } = this.calendars;
    const { timer } = due;
    const next = nextRound({ now: now.toISOString(), calendars: current, timeZone }, timer);
    await this.store.rearm(tx, due, next && { ...timer, ...next.timer });
    const at = timer.repeat === undefined ? { at: timer.dueAt } : {};
    await this.starts.start(tx, due, { variables: {}, ...at });
    if (next && next.ticks > 1) {
      const { processKey, elementId } = due;
      this.log.warn(
        { processKey, elementId, rounds: next.ticks },
        'missed rounds of a start timer were merged into one',
      );
    }
  }
}
