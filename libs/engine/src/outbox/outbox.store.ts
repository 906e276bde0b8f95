import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import type { OutboxRow } from '../rows/write-document.js';

/** An entry that is to be delivered. */
export interface OutboxEntry {
  readonly id: string;
  readonly instanceId: string | null;
  readonly topic: string;
  readonly payload: unknown;
  /** The same at every attempt: the receiver uses it to recognise a repetition. */
  readonly idempotencyKey: string;
  readonly createdAt: Date;
  /** Attempts so far, this one included. */
  readonly attempts: number;
  /** The `traceparent` of what it was written for, where that was traced. */
  readonly trace: string | null;
}

type Connection = Pick<Transaction, 'query'>;

/** All SQL about the outbox. */
@Injectable()
export class OutboxStore {
  /** Adds an entry; one with a known idempotency key is left as it is. */
  async insert(tx: Transaction, row: OutboxRow): Promise<void> {
    await tx.query({
      name: 'engine.insert_outbox',
      text: `INSERT INTO engine.outbox (id, instance_id, topic, payload, idempotency_key, created_at, attempt_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6) ON CONFLICT (idempotency_key) DO NOTHING`,
      values: [row.id, row.instance_id, row.topic, JSON.stringify(row.payload), row.idempotency_key, row.created_at],
    });
  }

  /** Takes due entries of these topics, in order, and puts them out of the reach of others until the lease ends. */
  async claim(
    tx: Connection,
    { topics, now, lease, limit }: { topics: readonly string[]; now: Date; lease: Date; limit: number },
  ): Promise<OutboxEntry[]> {
    const rows = await tx.query<OutboxTableRow>({
      name: 'engine.claim_outbox',
      text: `UPDATE engine.outbox o SET attempt_at = $3, attempts = attempts + 1
        WHERE o.id IN (
          SELECT id FROM engine.outbox
          WHERE delivered_at IS NULL AND given_up_at IS NULL AND attempt_at <= $2 AND topic = ANY ($1)
          ORDER BY attempt_at, id LIMIT $4 FOR UPDATE SKIP LOCKED)
        RETURNING o.id, o.instance_id, o.topic, o.payload, o.idempotency_key, o.created_at, o.attempts, o.trace`,
      values: [topics, now, lease, limit],
    });
    return rows.map(entryOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async markDelivered(tx: Connection, id: string, now: Date): Promise<void> {
    await tx.query({
      name: 'engine.outbox_delivered',
      text: 'UPDATE engine.outbox SET delivered_at = $2, last_error = NULL WHERE id = $1',
      values: [id, now],
    });
  }

  /** Puts a failed entry off, or gives it up when `retryAt` is null. */
  async markFailed(
    tx: Connection,
    id: string,
    failure: { error: string; now: Date; retryAt: Date | null },
  ): Promise<void> {
    await tx.query({
      text: `UPDATE engine.outbox SET last_error = left($2, 2000), attempt_at = coalesce($4, attempt_at),
          given_up_at = CASE WHEN $4::timestamptz IS NULL THEN $3::timestamptz END
        WHERE id = $1`,
      values: [id, failure.error, failure.now, failure.retryAt],
    });
  }

  /** Forgets entries that were delivered before an instant; answers with how many. */
  async removeDelivered(tx: Connection, before: Date, limit: number): Promise<number> {
    const rows = await tx.query({
      text: `DELETE FROM engine.outbox WHERE id IN (
        SELECT id FROM engine.outbox WHERE delivered_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`,
      values: [before, limit],
    });
    return rows.length;
  }
}

interface OutboxTableRow {
  readonly id: string;
  readonly instance_id: string | null;
  readonly topic: string;
  readonly payload: unknown;
  readonly idempotency_key: string;
  readonly created_at: Date;
  readonly attempts: number;
  readonly trace: string | null;
}

function entryOf(row: OutboxTableRow): OutboxEntry {
  return {
    id: row.id,
    instanceId: row.instance_id,
    topic: row.topic,
    payload: row.payload,
    idempotencyKey: row.idempotency_key,
    createdAt: row.created_at,
    attempts: row.attempts,
    trace: row.trace,
  };
}
