import { Inject, Injectable } from '@nestjs/common';
import {
  AlarmClock,
  EngineCalendars,
  horizonMs,
  MessageService,
  OutboxService,
  TimerStore,
  timerWakeUp,
} from '@lianban/engine';
import { CLOCK, Database, LOGGER, type Clock } from '@lianban/platform';
import type { Logger } from 'pino';
import { JobsConsumer } from '../jobs/jobs.consumer.js';
import { OutboxConsumer } from '../outbox/outbox.consumer.js';
import { TimersConsumer } from '../timers/timers.consumer.js';

const everyMs = 5_000;
/** Every how many sweeps the slower duties are done: about once a minute. */
const slowEvery = 12;
/** Instants that are queued ahead at most. */
const mostAhead = 5_000;

/**
 * Looks for due work every few seconds and at the start, whatever the queues say: an entry that got lost costs seconds,
 * never a term. It runs on a plain timer, so it goes on while the store of the queues is gone.
 */
@Injectable()
export class SweepService {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;
  #round = 0;

  constructor(
    private readonly timers: TimersConsumer,
    private readonly jobs: JobsConsumer,
    private readonly outbox: OutboxConsumer,
    private readonly upkeep: Upkeep,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  start(): void {
    this.#running = this.#sweep();
    void this.#running.then(() => this.#schedule());
  }

  /** Ends after the sweep that is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => this.start(), everyMs);
  }

  async #sweep(): Promise<void> {
    const duties = [this.timers, this.jobs, this.outbox].map((consumer) => () => consumer.look());
    if (this.#round % slowEvery === 0) duties.push(() => this.upkeep.look());
    this.#round += 1;
    for (const duty of duties) {
      if (this.#stopped) return;
      await duty().catch((error: unknown) => {
        this.log.error({ err: error }, 'a sweep failed; the next one tries again');
      });
    }
  }
}

/** The slower duties: rings the alarm clock for what comes within its horizon, and clears away what is done. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly database: Database,
    private readonly timers: TimerStore,
    private readonly alarms: AlarmClock,
    private readonly messages: MessageService,
    private readonly outbox: OutboxService,
    private readonly calendars: EngineCalendars,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async look(): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + horizonMs);
    const upcoming = await this.timers.upcoming(this.database, { now, until, limit: mostAhead });
    this.alarms.set(upcoming.flatMap(({ at, rootId }) => timerWakeUp(at, now, rootId) ?? []));
    await this.messages.removeExpired();
    await this.outbox.removeDelivered();
    await this.calendars.reload();
  }
}
