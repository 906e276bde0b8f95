import { createReadStream, createWriteStream } from 'node:fs';
import { chown, copyFile, mkdir, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Logger } from 'pino';
import { prepareFolder } from '../embedded-postgres/data-folder.js';
import { freePort } from '../embedded-postgres/free-port.js';
import { place, type Placement } from '../embedded-postgres/placement.js';
import { launch } from '../embedded-postgres/postmaster.js';
import { BackupError } from './backup-error.js';
import type { BackupFolder } from './backup-folder.js';
import { copyOver, forEachOf } from './safe-files.js';
import type { RestorePoint } from './restore-point.js';

/** Replaying days of log takes its time. */
const recoveryTimeout = 3_600_000;

/** Where it is brought back to. */
export interface RestoreTarget {
  /** A data folder without a database. */
  readonly dataDir: string;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Makes a database from a backup's files and lets the server replay its log up to the instant; then the server is
 * stopped, and the folder is one that `startEmbeddedPostgres` starts from.
 *
 * @throws BackupError for a file that is not what it was, EmbeddedPostgresError
 */
export async function restoreCluster(folder: BackupFolder, point: RestorePoint, target: RestoreTarget): Promise<void> {
  const { dataDir, log } = target;
  await prepareFolder(dataDir);
  const placement = await place(dataDir, log);
  const { wal } = point.backup.manifest;
  if (!wal) throw new BackupError(`${point.backup.folder} is a dump of a server, not the files of an embedded one.`);
  await layFiles(point, placement.cluster);
  await layLog(point, { from: folder.wal(wal.system), to: join(placement.cluster, 'pg_wal'), size: wal.segmentSize });
  await writeFile(join(placement.cluster, 'recovery.signal'), '', { mode: 0o600 });
  if (placement.user) await giveTo(placement.user, placement.cluster);
  if (placement.link !== undefined) await symlink(placement.cluster, placement.link);
  await replay(placement, dataDir, point.at);
}

async function layFiles({ backup }: RestorePoint, cluster: string): Promise<void> {
  await mkdir(cluster, { mode: 0o700 });
  const inside = (path: string): string =>
    join(cluster, path.replace(/^postgres\//u, '').replace(/^wal\//u, 'pg_wal/'));
  for (const path of backup.manifest.folders.filter((each) => each.startsWith('postgres/')))
    await mkdir(inside(path), { recursive: true, mode: 0o700 });
  const files = backup.manifest.files.filter(({ path }) => /^(postgres|wal)\//u.test(path));
  await forEachOf(files, async ({ path, sha256 }) => {
    const copied = await copyOver(join(backup.folder, path), inside(path));
    if (copied.sha256 !== sha256)
      throw new BackupError(
        `${join(backup.folder, path)} was changed: run "lianban backup verify", use another backup.`,
      );
  });
}

/** The whole segments, then the begun one, padded to the length that the server expects; it sees where the log ends. */
async function layLog(
  { log }: RestorePoint,
  { from, to, size }: { from: string; to: string; size: number },
): Promise<void> {
  for (const name of log) {
    const target = join(to, basename(name).replace(/\.(gz|partial)$/u, ''));
    if (name.endsWith('.gz'))
      await pipeline(createReadStream(join(from, name)), createGunzip(), createWriteStream(target));
    else if (name.endsWith('.history')) await copyFile(join(from, name), target);
    else if (!log.includes(name.replace('.partial', '.gz'))) {
      await copyFile(join(from, name), target);
      await truncate(target, size);
    }
  }
}

async function giveTo(user: { uid: number; gid: number }, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) await chown(join(folder, entry), user.uid, user.gid);
  await chown(folder, user.uid, user.gid);
}

/**
 * Asked for an instant after the last commit, the server ends with the complaint that the log ended before. That it
 * reaches the instant is known, so everything is as it was then: the second attempt takes all of it.
 */
async function replay(placement: Placement, dataDir: string, at: Date | undefined): Promise<void> {
  try {
    await recover(placement, dataDir, at);
  } catch (error) {
    if (!/before configured recovery target was reached/u.test((error as Error).message)) throw error;
    await recover(placement, dataDir, undefined);
  }
}

async function recover(placement: Placement, dataDir: string, at: Date | undefined): Promise<void> {
  const postmaster = await launch(placement, {
    port: await freePort(),
    logFile: join(dataDir, 'postgres.log'),
    timeout: recoveryTimeout,
    settings: {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      hot_standby: 'off',
      restore_command: 'exit 1', // all of the log lies in its place
      recovery_target_action: 'promote',
      ...(at && { recovery_target_time: at.toISOString().replace('Z', '+00') }),
      timezone: 'UTC',
    },
  });
  await postmaster.stop();
}
