import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { ensureCluster } from './cluster.js';
import { prepareFolder } from './data-folder.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { freePort } from './free-port.js';
import { lockInstance } from './instance-lock.js';
import { keepRunning } from './keep-running.js';
import { stopLeftover } from './leftover.js';
import { finishSwap } from './swap.js';
import { createPassword, findPassword, resetPassword } from './password.js';
import { place, type Placement } from './placement.js';
import { launch, type Postmaster } from './postmaster.js';
import { signal } from './processes.js';
import { ensureProductDatabase } from './product-database.js';
import { clearSockets, socketFolder } from './socket-folder.js';

/** How the embedded server is run. */
export interface EmbeddedPostgresOptions {
  /** The product's data folder; the server uses `postgres`, `postgres.log`, `secrets` and `lianban.pid` in it. */
  readonly dataDir: string;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** PostgreSQL settings on top of the usual ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Further arguments of `initdb`; for tests. */
  readonly initdbArguments?: readonly string[];
}

/** The running server. */
export interface EmbeddedPostgres {
  /** Address of the product's database as its owner, who is no superuser. Stays the same until `stop`. */
  readonly url: string;
  /** Address for a superuser; for tests and maintenance. */
  readonly adminUrl: string;
  /** Process id of the server now. */
  readonly pid: () => number;
  /** Stops it; call it last, after everything that talks to it. */
  stop(): Promise<void>;
}

const usualSettings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
  // An archive of the log that cannot be reached must not fill the disk of the database.
  max_slot_wal_keep_size: '4GB',
};

/**
 * Starts a PostgreSQL of our own on a free local port and, where there can be one, a Unix socket, on data in
 * `dataDir`, and keeps it running: a server that dies is started again at the same address. What a killed run left
 * behind is stopped or recovered first.
 *
 * @throws EmbeddedPostgresError with one line that says what to do: folder in use or not writable, disk full, no
 * programs for this platform, data of another user
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  await prepareFolder(dataDir);
  const lock = lockInstance(dataDir);
  try {
    return await startLocked(dataDir, options, () => lock.release());
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(
  dataDir: string,
  { log, settings: given, initdbArguments = [] }: EmbeddedPostgresOptions,
  unlock: () => void,
): Promise<EmbeddedPostgres> {
  await finishSwap(dataDir, log);
  const placement = await place(dataDir, log);
  const known = await findPassword(dataDir);
  const password = known ?? (await createPassword(dataDir));
  const created = await ensureCluster(placement, password, initdbArguments);
  await stopLeftover(placement.cluster, log);
  await clearSockets(placement.cluster);
  if (known === undefined && !created) await resetPassword(placement, password);

  const socket = await socketFolder(placement.cluster);
  const settings = { ...usualSettings, unix_socket_directories: socket ?? '', ...given };
  const options = { logFile: join(dataDir, 'postgres.log'), settings };
  const { postmaster, port } = await launchPatiently(placement, freePort, options);
  const keeper = keepRunning(postmaster, log, async () => {
    await stopLeftover(placement.cluster, log);
    return (await launchPatiently(placement, () => Promise.resolve(port), options)).postmaster;
  });
  // If node ends without `stop`, the server must not outlive it; the signal is enough, it stops by itself.
  const atExit = (): void => {
    signal(keeper.pid(), 'SIGINT');
    unlock();
  };
  process.once('exit', atExit);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', atExit);
    await keeper.stop();
    unlock();
  };
  try {
    return { ...(await ensureProductDatabase({ port, socket, password })), pid: keeper.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Another program may take the port, and the remains of a killed server may need a moment to vanish: try again. */
async function launchPatiently(
  placement: Placement,
  nextPort: () => Promise<number>,
  options: { logFile: string; settings: Record<string, string> },
): Promise<{ postmaster: Postmaster; port: number }> {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const port = await nextPort();
    try {
      return { postmaster: await launch(placement, { ...options, port }), port };
    } catch (error) {
      if (!passing(error) || performance.now() > deadline) throw error;
      await sleep(250);
    }
  }
}

function passing(error: unknown): boolean {
  return (
    error instanceof EmbeddedPostgresError &&
    /lock file|shared memory|could not create any TCP\/IP sockets/.test(error.message)
  );
}
