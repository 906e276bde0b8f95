import { setTimeout as sleep } from 'node:timers/promises';
import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import type { Logger } from 'pino';
import { platformSchema } from './data-source.js';
import { hasShape, recordShape } from './schema-shape.js';

/** Any constant does; it must stay the same in all versions. */
const lockKey = 5_426_001;

/** How a migration asks for tables that running processes use. Milliseconds. */
interface MigrationPatience {
  /** How long it waits for a lock; whoever comes after it waits as long behind it. */
  readonly lockTimeout: number;
  /** How long the others go on undisturbed until it asks again. */
  readonly pause: number;
  readonly attempts: number;
}

const usual: MigrationPatience = { lockTimeout: 3_000, pause: 2_000, attempts: 60 };

/**
 * Applies the migrations that this database lacks, each in its own transaction. Processes that start together wait
 * for each other, so each migration runs once. One that does not get a lock soon steps back and tries again, so that
 * people who work meanwhile never wait behind it for long.
 *
 * @returns the names applied, in order
 * @throws Error when a lock was not to be had in five minutes; the migrations before are applied
 */
export async function migrate(
  dataSource: DataSource,
  log: Pick<Logger, 'info'>,
  patience: MigrationPatience = usual,
): Promise<string[]> {
  const runner = dataSource.createQueryRunner();
  try {
    // Waiting for another process, or building an index, may take longer than a statement of the application may.
    await runner.query('SET statement_timeout = 0');
    await runner.query('SELECT pg_advisory_lock($1)', [lockKey]);
    await runner.query(`CREATE SCHEMA IF NOT EXISTS ${platformSchema}`);
    await runner.query(`SET lock_timeout = ${patience.lockTimeout}`);
    const applied = await applyPending(dataSource, runner, { log, patience });
    if (applied.length > 0 || !(await hasShape(runner))) await recordShape(runner);
    if (applied.length > 0) log.info({ applied }, `applied ${applied.length} migrations`);
    return applied;
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => undefined); // a lost connection holds no lock
    await runner.query('RESET lock_timeout').catch(() => undefined);
    await runner.query('RESET statement_timeout').catch(() => undefined);
    await runner.release();
  }
}

async function applyPending(
  dataSource: DataSource,
  runner: QueryRunner,
  { log, patience }: { log: Pick<Logger, 'info'>; patience: MigrationPatience },
): Promise<string[]> {
  const executor = new MigrationExecutor(dataSource, runner);
  executor.transaction = 'each';
  const before = new Set(await appliedNames(runner));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await executor.executePendingMigrations();
      return (await appliedNames(runner)).filter((name) => !before.has(name));
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (attempt >= patience.attempts) throw blocked(error);
      log.info({ attempt }, 'a migration waits for a table that is in use; it steps back and tries again');
      await sleep(patience.pause);
    }
  }
}

async function appliedNames(runner: QueryRunner): Promise<string[]> {
  const table = `${platformSchema}.migration`;
  const [found] = (await runner.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])) as { there: boolean }[];
  if (!found?.there) return [];
  const rows = (await runner.query(`SELECT name FROM ${table} ORDER BY id`)) as { name: string }[];
  return rows.map(({ name }) => name);
}

function isLockTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '55P03';
}

function blocked(cause: unknown): Error {
  return new Error(
    'A migration did not get a table that others hold: end long-running work on the database (pg_stat_activity), or ' +
      'stop the processes of the old version, and run it again.',
    { cause },
  );
}
