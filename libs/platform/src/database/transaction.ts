import type { EntityManager } from 'typeorm';
import type { Statement } from './statement.js';

/** An open transaction. It is handed on as an argument, never found in the air. */
export interface Transaction {
  /** TypeORM inside this transaction. */
  readonly manager: EntityManager;
  /** Runs on the same connection by the plain driver; the way for hot or prepared statements. */
  query<T>(statement: Statement): Promise<T[]>;
  /** Runs once this transaction is committed, never if it is rolled back. A failure is logged, not thrown. */
  afterCommit(callback: () => void | Promise<void>): void;
}
