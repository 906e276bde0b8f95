import { MigrationExecutor, type DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { platformSchema } from './data-source.js';

/** Any constant does; it must stay the same in all versions. */
const lockKey = 5_426_001;

/**
 * Applies the migrations that this database lacks, each in its own transaction. Processes that start together wait
 * for each other, so each migration runs once.
 *
 * @returns the names applied, in order
 */
export async function migrate(dataSource: DataSource, log: Pick<Logger, 'info'>): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    // Waiting for another process, or building an index, may take longer than a statement of the application may.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS ${platformSchema}`);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    const applied = (await executor.executePendingMigrations()).map((migration) => migration.name);
    if (applied.length > 0) log.info({ applied }, `applied ${applied.length} migrations`);
    return applied;
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined); // a lost connection holds no lock
    await runner.query('RESET statement_timeout').catch(() => undefined);
    await runner.release();
  }
}
