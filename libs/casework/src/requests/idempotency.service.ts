import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Database, type Clock, type Transaction } from '@lianban/platform';
import { keyReused } from '../casework.errors.js';
import type { IdempotentRequest } from './idempotent-request.js';

/** Keys are remembered for a week; after that a repeated request is a new one. Milliseconds. */
const memory = 7 * 24 * 3_600_000;

/**
 * Makes a repeated request answer what it answered first. The key is written in the transaction of the work itself,
 * so that work and answer are remembered together or not at all; a twin that runs at the same time waits for the
 * first by the table's primary key.
 */
@Injectable()
export class IdempotencyService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /**
   * Runs `work` in a transaction, or returns what it answered to the same request before. Without a request it always
   * runs. The answer must be plain JSON.
   *
   * @throws idempotency-key-reused
   */
  async transaction<T>(request: IdempotentRequest | undefined, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await this.#database.transaction(async (tx) => {
      if (!request) return await work(tx);
      const earlier = await this.#take(tx, request);
      if (earlier) return earlier.answer as T;
      const answer = await work(tx);
      await tx.query({
        text: 'UPDATE casework.idempotency SET answer = $3 WHERE account = $1 AND key = $2',
        values: [request.account, request.key, JSON.stringify(answer)],
      });
      return answer;
    });
  }

  /**
   * What a request was answered that takes more than one transaction, if it was answered already; its key is taken from
   * then on. Twins may both do the work, so each part of it has a request of its own.
   *
   * @throws idempotency-key-reused
   */
  async earlier<T>(request: IdempotentRequest): Promise<T | undefined> {
    const earlier = await this.#database.transaction(async (tx) => await this.#take(tx, request));
    return (earlier?.answer ?? undefined) as T | undefined;
  }

  /** Keeps the answer to a request unless one is kept; gives the one that is kept. */
  async keep<T>(request: IdempotentRequest, answer: T): Promise<T> {
    const [kept] = await this.#database.query<{ readonly answer: T }>({
      name: 'casework-keep-request-answer',
      text: `INSERT INTO casework.idempotency AS known (account, key, request_hash, answer, created_at)
             VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (account, key) DO UPDATE SET answer = coalesce(known.answer, excluded.answer)
             RETURNING answer`,
      values: [request.account, request.key, request.hash, JSON.stringify(answer), this.#clock.now()],
    });
    return kept?.answer ?? answer;
  }

  /** Forgets keys that are older than a week; any process may do it at any time. */
  async purge(): Promise<void> {
    await this.#database.query({
      text: 'DELETE FROM casework.idempotency WHERE created_at < $1',
      values: [new Date(this.#clock.now().getTime() - memory)],
    });
  }

  async #take(tx: Transaction, request: IdempotentRequest): Promise<{ answer: unknown } | undefined> {
    const taken = await tx.query({
      text: `INSERT INTO casework.idempotency (account, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING RETURNING key`,
      values: [request.account, request.key, request.hash, this.#clock.now()],
    });
    if (taken.length > 0) return undefined;
    const [earlier] = await tx.query<{ hash: string; answer: unknown }>({
      text: 'SELECT request_hash AS hash, answer FROM casework.idempotency WHERE account = $1 AND key = $2',
      values: [request.account, request.key],
    });
    if (earlier && earlier.hash !== request.hash) throw keyReused(request.key);
    return earlier && { answer: earlier.answer };
  }
}
