import type { Database } from '@lianban/platform';

/** What the database knows of work that waits. */
export interface DatabaseNumbers {
  readonly backlog: readonly { readonly kind: string; readonly count: number }[];
  readonly overdue: readonly { readonly kind: string; readonly seconds: number }[];
  readonly lockWaiting: number;
  readonly deadlocks: number;
}

/** Counting stops at a hundred thousand, so that a look at the numbers never costs more than the work that they count. */
export async function readDatabaseNumbers(database: Database, now: Date): Promise<DatabaseNumbers> {
  const [row] = await database.query<DatabaseNumbers>({
    name: 'operations-numbers',
    text: `SELECT
        (SELECT jsonb_agg(counted) FROM (${counted}) AS counted) AS backlog,
        (SELECT jsonb_agg(late) FROM (${late}) AS late) AS overdue,
        (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')
          AS "lockWaiting",
        (SELECT deadlocks::float8 FROM pg_stat_database WHERE datname = current_database()) AS deadlocks`,
    values: [now],
  });
  if (!row) throw new Error('expected one row of numbers, but the database gave none');
  return row;
}

const open: Readonly<Record<string, string>> = {
  task: 'engine.task',
  timer: 'engine.timer',
  job: 'engine.job',
  incident: 'engine.incident',
  outbox: 'engine.outbox WHERE delivered_at IS NULL AND given_up_at IS NULL',
  'given-up': 'engine.outbox WHERE given_up_at IS NOT NULL',
};

const counted = Object.entries(open)
  .map(
    ([kind, from]) =>
      `SELECT '${kind}' AS kind, (SELECT count(*)::int FROM (SELECT FROM ${from} LIMIT 100000) AS row) AS count`,
  )
  .join(' UNION ALL ');

const waiting: Readonly<Record<string, string>> = {
  timer: 'SELECT min(due_at) FROM engine.timer WHERE attempt_at <= $1 AND NOT suspended',
  job: 'SELECT min(attempt_at) FROM engine.job WHERE attempt_at <= $1 AND retries > 0',
  outbox:
    'SELECT min(created_at) FROM engine.outbox WHERE delivered_at IS NULL AND given_up_at IS NULL AND attempt_at <= $1',
};

const late = Object.entries(waiting)
  .map(
    ([kind, oldest]) =>
      `SELECT '${kind}' AS kind, greatest(coalesce(extract(epoch FROM $1::timestamptz - (${oldest})), 0), 0)::float8 AS seconds`,
  )
  .join(' UNION ALL ');
