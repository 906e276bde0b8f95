import { Injectable } from '@nestjs/common';
import type { Key } from '@lianban/bpmn';
import { isUnstorableText, uniqueViolation, type Transaction } from '@lianban/platform';
import { InstanceExistsError, TextNotStorableError } from '../engine.errors.js';
import { singleStatement } from './single-statement.js';
import type { WriteDocument } from './write-document.js';

/** A buffered message that waits for a subscription that was just opened. */
export interface BufferedMatch {
  readonly messageId: string;
  readonly instanceId: string;
  readonly key: Key;
}

/** Writes steps: the only writer of the engine's running tables. */
@Injectable()
export class StepWriter {
  /**
   * Writes a document in one round trip, or in none of its own: a statement without an answer of interest travels with
   * what follows in the transaction, which fails if it does.
   *
   * @throws TextNotStorableError invalid `text-not-storable`
   * @throws InstanceExistsError conflict `instance-exists`
   */
  async write(tx: Transaction, document: WriteDocument): Promise<BufferedMatch[]> {
    const instanceId = document.journal[0]?.instance_id ?? '';
    const statement = singleStatement(document);
    if (statement) {
      tx.send(statement, (error) => explained(error, instanceId));
      return [];
    }
    try {
      const rows = await tx.query<{ message_id: string; receiver: string; receiver_key: number }>({
        name: 'engine.write_steps',
        text: 'SELECT message_id, receiver, receiver_key FROM engine.write_steps($1)',
        values: [JSON.stringify(document)],
      });
      return rows.map((row) => ({ messageId: row.message_id, instanceId: row.receiver, key: row.receiver_key }));
    } catch (error) {
      throw explained(error, instanceId);
    }
  }
}

/** What a failed write means; by SQLSTATE. */
function explained(error: unknown, instanceId: string): unknown {
  if (isUnstorableText(error)) return new TextNotStorableError(error);
  if (uniqueViolation(error) === 'instance_pkey') return new InstanceExistsError(instanceId);
  const { code } = (error ?? {}) as { code?: unknown };
  // division_by_zero: how the single statement says that it found no instance at the revision before.
  if (code === '22012') return new Error(`instance ${instanceId} moved on although it was locked`, { cause: error });
  return error;
}
