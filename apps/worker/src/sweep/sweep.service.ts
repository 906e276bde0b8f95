import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '@lianban/platform';
import { BatchesConsumer } from '../batches/batches.consumer.js';
import { doEach } from '../duties.js';
import { JobsConsumer } from '../jobs/jobs.consumer.js';
import { OutboxConsumer } from '../outbox/outbox.consumer.js';
import { TimersConsumer } from '../timers/timers.consumer.js';
import { Upkeep } from './upkeep.service.js';

const everyMs = 5_000;
/** Every how many sweeps the slower duties are done: about once a minute. */
const slowEvery = 12;

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
    private readonly batches: BatchesConsumer,
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
    const consumers = { timers: this.timers, jobs: this.jobs, outbox: this.outbox, batches: this.batches };
    const looks = Object.entries(consumers).map(([name, consumer]) => ({ name, run: () => consumer.look() }));
    const slow = this.#round % slowEvery === 0 ? this.upkeep.slow() : [];
    this.#round += 1;
    await doEach([...looks, ...this.upkeep.quick(), ...slow], this.log, () => this.#stopped);
  }
}
