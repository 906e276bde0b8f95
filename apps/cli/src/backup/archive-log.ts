import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { BackupFolder, endWalArchive, WalArchive } from '@lianban/platform';
import type { Installation } from '../installation/installation.js';

/** What copies the log of the database as it grows. */
export type LogArchive = Pick<WalArchive, 'stop'>;

/** Follows the embedded database to the folder of LIANBAN_BACKUP; without one, no log is kept for it any longer. */
export async function archiveLog({ config, embedded }: Installation, log: Logger): Promise<LogArchive | undefined> {
  if (!embedded) return undefined; // the log of a server is its operator's
  const { adminUrl } = embedded;
  if (config.backupDir === undefined) {
    await endWalArchive(adminUrl);
    return undefined;
  }
  const archive = new WalArchive({
    adminUrl,
    cluster: await realpath(join(config.dataDir, 'postgres')),
    uploads: join(config.dataDir, 'uploads'),
    folder: new BackupFolder(config.backupDir),
    log,
  });
  await archive.start();
  return archive;
}
