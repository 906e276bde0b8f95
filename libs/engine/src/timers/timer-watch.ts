import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, Database, LOGGER, type Clock } from '@lianban/platform';
import { TimerService } from './timer.service.js';
import { TimerStore } from './timer.store.js';
import { watchMs } from './wake-ups.js';

/**
 * Fires what is due, then stays awake for what comes due within the next second: an alarm of the queue rings a little
 * early, and the last stretch is measured here, to the millisecond and with every kind of queue.
 */
@Injectable()
export class TimerWatch implements OnModuleDestroy {
  #next: NodeJS.Timeout | undefined;
  #nextAt = Infinity;
  #stopped = false;

  constructor(
    private readonly database: Database,
    private readonly timers: TimerService,
    private readonly store: TimerStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** May be called at any moment and by any number of processes. */
  async look(): Promise<void> {
    await this.timers.fireAllDue();
    const now = this.clock.now();
    const dueAt = await this.store.nextDue(this.database, new Date(now.getTime() + watchMs));
    if (dueAt && !this.#stopped) this.#wakeAt(dueAt.getTime(), now.getTime());
  }

  onModuleDestroy(): void {
    this.#stopped = true;
    clearTimeout(this.#next);
  }

  /** Nothing is lost when it does not come to that: the sweep looks as well. */
  #wakeAt(at: number, now: number): void {
    if (at >= this.#nextAt) return;
    clearTimeout(this.#next);
    this.#nextAt = at;
    const wake = (): void => {
      this.#nextAt = Infinity;
      this.look().catch((error: unknown) =>
        this.log.error({ err: error }, 'a look for timers failed; the sweep looks again'),
      );
    };
    this.#next = setTimeout(wake, Math.max(at - now, 0));
  }
}
