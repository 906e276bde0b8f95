import { readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Most bytes of a Unix socket's address on every system that has them (macOS: 104 with the final zero). */
const longestAddress = 103;
const prefix = '.s.PGSQL.';

/**
 * The folder for the server's Unix socket, which costs less per statement than TCP: the database's own, since nobody
 * but its user, and root, may enter it. Undefined where there can be none: on Windows, for a path that is too long or
 * that PostgreSQL would read as several, on file systems without sockets. TCP is used then.
 *
 * @param cluster the database's folder; exists
 */
export async function socketFolder(cluster: string): Promise<string | undefined> {
  if (process.platform === 'win32' || /[,"]/.test(cluster)) return undefined;
  if (Buffer.byteLength(join(cluster, `${prefix}65535`)) > longestAddress) return undefined;
  return (await canListen(join(cluster, `${prefix}try`))) ? cluster : undefined;
}

/** Removes what a killed server left; a socket that somebody listens at must not be among it. */
export async function clearSockets(cluster: string): Promise<void> {
  const names = (await readdir(cluster)).filter((name) => name.startsWith(prefix));
  await Promise.all(names.map((name) => rm(join(cluster, name), { force: true })));
}

async function canListen(path: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(path, () => server.close(() => resolve(true)));
  });
}
