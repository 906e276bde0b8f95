import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditTrail } from '@lianban/identity';
import { LOGGER } from '@lianban/platform';

const everyMs = 6 * 3_600_000;
const firstMs = 60_000;

/**
 * Recomputes the audit trail a few times a day, so that a changed entry is told by the numbers and the log and not first
 * when somebody asks. Beside the sweep, as it may take long and terms must not wait for it.
 */
@Injectable()
export class AuditWatch implements OnModuleDestroy {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly trail: AuditTrail,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  start(): void {
    this.#schedule(firstMs);
  }

  onModuleDestroy(): void {
    clearTimeout(this.#timer);
  }

  async look(): Promise<void> {
    for (const { stream, verdict } of await this.trail.verifyAll()) {
      if (verdict.intact) continue;
      const { brokenAt, reason } = verdict;
      this.log.error({ stream, brokenAt, reason }, 'a chain of the audit trail is broken');
    }
  }

  #schedule(inMs: number): void {
    this.#timer = setTimeout(() => {
      this.look()
        .catch((error: unknown) => this.log.warn({ err: error }, 'the audit trail could not be recomputed'))
        .finally(() => this.#schedule(everyMs));
    }, inMs);
    this.#timer.unref();
  }
}
