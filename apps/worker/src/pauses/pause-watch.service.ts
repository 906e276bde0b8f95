import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { PauseCaps } from '@lianban/casework';
import { LOGGER } from '@lianban/platform';

const everyMs = 60_000;

/** Once a minute, lets clocks run again that have stood for as long as they may. Several processes may do it at once. */
@Injectable()
export class PauseWatch implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly pauses: PauseCaps,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.#timer = setInterval(() => {
      this.#running = this.#look();
    }, everyMs);
    this.#timer.unref();
  }

  /** Ends after the look that is under way. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async #look(): Promise<void> {
    try {
      await this.pauses.resumeOverdue();
    } catch (error) {
      this.log.error({ err: error }, 'looking for pauses that have lasted too long failed; the next look tries again');
    }
  }
}
