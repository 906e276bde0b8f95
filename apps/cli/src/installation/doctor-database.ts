import type { Logger } from 'pino';
import { AuditTrail } from '@lianban/identity';
import { createQueues, driftOf, requireFieldKeys, type Config, type Database } from '@lianban/platform';
import { engineQueues } from '@lianban/engine';
import { SystemClock } from '@lianban/platform';
import type { Check, Finding } from './doctor-check.js';
import type { Installation } from './installation.js';
import { Refused } from './refused.js';
import { migrations } from './schema.js';

const oldestServer = 14;
/** Changes of tables that are told; the rest is counted. */
const toldChanges = 5;
/** Seconds by which two clocks may differ: terms are told by one, and compared by the other. */
const clocksMayDiffer = 5;
/** Seconds after which a due timer is late. */
const late = 300;
/** Last entries of each chain of the audit trail that are recomputed. */
const tail = 200;

/** What only the database and the queues can tell. The schema comes first: without it the rest fails. */
export function databaseChecks({ database, config }: Installation, log: Logger): Check[] {
  return [
    { name: 'database', run: async () => await checkServer(database) },
    { name: 'schema', run: async () => await checkSchema(database) },
    { name: 'tables', run: async () => await checkShape(database) },
    { name: 'keys of personal data', run: async () => await checkKeys(database) },
    { name: 'clock', run: async () => await checkClock(database) },
    { name: 'queues', run: async () => await checkQueues(config, log) },
    { name: 'timers', run: async () => await checkTimers(database) },
    { name: 'failed tasks', run: async () => await checkFailures(database) },
    { name: 'audit trail', run: async () => await checkAudit(database) },
    { name: 'passwords', run: async () => await checkPasswords(database, config) },
  ];
}

async function checkServer(database: Database): Promise<string> {
  const [row] = await database.query<{ version: string }>({
    text: `SELECT current_setting('server_version') AS version`,
  });
  if (Number.parseInt(row?.version ?? '0', 10) < oldestServer) {
    throw new Refused(`PostgreSQL ${row?.version} is too old: expected ${oldestServer} or newer.`);
  }
  return `PostgreSQL ${row?.version}`;
}

/** Asks by itself, because TypeORM's own question creates its table. */
async function checkSchema(database: Database): Promise<string> {
  const [table] = await database.query<{ exists: boolean }>({
    text: `SELECT to_regclass('platform.migration') IS NOT NULL AS exists`,
  });
  const applied = table?.exists
    ? await database.query<{ name: string }>({ text: 'SELECT name FROM platform.migration' })
    : [];
  const missing = migrations.filter((migration) => !applied.some(({ name }) => name === migration.name));
  if (missing.length === 0) return `${applied.length} migrations`;
  throw new Refused(`the schema lacks ${missing.length} of ${migrations.length} migrations: run "lianban migrate".`);
}

/** Finds what was changed by hand since the last migration. */
async function checkShape({ dataSource }: Database): Promise<string> {
  const { missing, added } = await driftOf(dataSource);
  const changes = [...missing.map((line) => `missing: ${line}`), ...added.map((line) => `added: ${line}`)];
  if (changes.length === 0) return 'as the migrations left them';
  const rest = changes.length > toldChanges ? `; and ${changes.length - toldChanges} more` : '';
  throw new Refused(
    `tables were changed since the last migration: ${changes.slice(0, toldChanges).join('; ')}${rest}. Undo that, or restore.`,
  );
}

async function checkKeys(database: Database): Promise<string> {
  await requireFieldKeys(database);
  return 'as the database was sealed with';
}

async function checkClock(database: Database): Promise<string> {
  const before = Date.now();
  const [row] = await database.query<{ now: Date }>({ text: 'SELECT clock_timestamp() AS now' });
  const here = (before + Date.now()) / 2;
  const seconds = Math.abs((row?.now.getTime() ?? 0) - here) / 1_000;
  if (seconds > clocksMayDiffer)
    throw new Refused(`this clock and the database's differ by ${Math.round(seconds)} s: set both by NTP.`);
  return `agrees with the database to ${seconds.toFixed(1)} s`;
}

async function checkQueues({ databaseUrl, redisUrl }: Installation['config'], log: Logger): Promise<Finding> {
  const queues = await createQueues({ log, databaseUrl, ...(redisUrl !== undefined && { redisUrl }) });
  try {
    let failed = 0;
    for (const name of Object.values(engineQueues)) failed += await queues.queue(name).getFailedCount();
    const found = `on ${queues.kind}`;
    return failed === 0 ? found : { look: `${found}, ${failed} jobs failed: look under 系统管理, 失败任务.` };
  } finally {
    await queues.close();
  }
}

/** Late is only what somebody was there to fire: while nothing runs, everything waits. */
async function checkTimers(database: Database): Promise<Finding> {
  const [row] = await database.query<{ seconds: number; workers: number }>({
    text: `SELECT coalesce(extract(epoch FROM now() - min(due_at)), 0)::float8 AS seconds,
        (SELECT count(*)::int FROM pg_stat_activity
         WHERE datname = current_database() AND application_name = 'lianban-worker') AS workers
      FROM engine.timer WHERE attempt_at <= now() AND NOT suspended`,
  });
  const { seconds = 0, workers = 0 } = row ?? {};
  if (seconds < late) return workers > 0 ? 'none is late' : 'none is late; no worker runs';
  const waits = `the oldest due timer waits for ${Math.round(seconds / 60)} minutes`;
  if (workers === 0) return { look: `${waits}: no worker runs; they fire when one is started.` };
  throw new Refused(`${waits} while a worker runs: look in its log for "firing the timers", and at /metrics.`);
}

async function checkFailures(database: Database): Promise<Finding> {
  const [row] = await database.query<{ letters: number; incidents: number }>({
    text: `SELECT (SELECT count(*)::int FROM engine.outbox WHERE given_up_at IS NOT NULL) AS letters,
      (SELECT count(*)::int FROM engine.incident) AS incidents`,
  });
  const { letters = 0, incidents = 0 } = row ?? {};
  const found = `${letters} given up, ${incidents} incidents`;
  return letters + incidents === 0 ? 'none' : { look: `${found}: look under 失败任务 and 故障.` };
}

async function checkAudit(database: Database): Promise<string> {
  const broken = await new AuditTrail(database, new SystemClock()).checkTails(tail);
  const [first] = broken;
  if (!first) return `the last ${tail} entries of each chain are whole`;
  throw new Refused(
    `chain ${first.stream} is broken at entry ${first.seq} (${first.reason}): run "lianban audit verify", keep the disk as evidence.`,
  );
}

/** The demo gives one password to all its accounts, which nobody else does. */
async function checkPasswords(database: Database, { demo, publicUrl }: Config): Promise<Finding> {
  const rows = await database.query<{ names: string[] }>({
    text: `SELECT array_agg(username ORDER BY username) AS names FROM identity.account
      WHERE disabled_at IS NULL GROUP BY password_hash HAVING count(*) > 1`,
  });
  const names = rows.flatMap((row) => row.names);
  if (names.length === 0) return 'no two accounts share one';
  const shared = `${names.length} accounts share a password, as ${names.slice(0, 3).join(', ')}`;
  if (publicUrl !== undefined && !demo)
    throw new Refused(`${shared}: these are accounts of the demo; close them before people use this.`);
  return { look: `${shared}: accounts of the demo; close them before people use this.` };
}
