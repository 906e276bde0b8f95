import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import {
  clearRestoring,
  finishSwap,
  lockInstance,
  makeFolder,
  restoreCluster,
  restoringFolder,
  startEmbeddedPostgres,
  swapIn,
  type BackupFolder,
  type Config,
  type RestorePoint,
} from '@lianban/platform';
import { Refused } from '../installation/refused.js';
import { bringSecrets } from './bring-secrets.js';
import { settle, type Findings } from './settle.js';

/** What a restore is made from. */
export interface Restore {
  readonly config: Config;
  readonly folder: BackupFolder;
  readonly point: RestorePoint;
  /** Whether data that are there may be replaced. */
  readonly yes: boolean;
  /** Names what is made. */
  readonly stamp: string;
  readonly log: Logger;
}

/** What came of it. */
export interface Restored {
  readonly findings: Findings;
  /** What keeps the data that were there before. */
  readonly kept?: string;
}

/**
 * Makes everything ready beside the data that are there, then exchanges them in one step that the next start would
 * finish.
 */
export async function restoreEmbedded({ config, folder, point, yes, stamp, log }: Restore): Promise<Restored> {
  const { dataDir } = config;
  await makeFolder(dataDir);
  const lock = lockInstance(dataDir, 'stop the product first');
  try {
    await finishSwap(dataDir, log);
    await clearRestoring(dataDir, log);
    const replaces = await isThere(join(dataDir, 'postgres'));
    if (replaces && !yes) {
      throw new Refused(
        `${dataDir} holds a database: add --yes to put the backup in its place; what is there is kept beside it.`,
      );
    }
    const draft = restoringFolder(dataDir, stamp);
    await restoreCluster(folder, point, { dataDir: draft, log });
    await bringSecrets(point, { from: dataDir, to: draft });
    const embedded = await startEmbeddedPostgres({ dataDir: draft, log });
    const findings = await settle({ ...config, databaseUrl: embedded.url }, folder, log).finally(() => embedded.stop());
    const kept = await swapIn(dataDir, stamp, log);
    return { findings, ...(replaces && { kept }) };
  } finally {
    lock.release();
  }
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
