import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, Database, LOGGER, type Clock } from '@lianban/platform';
import { StartFiring } from '../starts/start-firing.js';
import { TimerFiring } from './timer-firing.js';
import { TimerStore } from './timer.store.js';

/** Timers fired in one transaction. */
const batchSize = 100;

/** What a look for due timers came to. */
export interface FiredTimers {
  readonly fired: number;
  /** More are due already: look again at once. */
  readonly more: boolean;
}

/**
 * Fires what is due. The row of a timer changes in the same transaction as the token it moves, so each fires its effect
 * exactly once, however often and by however many workers this is called.
 *
 * A timer fires as of its due instant, also when it is late: the next term starts where the last one ended, and an
 * installation that was down over night comes to the same terms as one that was up. Only a cycle is told the real time,
 * because it merges the ticks that it missed.
 */
@Injectable()
export class TimerService {
  constructor(
    private readonly database: Database,
    private readonly store: TimerStore,
    private readonly firing: TimerFiring,
    private readonly starts: StartFiring,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Fires one batch of due timers. When the batch fails, each call hierarchy is tried alone. */
  async fireDue({ limit = batchSize }: { readonly limit?: number } = {}): Promise<FiredTimers> {
    const now = this.clock.now();
    try {
      return await this.database.transaction(async (tx) => {
        const due = await this.store.claimDue(tx, now, limit);
        if (due.length === 0) return { fired: 0, more: false };
        const result = await this.firing.fire(tx, due, now);
        return { fired: result.fired, more: result.moreDue || due.length >= limit };
      });
    } catch (error) {
      this.log.warn({ err: error }, 'a batch of timers failed; firing each call hierarchy alone');
      return this.#fireEach(now, limit);
    }
  }

  /** Starts the processes whose time has come, then fires until nothing more is due; at most `rounds` batches. */
  async fireAllDue({ limit = batchSize, rounds = 1_000 } = {}): Promise<number> {
    let total = await this.starts.fireDue();
    for (let round = 0; round < rounds; round += 1) {
      const { fired, more } = await this.fireDue({ limit });
      total += fired;
      if (!more) break;
    }
    return total;
  }

  async #fireEach(now: Date, limit: number): Promise<FiredTimers> {
    const roots = await this.store.dueRoots(this.database, now, limit);
    let fired = 0;
    let more = roots.length >= limit;
    for (const root of roots) {
      try {
        const result = await this.database.transaction((tx) => this.firing.fireHierarchy(tx, root, now));
        fired += result.fired;
        more ||= result.moreDue;
      } catch (error) {
        this.log.error({ err: error, instance: root }, 'firing the timers of an instance failed; trying again later');
        const text = error instanceof Error ? error.message : String(error);
        await this.database.transaction((tx) => this.store.pushBack(tx, root, { now, error: text }));
      }
    }
    return { fired, more };
  }
}
