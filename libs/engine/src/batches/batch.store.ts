import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import type { Operation, OperationOutcome } from '../operations/operation.js';
import type { Batch, BatchRefusal, InstanceFilter } from './batch.js';
import { conditionOf } from './instance-condition.js';

type Reader = Pick<Transaction, 'query'>;

interface BatchRow {
  readonly id: string;
  readonly operation: Operation;
  readonly actor: Actor;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly cancelled_at: Date | null;
}

/** All SQL about batches. */
@Injectable()
export class BatchStore {
  /** Stores a batch with the instances that the filter finds now; answers with how many. */
  async insert(
    tx: Transaction,
    batch: { readonly id: string; readonly operation: Operation; readonly actor: Actor; readonly at: Date },
    filter: InstanceFilter,
  ): Promise<number> {
    const { where, values } = conditionOf(filter, 5);
    const [row] = await tx.query<{ total: number }>({
      text: `WITH b AS (
          INSERT INTO engine.batch (id, operation, actor, total, created_at) VALUES ($1, $2, $3, 0, $4) RETURNING id
        ), i AS (
          INSERT INTO engine.batch_item (batch_id, instance_id)
          SELECT b.id, i.id FROM b, engine.instance i JOIN engine.definition d ON d.id = i.definition_id WHERE ${where}
          RETURNING 1
        )
        SELECT count(*)::int AS total FROM i`,
      values: [batch.id, JSON.stringify(batch.operation), JSON.stringify(batch.actor), batch.at, ...values],
    });
    const total = row?.total ?? 0;
    await tx.query({
      text: 'UPDATE engine.batch SET total = $2, finished_at = CASE WHEN $2 = 0 THEN created_at END WHERE id = $1',
      values: [batch.id, total],
    });
    return total;
  }

  async find(tx: Reader, ids: readonly string[]): Promise<Batch[]> {
    const rows = await tx.query<BatchRow>({ text: `${selectBatch} WHERE b.id = ANY($1::uuid[])`, values: [ids] });
    return rows.map(batchOf);
  }

  /** The newest first. */
  async list(tx: Reader, limit: number): Promise<Batch[]> {
    const rows = await tx.query<BatchRow>({
      text: `${selectBatch} ORDER BY b.created_at DESC, b.id LIMIT $1`,
      values: [limit],
    });
    return rows.map(batchOf);
  }

  async refusals(tx: Reader, id: string, limit: number): Promise<BatchRefusal[]> {
    return tx.query<BatchRefusal>({
      text: `SELECT instance_id AS "instanceId", coalesce(message, '') AS message FROM engine.batch_item
        WHERE batch_id = $1 AND state = 'refused' ORDER BY instance_id LIMIT $2`,
      values: [id, limit],
    });
  }

  /** The oldest batch that still has something to do, unless all are in other hands. */
  async findOpen(tx: Reader): Promise<{ id: string; operation: Operation; actor: Actor } | undefined> {
    const [row] = await tx.query<{ id: string; operation: Operation; actor: Actor }>({
      text: `SELECT id, operation, actor FROM engine.batch WHERE finished_at IS NULL ORDER BY created_at, id LIMIT 1`,
    });
    return row;
  }

  /** Open items of a batch, locked; those that another worker holds are passed over. */
  async claim(tx: Transaction, id: string, limit: number): Promise<string[]> {
    const rows = await tx.query<{ instance_id: string }>({
      text: `SELECT instance_id FROM engine.batch_item WHERE batch_id = $1 AND state = 'open'
        ORDER BY instance_id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      values: [id, limit],
    });
    return rows.map(({ instance_id }) => instance_id);
  }

  async settle(tx: Transaction, id: string, outcomes: readonly OperationOutcome[]): Promise<void> {
    const rows = outcomes.map((outcome) => ({
      instance_id: outcome.instanceId,
      state: outcome.outcome,
      message: outcome.outcome === 'refused' ? outcome.message : null,
    }));
    await tx.query({
      text: `UPDATE engine.batch_item i SET state = d.state, message = left(d.message, 2000)
        FROM jsonb_to_recordset($2::jsonb) AS d (instance_id uuid, state text, message text)
        WHERE i.batch_id = $1 AND i.instance_id = d.instance_id`,
      values: [id, JSON.stringify(rows)],
    });
  }

  /** Finished once no item is open any more. */
  async finishIfDone(tx: Reader, id: string, at: Date): Promise<void> {
    await tx.query({
      text: `UPDATE engine.batch SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM engine.batch_item WHERE batch_id = $1 AND state = 'open')`,
      values: [id, at],
    });
  }

  /** What is not done yet is left; false when it had ended. */
  async cancel(tx: Transaction, id: string, at: Date): Promise<boolean> {
    const rows = await tx.query({
      text: 'UPDATE engine.batch SET finished_at = $2, cancelled_at = $2 WHERE id = $1 AND finished_at IS NULL RETURNING id',
      values: [id, at],
    });
    return rows.length > 0;
  }
}

const selectBatch = `SELECT b.id, b.operation, b.actor, b.total, b.created_at, b.finished_at, b.cancelled_at,
    (SELECT count(*)::int FROM engine.batch_item i WHERE i.batch_id = b.id AND i.state = 'done') AS done,
    (SELECT count(*)::int FROM engine.batch_item i WHERE i.batch_id = b.id AND i.state = 'refused') AS refused
  FROM engine.batch b`;

function batchOf({ id, operation, total, done, refused, ...row }: BatchRow): Batch {
  const { created_at: createdAt, finished_at: finishedAt, cancelled_at: cancelledAt } = row;
  return { id, operation, total, done, refused, createdAt, finishedAt, cancelledAt };
}
