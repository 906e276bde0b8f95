import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { AuditTrail } from '@lianban/identity';
import { engineQueues } from '@lianban/engine';
import {
  bringUploads,
  createQueues,
  Database,
  migrate,
  SystemClock,
  type BackupFolder,
  type Config,
} from '@lianban/platform';
import { connect } from '../installation/installation.js';

/** What a restored database turned out to hold. */
export interface Findings {
  readonly applied: readonly string[];
  readonly cases: string;
  readonly lastEntry: string;
  readonly lapsed: number;
  readonly lostUploads: number;
  /** Streams of the audit trail that are broken, in a line each. */
  readonly broken: readonly string[];
  readonly streams: number;
}

/**
 * Makes a restored database ready for a start: newest migrations, queues without entries of another past. What is due
 * lies in the database, and the first sweep of the worker queues and fires it.
 */
export async function settle(
  config: Config & { readonly databaseUrl: string },
  folder: BackupFolder,
  log: Logger,
): Promise<Findings> {
  await bringUploads(folder, config.dataDir);
  const dataSource = await connect(config.databaseUrl);
  try {
    const applied = await migrate(dataSource, log);
    await emptyQueues(config, log);
    const database = new Database(dataSource, log);
    return {
      applied,
      ...(await look(database)),
      ...(await audit(database)),
      lostUploads: await lost(database, join(config.dataDir, 'uploads')),
    };
  } finally {
    await dataSource.destroy();
  }
}

/** Wake-ups are made from the database again; those of the time that was given up would only wake in vain. */
async function emptyQueues({ databaseUrl, redisUrl }: Config, log: Logger): Promise<void> {
  const queues = await createQueues({
    log,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(redisUrl !== undefined && { redisUrl }),
  });
  try {
    for (const name of Object.values(engineQueues)) await queues.queue(name).obliterate({ force: true });
  } finally {
    await queues.close();
  }
}

async function look(database: Database): Promise<Pick<Findings, 'cases' | 'lastEntry' | 'lapsed'>> {
  const cases = await database.query<{ state: string; count: number }>({
    text: 'SELECT state, count(*)::int AS count FROM casework.case_file GROUP BY state ORDER BY state',
  });
  const [entry] = await database.query<{ at: Date; action: string }>({
    text: 'SELECT at, action FROM identity.audit_entry ORDER BY at DESC LIMIT 1',
  });
  const [due] = await database.query<{ count: number }>({
    text: 'SELECT count(*)::int AS count FROM engine.timer WHERE NOT suspended AND due_at <= now()',
  });
  return {
    cases: cases.map(({ state, count }) => `${count} ${state}`).join(', ') || 'none',
    lastEntry: entry ? `${entry.at.toISOString()} (${entry.action})` : 'none',
    lapsed: due?.count ?? 0,
  };
}

async function audit(database: Database): Promise<Pick<Findings, 'broken' | 'streams'>> {
  const trail = new AuditTrail(database, new SystemClock());
  const streams = await trail.streams();
  const broken: string[] = [];
  for (const stream of streams) {
    const verdict = await trail.verify(stream);
    if (!verdict.intact) broken.push(`${stream}: entry ${verdict.brokenAt}: ${verdict.reason}`);
  }
  return { broken, streams: streams.length };
}

/** Tables that name contents of the file store by their hash. */
const withFiles = ['casework.attachment', 'joint_meeting.material', 'outreach.pledge_file'];

/** Counts the uploads that the database names and the folder lacks. */
async function lost(database: Database, uploads: string): Promise<number> {
  const named = new Set<string>();
  for (const name of withFiles)
    for (const row of await database.query<{ sha256: string }>({ text: `SELECT DISTINCT sha256 FROM ${name}` }))
      named.add(row.sha256);
  let missing = 0;
  for (const each of named) if (!(await isThere(join(uploads, each.slice(0, 2), each)))) missing += 1;
  return missing;
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
