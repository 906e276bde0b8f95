import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Puts what Nest says into the process's log. Its chatter about modules and routes is for debugging only. */
export class NestLog implements LoggerService {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.#log.debug({ rest }, String(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#log.error({ rest }, String(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#log.warn({ rest }, String(message));
  }
}
