import { createHash } from 'node:crypto';
import { access, constants, lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Logger } from 'pino';
import { copyBinaries, findBinaries, linkLibraries, type Binaries } from './binaries.js';
import { makeEnterable, requireSpace } from './data-folder.js';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import { mayEnter, mayRun, serverUser, type ServerUser } from './server-user.js';

/** Which programs run on which folder as which user. */
export interface Placement {
  readonly binaries: Binaries;
  /** The database's own folder; real path; exists only after `initdb`. */
  readonly cluster: string;
  /** Where a link to `cluster` belongs once it is filled, if it is not where people look for it. */
  readonly link?: string;
  readonly user?: ServerUser;
}

/** Where a data folder that the server's user cannot enter is replaced; only root writes there. */
const sharedRoot = '/var/lib/lianban';

/**
 * Decides where the server's files are. Normally that is `dataDir/postgres`; under root, if `dataDir` lies in a
 * folder closed to other users (such as /root), it is a folder below /var/lib/lianban and `dataDir/postgres` is a
 * link to it.
 *
 * @param dataDir exists and can be written by this process
 * @throws EmbeddedPostgresError for data that cannot be used, a full disk or an unknown platform
 */
export async function place(dataDir: string, log: Pick<Logger, 'info' | 'warn'>): Promise<Placement> {
  const found = await findBinaries();
  const wanted = join(await realpath(dataDir), 'postgres');
  const state = await stateOf(wanted);
  if (state === 'absent') await requireSpace(dataDir);
  const cluster = state === 'absent' ? await chooseCluster(wanted, log) : await resolveCluster(wanted);
  const user = serverUser(cluster);
  const owned = { ...(user && { user }), ...(state === 'absent' && cluster !== wanted && { link: wanted }) };
  const linked = await linkLibraries(found);
  if (linked && mayRun(found.postgres, user)) return { binaries: found, cluster, ...owned };
  const binaries = await copyBinaries(found, dirname(cluster), user);
  log.info(`The PostgreSQL programs are run from ${binaries.native}, as ${found.native} is closed to their user.`);
  if (mayRun(binaries.postgres, user)) return { binaries, cluster, ...owned };
  throw new EmbeddedPostgresError(
    `${binaries.postgres} cannot be run${user ? ` as user id ${user.uid}` : ''}: expected a glibc system, a mount ` +
      'without noexec and the right to change users. Run as an ordinary user, or set DATABASE_URL.',
  );
}

async function chooseCluster(wanted: string, log: Pick<Logger, 'warn'>): Promise<string> {
  const user = serverUser(wanted);
  if (mayEnter(dirname(wanted), user)) return wanted;
  const name = `${basename(dirname(wanted))}-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`;
  const cluster = join(sharedRoot, name, 'postgres');
  await makeEnterable(dirname(cluster));
  if (!mayEnter(dirname(cluster), user)) {
    throw new EmbeddedPostgresError(
      `Neither ${dirname(wanted)} nor ${dirname(cluster)} can be entered by user id ${user?.uid}, under which PostgreSQL ` +
        'runs because root may not run it: set LIANBAN_DATA to a folder that others may enter.',
    );
  }
  log.warn(
    `${dirname(wanted)} is closed to other users and PostgreSQL may not run as root: the data are in ${cluster}.`,
  );
  return cluster;
}

/** An existing database is never replaced by an empty one elsewhere: what is wrong with it is said instead. */
async function resolveCluster(wanted: string): Promise<string> {
  const cluster = await realpath(wanted).catch((error: unknown) => {
    throw new EmbeddedPostgresError(`${wanted} points to a folder that is gone: restore it, or remove the link.`, {
      cause: error,
    });
  });
  const user = serverUser(cluster);
  if (mayEnter(dirname(cluster), user) && (user || (await mayUse(cluster)))) return cluster;
  const { uid } = await lstat(cluster);
  throw new EmbeddedPostgresError(
    `${cluster} belongs to user id ${uid} and cannot be used by user id ${user?.uid ?? process.getuid?.()}: ` +
      'start as the user who made it, or set LIANBAN_DATA to another folder.',
  );
}

async function mayUse(folder: string): Promise<boolean> {
  return await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function stateOf(path: string): Promise<'absent' | 'present'> {
  return await lstat(path).then(
    () => 'present',
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return 'absent';
      throw error;
    },
  );
}
