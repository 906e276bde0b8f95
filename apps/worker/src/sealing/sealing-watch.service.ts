import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { caseworkSealedTables } from '@lianban/casework';
import { outreachSealedTables } from '@lianban/outreach';
import { Database, LOGGER, Resealing } from '@lianban/platform';
import { doEach } from '../duties.js';

const everyMs = 15_000;

/** Seals in the background what is not sealed yet, or with a key that does not seal any more; one batch after the other. */
@Injectable()
export class SealingWatch implements OnModuleInit, OnModuleDestroy {
  readonly #resealing: Resealing;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;

  constructor(
    database: Database,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.#resealing = new Resealing(database, [...caseworkSealedTables, ...outreachSealedTables], log);
  }

  onModuleInit(): void {
    this.#schedule();
  }

  /** Ends after the batch that is under way. */
  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      const run = () => this.#resealing.run(() => this.#stopped);
      this.#running = doEach([{ name: 'sealing of personal data', run }], this.log);
      void this.#running.then(() => this.#schedule());
    }, everyMs);
    this.#timer.unref();
  }
}
