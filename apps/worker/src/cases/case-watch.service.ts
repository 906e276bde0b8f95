import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { DeliveryService, NoticeCollector, NoticeWriter, PauseCaps, SideProcesses } from '@lianban/casework';
import { LOGGER } from '@lianban/platform';

const everyMs = 60_000;

/**
 * Once a minute, lets clocks run again that have stood for as long as they may, ends what goes on beside a case that is
 * over, and tells people what runs out soon. Several processes may do it at once.
 */
@Injectable()
export class CaseWatch implements OnModuleInit, OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly pauses: PauseCaps,
    private readonly sides: SideProcesses,
    private readonly notices: NoticeWriter,
    private readonly collector: NoticeCollector,
    private readonly deliveries: DeliveryService,
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
      await this.sides.endLeft();
      await this.notices.warn();
      await this.collector.collect();
      await this.deliveries.release();
    } catch (error) {
      this.log.error({ err: error }, 'looking after cases failed; the next look tries again');
    }
  }
}
