import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.js';
import { findPassword } from './password.js';
import { readPostmasterFile } from './postmaster-file.js';
import { serversOf } from './processes.js';
import { addressesOf } from './product-database.js';

/** The embedded server of a data folder, whoever runs it. */
export interface ReachedPostgres {
  readonly url: string;
  readonly adminUrl: string;
  /** The database's folder; real path. */
  readonly cluster: string;
  /** Stops it if it was started for this. */
  close(): Promise<void>;
}

/**
 * Finds the embedded server that another process runs, or starts it for a while.
 *
 * @throws EmbeddedPostgresError as `startEmbeddedPostgres` does
 */
export async function reachEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<ReachedPostgres> {
  const dataDir = resolve(options.dataDir);
  const running = await findRunning(dataDir);
  if (running) return { ...running, close: () => Promise.resolve() };
  const started = await startEmbeddedPostgres(options);
  const cluster = await realpath(join(dataDir, 'postgres'));
  return { url: started.url, adminUrl: started.adminUrl, cluster, close: () => started.stop() };
}

async function findRunning(dataDir: string): Promise<Omit<ReachedPostgres, 'close'> | undefined> {
  const cluster = await realpath(join(dataDir, 'postgres')).catch(() => undefined);
  if (cluster === undefined) return undefined;
  const [file, password] = [await readPostmasterFile(cluster), await findPassword(dataDir)];
  if (!file?.ready || password === undefined) return undefined;
  if (!(await serversOf(cluster, file.pid)).includes(file.pid)) return undefined;
  return { ...addressesOf({ port: file.port, socket: undefined, password }), cluster };
}
