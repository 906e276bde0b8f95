import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import { DeadLetterService, type DeadLetter } from '@lianban/engine';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, isUuid, type Transaction } from '@lianban/platform';
import type { DeadLetterAnswer, deadLettersSchema, doneSchema, dropSchema } from './dead-letter.schema.js';
import { FailedJobs } from './failed-jobs.service.js';
import { reasonWithoutPeople, withoutPeople } from './without-people.rules.js';

type Done = z.output<typeof doneSchema>;

/** What failed for good, for who runs the product: seen, tried again or dropped, each recorded. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly letters: DeadLetterService,
    private readonly jobs: FailedJobs,
    private readonly idempotency: IdempotencyService,
    private readonly audit: AuditTrail,
  ) {}

  /** The jobs stand before the first page: there are few. @throws cursor-invalid */
  async list(paging: {
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<z.output<typeof deadLettersSchema>> {
    const { items, next } = await this.letters.list(this.database, paging);
    const jobs = paging.after === undefined ? await this.jobs.list() : [];
    return { items: [...jobs, ...items.map(answerOf)], next };
  }

  /** Tries them again, all without ids. @throws idempotency-key-reused */
  async retry(asker: Principal, ids: readonly string[] | undefined, request?: IdempotentRequest): Promise<Done> {
    return await this.idempotency.transaction(request, async (tx) => {
      const retried = await this.letters.retry(tx, ids?.filter(isUuid));
      const jobs = await this.jobs.retry(ids);
      await this.#record(tx, asker, { action: 'dead-letters-retried', letters: retried, jobs });
      return { done: retried.length + jobs };
    });
  }

  /** Removes them for good, for a reason. @throws idempotency-key-reused */
  async drop(
    asker: Principal,
    { ids, reason }: z.output<typeof dropSchema>,
    request?: IdempotentRequest,
  ): Promise<Done> {
    return await this.idempotency.transaction(request, async (tx) => {
      const dropped = await this.letters.drop(tx, ids.filter(isUuid));
      const jobs = await this.jobs.drop(ids);
      await this.#record(tx, asker, { action: 'dead-letters-dropped', letters: dropped, jobs, reason });
      return { done: dropped.length + jobs };
    });
  }

  async #record(
    tx: Transaction,
    asker: Principal,
    {
      action,
      letters,
      jobs,
      reason,
    }: {
      readonly action: string;
      readonly letters: readonly Pick<DeadLetter, 'id' | 'topic'>[];
      readonly jobs: number;
      readonly reason?: string;
    },
  ): Promise<void> {
    const topics = [...new Set(letters.map(({ topic }) => topic))].sort();
    const named = letters.slice(0, 100).map(({ id }) => id);
    await this.audit.append(tx, {
      actor: auditActor(asker),
      action,
      result: 'done',
      detail: { topics, letters: letters.length, ids: named, jobs },
      ...(reason !== undefined && { reason }),
    });
  }
}

function answerOf({ topic, error, payload, createdAt, givenUpAt, id, attempts }: DeadLetter): DeadLetterAnswer {
  return {
    ...{ id, attempts, kind: 'outbox', name: topic },
    payload: withoutPeople(payload),
    reason: error === null ? null : reasonWithoutPeople(error),
    createdAt: createdAt.toISOString(),
    failedAt: givenUpAt.toISOString(),
  };
}
