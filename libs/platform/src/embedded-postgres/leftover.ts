import { rm } from 'node:fs/promises';
import type { Logger } from 'pino';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { postmasterFile, readPostmasterFile } from './postmaster-file.js';
import { isAlive, serversOf, signal, waitUntilGone } from './processes.js';

/**
 * Stops a server that an earlier, killed run left behind, so that this run can start its own. Commits are safe: the
 * new server recovers them from the write-ahead log. Call it only while holding the instance lock.
 *
 * @throws EmbeddedPostgresError if a process of the old server does not go away
 */
export async function stopLeftover(cluster: string, log: Pick<Logger, 'warn'>): Promise<void> {
  const file = await readPostmasterFile(cluster);
  const servers = await serversOf(cluster, file?.pid);
  if (servers.length > 0)
    log.warn(`A PostgreSQL server of an earlier run is still there (process ${servers[0]}); stopping it.`);

  if (file && servers.includes(file.pid)) {
    signal(file.pid, 'SIGINT'); // "fast": ends sessions, writes a checkpoint
    if (!(await waitUntilGone(file.pid, 10_000))) signal(file.pid, 'SIGQUIT');
    await waitUntilGone(file.pid, 5_000);
  }
  // Children whose postmaster was killed: PostgreSQL would refuse to start beside them.
  for (const pid of await serversOf(cluster, undefined)) {
    if (isAlive(pid)) signal(pid, 'SIGKILL');
    if (await waitUntilGone(pid, 5_000)) continue;
    throw new EmbeddedPostgresError(
      `Process ${pid} of an earlier PostgreSQL server in ${cluster} does not end: kill it.`,
    );
  }
  // The number may belong to some other process by now; PostgreSQL would take that for a live server.
  if (file && (await readPostmasterFile(cluster))?.pid === file.pid) await rm(postmasterFile(cluster), { force: true });
}
