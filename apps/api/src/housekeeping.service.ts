import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { IdempotencyService, NoticeService, TaskDrafts, WorkflowDrafts } from '@lianban/casework';
import { AuthService } from '@lianban/identity';
import { LOGGER } from '@lianban/platform';

const every = 6 * 3_600_000; // milliseconds

/** Forgets what has expired: sessions, tokens, idempotency keys, old notices, drafts. Several processes may do it at once. */
@Injectable()
export class Housekeeping implements OnModuleInit, OnModuleDestroy {
  readonly #auth: AuthService;
  readonly #idempotency: IdempotencyService;
  readonly #notices: NoticeService;
  readonly #drafts: TaskDrafts;
  readonly #workflowDrafts: WorkflowDrafts;
  readonly #log: Logger;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    auth: AuthService,
    idempotency: IdempotencyService,
    notices: NoticeService,
    drafts: TaskDrafts,
    workflowDrafts: WorkflowDrafts,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#drafts = drafts;
    this.#workflowDrafts = workflowDrafts;
    this.#notices = notices;
    this.#auth = auth;
    this.#idempotency = idempotency;
    this.#log = log;
  }

  onModuleInit(): void {
    this.#timer = setInterval(() => void this.clean(), every);
    this.#timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.#timer);
  }

  /** Does it once; a failure is logged, the next round tries again. */
  async clean(): Promise<void> {
    try {
      await this.#auth.removeExpired();
      await this.#idempotency.purge();
      await this.#notices.purge();
      await this.#drafts.purge();
      await this.#workflowDrafts.purge();
    } catch (error) {
      this.#log.warn({ err: error }, 'housekeeping failed; the next round tries again');
    }
  }
}
