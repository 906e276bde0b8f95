import type { EntityManager } from 'typeorm';
import type { FieldCipher } from '../sealing/field-cipher.js';
import type { Statement } from './statement.js';

/** An open transaction. It is handed on as an argument, never found in the air. */
export interface Transaction {
  /** Seals and opens the personal data of this database. */
  readonly fields: FieldCipher;
  /** TypeORM inside this transaction. */
  readonly manager: EntityManager;
  /** Runs on the same connection by the plain driver; the way for hot or prepared statements. */
  query<T>(statement: Statement): Promise<T[]>;
  /**
   * Sends a statement without waiting: it travels with the next one or with the commit, which saves its round trip. What
   * is queried later sees what it wrote. If it fails, so does the transaction, with the error that `explain` makes of it.
   */
  send(statement: Statement, explain: (error: unknown) => unknown): void;
  /** Runs once this transaction is committed, never if it is rolled back. A failure is logged, not thrown. */
  afterCommit(callback: () => void | Promise<void>): void;
}
