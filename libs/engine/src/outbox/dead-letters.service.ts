import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, instantMark, pageOf, type Clock, type Page, type Transaction } from '@lianban/platform';
import { AlarmClock } from '../timers/alarm-clock.js';
import { engineQueues } from '../timers/wake-ups.js';

/** An entry of the outbox that was given up after its last attempt. */
export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly instanceId: string | null;
  readonly payload: unknown;
  readonly error: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly givenUpAt: Date;
}

/** Which ones; absent: all. */
type Chosen = readonly string[] | undefined;

/** What could not be delivered and is tried no more by itself: it stays until somebody decides. */
@Injectable()
export class DeadLetterService {
  constructor(
    private readonly alarms: AlarmClock,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest first. @throws cursor-invalid */
  async list(
    tx: Pick<Transaction, 'query'>,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<DeadLetter>> {
    const [at, id] = instantMark(after) ?? ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await tx.query<DeadLetter>({
      name: 'engine.dead_letters',
      text: `SELECT id, topic, instance_id AS "instanceId", payload, last_error AS error, attempts,
          created_at AS "createdAt", given_up_at AS "givenUpAt"
        FROM engine.outbox WHERE given_up_at IS NOT NULL AND (given_up_at, id) < ($1, $2)
        ORDER BY given_up_at DESC, id DESC LIMIT $3`,
      values: [at, id, limit + 1],
    });
    return pageOf(rows, limit, (last) => [last.givenUpAt.toISOString(), last.id]);
  }

  /** Has them tried anew, with all attempts before them, under the same idempotency keys. Answers with which they were. */
  async retry(tx: Transaction, ids: Chosen): Promise<Pick<DeadLetter, 'id' | 'topic'>[]> {
    const retried = await tx.query<Pick<DeadLetter, 'id' | 'topic'>>({
      name: 'engine.retry_dead_letters',
      text: `UPDATE engine.outbox SET given_up_at = NULL, attempts = 0, attempt_at = $2
        WHERE given_up_at IS NOT NULL AND ($1::uuid[] IS NULL OR id = ANY ($1)) RETURNING id, topic`,
      values: [ids, this.clock.now()],
    });
    if (retried.length > 0) tx.afterCommit(() => this.alarms.set([{ queue: engineQueues.outbox, id: 'outbox' }]));
    return retried;
  }

  /** Removes them for good. Answers with which they were. */
  async drop(tx: Transaction, ids: readonly string[]): Promise<Pick<DeadLetter, 'id' | 'topic'>[]> {
    return await tx.query({
      name: 'engine.drop_dead_letters',
      text: `DELETE FROM engine.outbox WHERE given_up_at IS NOT NULL AND id = ANY ($1::uuid[]) RETURNING id, topic`,
      values: [ids],
    });
  }
}
