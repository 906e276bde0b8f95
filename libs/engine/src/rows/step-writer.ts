import { Injectable } from '@nestjs/common';
import type { Key } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import { TextNotStorableError } from '../engine.errors.js';
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
   * Writes a document in one round trip.
   *
   * @throws TextNotStorableError invalid `text-not-storable`
   */
  async write(tx: Transaction, document: WriteDocument): Promise<BufferedMatch[]> {
    try {
      const statement = singleStatement(document);
      if (statement) {
        const [written] = await tx.query<{ id: string }>(statement);
        if (!written) throw new Error(`instance ${document.journal[0]?.instance_id} moved on although it was locked`);
        return [];
      }
      const rows = await tx.query<{ message_id: string; receiver: string; receiver_key: number }>({
        name: 'engine.write_steps',
        text: 'SELECT message_id, receiver, receiver_key FROM engine.write_steps($1)',
        values: [JSON.stringify(document)],
      });
      return rows.map((row) => ({ messageId: row.message_id, instanceId: row.receiver, key: row.receiver_key }));
    } catch (error) {
      throw isUnstorableText(error) ? new TextNotStorableError(error) : error;
    }
  }
}

/**
 * SQLSTATE untranslatable_character or character_not_in_repertoire (NUL in JSON or in a text), or
 * invalid_text_representation of JSON itself (a lone surrogate).
 */
function isUnstorableText(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  if (code === '22P05' || code === '22021') return true;
  return code === '22P02' && typeof message === 'string' && message.includes('json');
}
