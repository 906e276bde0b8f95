import { Inject, Injectable } from '@nestjs/common';
import type { QueryConfig, QueryResult } from 'pg';
import type { Logger } from 'pino';
import { DataSource, type QueryRunner } from 'typeorm';
import { LOGGER } from '../log/logger.js';
import { runAfterCommit } from './after-commit.js';
import type { Statement } from './statement.js';
import type { Transaction } from './transaction.js';

/** The one way to the database: TypeORM and plain statements over one pool. */
@Injectable()
export class Database {
  readonly dataSource: DataSource;
  readonly #log: Logger;

  constructor(dataSource: DataSource, @Inject(LOGGER) log: Logger) {
    this.dataSource = dataSource;
    this.#log = log;
  }

  /**
   * Runs `work` in a transaction: commits when it returns, rolls back when it throws and throws the same error on.
   * Isolation is READ COMMITTED; callers lock the rows they decide on.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const callbacks: (() => void | Promise<void>)[] = [];
    let result: T;
    try {
      await runner.startTransaction();
      result = await work({
        manager: runner.manager,
        query: (statement) => run(runner, statement),
        afterCommit: (callback) => void callbacks.push(callback),
      });
      await runner.commitTransaction();
    } catch (error) {
      await this.#rollBack(runner);
      throw error;
    } finally {
      await runner.release();
    }
    await runAfterCommit(callbacks, this.#log);
    return result;
  }

  /** Runs one statement, committed by itself. */
  async query<T>(statement: Statement): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await run<T>(runner, statement);
    } finally {
      await runner.release();
    }
  }

  async #rollBack(runner: QueryRunner): Promise<void> {
    if (!runner.isTransactionActive) return;
    try {
      await runner.rollbackTransaction();
    } catch (error) {
      // The connection is gone, and with it the transaction; the caller gets the first error, which says why.
      this.#log.warn({ err: error }, 'roll-back failed');
    }
  }
}

/** `runner.query` of TypeORM knows no prepared statements, so the runner's own pg client is used. */
async function run<T>(runner: QueryRunner, statement: Statement): Promise<T[]> {
  const client = (await runner.connect()) as { query(config: QueryConfig): Promise<QueryResult> };
  const { rows } = await client.query({
    text: statement.text,
    ...(statement.name !== undefined && { name: statement.name }),
    ...(statement.values && { values: [...statement.values] }),
  });
  return rows as T[];
}
