import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import type { NoticeDraft } from '../notices/notice.js';
import { NoticeWriter } from '../notices/notice-writer.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import type { TrailDraft } from '../trail/trail-entry.js';
import { TrailService } from '../trail/trail.service.js';
import { ActLog } from './act-log.service.js';

/** What acts on a case have in common: one transaction, once for each request, and a line in the history. */
@Injectable()
export class ActRunner {
  readonly #idempotency: IdempotencyService;
  readonly #trail: TrailService;
  readonly #notices: NoticeWriter;
  readonly #log: ActLog;

  constructor(idempotency: IdempotencyService, trail: TrailService, notices: NoticeWriter, log: ActLog) {
    this.#notices = notices;
    this.#idempotency = idempotency;
    this.#trail = trail;
    this.#log = log;
  }

  now(): Date {
    return this.#log.now();
  }

  /** The day that it is in the installation's time zone. */
  today(): string {
    return this.#log.today();
  }

  /** An act that is done once, however often its request comes. */
  async run<T = TaskAnswer>(request: IdempotentRequest | undefined, act: (tx: Transaction) => Promise<T>): Promise<T> {
    return await this.#idempotency.transaction(request, act);
  }

  /** Writes a line into the history of a case. */
  async tell(tx: Transaction, caseId: string, line: TrailDraft): Promise<void> {
    await this.#trail.append(tx, caseId, [line]);
  }

  /** Lets people know of it. @param by account that did it, and knows */
  async notify(tx: Transaction, caseId: string, notices: readonly NoticeDraft[], by?: string): Promise<void> {
    await this.#notices.write(tx, caseId, notices, by);
  }
}
