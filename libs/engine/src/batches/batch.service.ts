import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, Database, LOGGER, newId, type Clock, type Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import { BatchUnknownError } from '../engine.errors.js';
import { OperationService } from '../operations/operation.service.js';
import { AlarmClock } from '../timers/alarm-clock.js';
import { engineQueues } from '../timers/wake-ups.js';
import type { Operation, OperationOutcome } from '../operations/operation.js';
import type { Batch, BatchRefusal, InstanceFilter } from './batch.js';
import { BatchStore } from './batch.store.js';

/** Instances that are worked on in one transaction. */
const chunk = 100;

/**
 * Operations on many instances. A batch notes its instances when it is made; the worker takes them in chunks, so that
 * it can be watched, stopped, and go on after a crash. May be carried out by several workers at once: an item is done in
 * the transaction that locks it.
 */
@Injectable()
export class BatchService {
  constructor(
    private readonly database: Database,
    private readonly store: BatchStore,
    private readonly operations: OperationService,
    private readonly alarms: AlarmClock,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Makes a batch of the running instances that the filter finds now. */
  async create(
    tx: Transaction,
    request: { readonly operation: Operation; readonly filter: InstanceFilter; readonly actor: Actor },
  ): Promise<Batch> {
    const { operation, actor, filter } = request;
    const id = newId();
    await this.store.insert(tx, { id, operation, actor, at: this.clock.now() }, filter);
    tx.afterCommit(() => this.alarms.set([{ queue: engineQueues.batches, id: 'batches' }]));
    return this.get(tx, id);
  }

  /** @throws BatchUnknownError not-found `batch-unknown` */
  async get(tx: Pick<Transaction, 'query'>, id: string): Promise<Batch> {
    const [batch] = await this.store.find(tx, [id]);
    if (!batch) throw new BatchUnknownError(id);
    return batch;
  }

  /** Those of the batches that there are, in no order. */
  async some(tx: Pick<Transaction, 'query'>, ids: readonly string[]): Promise<Batch[]> {
    return this.store.find(tx, ids);
  }

  /** The newest batches, 100 at most. */
  async list(tx: Pick<Transaction, 'query'>): Promise<Batch[]> {
    return this.store.list(tx, 100);
  }

  /** Instances that refused, with the reason; 1,000 at most. */
  async refusals(tx: Pick<Transaction, 'query'>, id: string): Promise<BatchRefusal[]> {
    return this.store.refusals(tx, id, 1_000);
  }

  /** Leaves what is not done yet undone. */
  async cancel(tx: Transaction, id: string): Promise<Batch> {
    await this.store.cancel(tx, id, this.clock.now());
    return this.get(tx, id);
  }

  /** Works until nothing is left to do, or so many chunks; answers with how many instances were looked at. */
  async workOff({ chunks = Infinity } = {}): Promise<number> {
    let total = 0;
    for (let count = 0; count < chunks; count += 1) {
      const batch = await this.store.findOpen(this.database);
      if (!batch) break;
      const looked = await this.#chunk(batch);
      total += looked;
      await this.store.finishIfDone(this.database, batch.id, this.clock.now());
      // What is left is in the hands of another worker.
      if (looked === 0) break;
    }
    return total;
  }

  async #chunk(batch: { id: string; operation: Operation; actor: Actor }): Promise<number> {
    try {
      return await this.#attempt(batch, chunk);
    } catch (error) {
      this.log.warn({ err: error, batch: batch.id }, 'a chunk of a batch failed; trying each instance alone');
    }
    return await this.#oneByOne(batch);
  }

  async #attempt(
    { id, operation, actor }: { id: string; operation: Operation; actor: Actor },
    limit: number,
  ): Promise<number> {
    return this.database.transaction(async (tx) => {
      const ids = await this.store.claim(tx, id, limit);
      if (ids.length === 0) return 0;
      const outcomes = await this.operations.applyToAll(tx, ids, operation, actor);
      const known = new Set(outcomes.map(({ instanceId }) => instanceId));
      const gone = ids
        .filter((instanceId) => !known.has(instanceId))
        .map((instanceId) => refusal(instanceId, 'it is gone'));
      await this.store.settle(tx, id, [...outcomes, ...gone]);
      return ids.length;
    });
  }

  /** An instance with which the operation fails as a whole is noted as refused, and the others are done. */
  async #oneByOne(batch: { id: string; operation: Operation; actor: Actor }): Promise<number> {
    for (let count = 0; count < chunk; count += 1) {
      try {
        if ((await this.#attempt(batch, 1)) === 0) return count;
      } catch (error) {
        this.log.error({ err: error, batch: batch.id }, 'an operation failed on an instance');
        await this.database.transaction(async (tx) => {
          const [instanceId] = await this.store.claim(tx, batch.id, 1);
          const text = error instanceof Error ? error.message : String(error);
          if (instanceId !== undefined) await this.store.settle(tx, batch.id, [refusal(instanceId, text)]);
        });
      }
    }
    return chunk;
  }
}

function refusal(instanceId: string, message: string): OperationOutcome {
  return { instanceId, outcome: 'refused', code: 'failed', message };
}
