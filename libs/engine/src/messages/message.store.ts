import { Injectable } from '@nestjs/common';
import type { Key, Variables } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import { suitableKeys } from './correlation.js';

/** A message as it was published. */
export interface Message {
  readonly id: string;
  readonly name: string;
  readonly correlation: Variables;
  readonly variables: Variables;
}

/** A subscription that suits a message or signal. */
export interface Receiver {
  readonly instanceId: string;
  readonly key: Key;
}

/** All SQL about messages and about finding who waits for them. */
@Injectable()
export class MessageStore {
  /** Stores a message as not yet consumed; false when its idempotency key is known already. */
  async insert(
    tx: Transaction,
    message: Message & { readonly idempotencyKey: string | null; readonly publishedAt: Date; readonly expiresAt: Date },
  ): Promise<boolean> {
    const rows = await tx.query({
      name: 'engine.insert_message',
      text: `INSERT INTO engine.message (id, name, correlation, variables, idempotency_key, published_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (idempotency_key) DO NOTHING RETURNING id`,
      values: [
        message.id,
        message.name,
        JSON.stringify(message.correlation),
        JSON.stringify(message.variables),
        message.idempotencyKey,
        message.publishedAt,
        message.expiresAt,
      ],
    });
    return rows.length > 0;
  }

  /**
   * Takes a message for a receiver; undefined when somebody else has it. Never waits for another transaction, as the
   * caller holds an instance that the other may want.
   */
  async consume(tx: Transaction, messageId: string, receiver: { by: string; at: Date }): Promise<Message | undefined> {
    const [message] = await tx.query<Message>({
      name: 'engine.consume_message',
      text: `UPDATE engine.message SET consumed_at = $2, consumed_by = $3
        WHERE id = (SELECT id FROM engine.message WHERE id = $1 AND consumed_at IS NULL FOR UPDATE SKIP LOCKED)
        RETURNING id, name, correlation, variables`,
      values: [messageId, receiver.at, receiver.by],
    });
    return message;
  }

  /** Who has waited longest for such a message. */
  async findReceiver(
    tx: Pick<Transaction, 'query'>,
    name: string,
    correlation: Variables,
    only: { readonly businessKey?: string | undefined; readonly instanceId?: string | undefined } = {},
  ): Promise<Receiver | undefined> {
    const { businessKey, instanceId } = only;
    if (businessKey !== undefined || instanceId !== undefined) return this.#findAmong(tx, name, correlation, only);
    const [row] = await tx.query<{ instance_id: string; key: Key }>({
      name: 'engine.find_receiver',
      text: `SELECT instance_id, key FROM engine.subscription
        WHERE type = 'message' AND name = $1 AND correlation_key = ANY ($2)
        ORDER BY opened_at, instance_id, key LIMIT 1`,
      values: [name, suitableKeys(name, correlation)],
    });
    return row && { instanceId: row.instance_id, key: row.key };
  }

  async #findAmong(
    tx: Pick<Transaction, 'query'>,
    name: string,
    correlation: Variables,
    {
      businessKey,
      instanceId,
    }: { readonly businessKey?: string | undefined; readonly instanceId?: string | undefined },
  ): Promise<Receiver | undefined> {
    const [row] = await tx.query<{ instance_id: string; key: Key }>({
      name: 'engine.find_receiver_among',
      text: `SELECT s.instance_id, s.key FROM engine.subscription s JOIN engine.instance i ON i.id = s.instance_id
        WHERE s.type = 'message' AND s.name = $1 AND s.correlation_key = ANY ($2)
          AND ($3::text IS NULL OR i.business_key = $3) AND ($4::uuid IS NULL OR i.id = $4)
        ORDER BY s.opened_at, s.instance_id, s.key LIMIT 1`,
      values: [name, suitableKeys(name, correlation), businessKey ?? null, instanceId ?? null],
    });
    return row && { instanceId: row.instance_id, key: row.key };
  }

  /** Buffered messages for which somebody waits or that start a process by now, in order of publication. */
  async deliverable(tx: Pick<Transaction, 'query'>, now: Date, limit: number): Promise<Message[]> {
    return tx.query<Message>({
      text: `SELECT m.id, m.name, m.correlation, m.variables FROM engine.message m
        WHERE m.consumed_at IS NULL AND m.expires_at > $1 AND (EXISTS (
          SELECT 1 FROM engine.subscription s
          WHERE s.type = 'message' AND s.name = m.name AND m.correlation @> s.correlation
        ) OR EXISTS (
          SELECT 1 FROM engine.start_trigger t JOIN engine.definition d ON d.id = t.definition_id
          WHERE t.type = 'message' AND t.name = m.name AND d.suspended_at IS NULL))
        ORDER BY m.published_at, m.id LIMIT $2`,
      values: [now, limit],
    });
  }

  /** Forgets expired messages; answers with how many. */
  async removeExpired(tx: Pick<Transaction, 'query'>, now: Date, limit: number): Promise<number> {
    const rows = await tx.query({
      text: `DELETE FROM engine.message WHERE id IN (
        SELECT id FROM engine.message WHERE expires_at <= $1 LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`,
      values: [now, limit],
    });
    return rows.length;
  }

  /** Who waits for a signal since it was sent or before, page by page. */
  async signalReceivers(
    tx: Pick<Transaction, 'query'>,
    { name, sentAt, after, limit }: { name: string; sentAt: Date; after: Receiver | undefined; limit: number },
  ): Promise<Receiver[]> {
    const rows = await tx.query<{ instance_id: string; key: Key }>({
      text: `SELECT instance_id, key FROM engine.subscription
        WHERE type = 'signal' AND name = $1 AND opened_at <= $2 AND (instance_id, key) > ($3, $4)
        ORDER BY instance_id, key LIMIT $5`,
      values: [name, sentAt, after?.instanceId ?? '00000000-0000-0000-0000-000000000000', after?.key ?? -1, limit],
    });
    return rows.map((row) => ({ instanceId: row.instance_id, key: row.key }));
  }
}
