import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, Database, LOGGER, newId, traced, type Clock, type Transaction } from '@lianban/platform';
import { outboxAttempts } from '../engine-numbers.js';
import { AlarmClock } from '../timers/alarm-clock.js';
import { engineQueues } from '../timers/wake-ups.js';
import { retryAt } from './back-off.js';
import { OutboxStore, type OutboxEntry } from './outbox.store.js';

/** Delivers one entry. It may get the same entry again, and must then do nothing new: see `idempotencyKey`. */
export type OutboxHandler = (entry: OutboxEntry) => Promise<void>;

/** Attempts before an entry is given up: about a day and a half. */
export const mostOutboxAttempts = 40;
const firstDelayMs = 2_000;
/** How long a handler has before another worker may try, in milliseconds. */
const leaseMs = 60_000;
const keepDeliveredMs = 7 * 24 * 60 * 60 * 1_000;

/**
 * What leaves the database: written in the transaction of the change that causes it, delivered after the commit, at
 * least once.
 */
@Injectable()
export class OutboxService {
  readonly #handlers = new Map<string, OutboxHandler>();

  constructor(
    private readonly database: Database,
    private readonly store: OutboxStore,
    private readonly alarms: AlarmClock,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** Names who delivers a topic in this process. Entries of other topics are left to other processes. */
  register(topic: string, handler: OutboxHandler): void {
    if (this.#handlers.has(topic)) throw new Error(`outbox topic "${topic}" has a handler already: register one only`);
    this.#handlers.set(topic, handler);
  }

  /** Adds an entry to the caller's transaction. */
  async add(
    tx: Transaction,
    entry: {
      readonly topic: string;
      readonly payload: unknown;
      readonly idempotencyKey: string;
      readonly instanceId?: string;
    },
  ): Promise<void> {
    await this.store.insert(tx, {
      id: newId(),
      instance_id: entry.instanceId ?? null,
      topic: entry.topic,
      payload: entry.payload,
      idempotency_key: entry.idempotencyKey,
      created_at: this.clock.now().toISOString(),
    });
    tx.afterCommit(() => this.alarms.set([{ queue: engineQueues.outbox, id: 'outbox' }]));
  }

  /** Delivers due entries one after another, in order of their making. */
  async deliverDue({ limit = 50 } = {}): Promise<{ readonly delivered: number; readonly more: boolean }> {
    const topics = [...this.#handlers.keys()];
    if (topics.length === 0) return { delivered: 0, more: false };
    const now = this.clock.now();
    const lease = new Date(now.getTime() + leaseMs);
    const entries = await this.store.claim(this.database, { topics, now, lease, limit });
    let delivered = 0;
    for (const entry of entries) if (await this.#deliver(entry)) delivered += 1;
    return { delivered, more: entries.length >= limit };
  }

  /** Forgets what was delivered more than a week ago. */
  async removeDelivered({ limit = 1_000 } = {}): Promise<number> {
    return this.store.removeDelivered(this.database, new Date(this.clock.now().getTime() - keepDeliveredMs), limit);
  }

  async #deliver(entry: OutboxEntry): Promise<boolean> {
    const { topic, trace: parent } = entry;
    const attributes = { 'outbox.id': entry.id, 'outbox.topic': topic };
    try {
      await traced('deliver', { role: 'consumer', parent, attributes }, async () => this.#handlers.get(topic)?.(entry));
    } catch (error) {
      outboxAttempts.inc({ topic, result: 'failed' });
      const now = this.clock.now();
      const givenUp = entry.attempts >= mostOutboxAttempts;
      const text = error instanceof Error ? error.message : String(error);
      const level = givenUp ? 'error' : 'warn';
      this.log[level](
        { err: error, outbox: entry.id, topic: entry.topic, attempts: entry.attempts },
        'delivery failed',
      );
      const next = givenUp ? null : retryAt(now, entry.attempts, firstDelayMs);
      await this.store.markFailed(this.database, entry.id, { error: text, now, retryAt: next });
      return false;
    }
    outboxAttempts.inc({ topic, result: 'delivered' });
    await this.store.markDelivered(this.database, entry.id, this.clock.now());
    return true;
  }
}
