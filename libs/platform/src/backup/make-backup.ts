import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { lockInstance } from '../embedded-postgres/instance-lock.js';
import { makeFolder } from '../embedded-postgres/make-folder.js';
import type { Clock } from '../time/clock.js';
import { BackupFolder, draftEnding, type Backup } from './backup-folder.js';
import { takeBaseBackup } from './base-backup.js';
import { dumpDatabase } from './dump.js';
import { manifestName, type Manifest } from './manifest.js';
import { copyOver, forEachOf, sumOf, syncFolder, treeOf, writeWhole } from './safe-files.js';
import { addressesIn, copyMissing } from './uploads.js';

/** Name of the list of uploads that belong to a backup. */
export const uploadsName = 'uploads.txt';

/** What a backup is made of. */
export interface BackupSource {
  /** The product's data folder, for uploads and secrets. */
  readonly dataDir: string;
  readonly database:
    | { readonly kind: 'files'; readonly adminUrl: string; readonly cluster: string }
    | { readonly kind: 'dump'; readonly url: string; readonly version: string };
  /** Version of the product. */
  readonly product: string;
  /** Names of the migrations that the database has. */
  readonly migrations: readonly string[];
  /** Take the generated secrets too. */
  readonly secrets: boolean;
  readonly clock: Clock;
}

/**
 * Makes a backup of what is there now, while the product runs. It is built beside its place: a folder of `backups` with
 * a manifest is whole.
 *
 * @throws BackupError, EmbeddedPostgresError where another backup is being made in this folder
 */
export async function makeBackup(folder: BackupFolder, source: BackupSource): Promise<Backup> {
  await makeFolder(folder.backups, 0o700);
  const lock = lockInstance(folder.path, 'wait for it, or choose another folder');
  try {
    for (const name of await folder.unfinished()) await rm(join(folder.backups, name), { recursive: true });
    const startedAt = source.clock.now();
    const name = stampOf(startedAt);
    const draft = join(folder.backups, `${name}${draftEnding}`);
    await mkdir(draft, { mode: 0o700 });
    const manifest = await fill(draft, folder, source, startedAt);
    await syncFolders(draft, manifest.folders);
    await writeWhole(join(draft, manifestName), `${JSON.stringify(manifest)}\n`);
    await rename(draft, join(folder.backups, name));
    await syncFolder(folder.backups);
    return { name, folder: join(folder.backups, name), manifest };
  } finally {
    lock.release();
  }
}

/** An instant as the name of a file. */
export function stampOf(instant: Date): string {
  return instant.toISOString().replaceAll(/[-:]/gu, '');
}

async function fill(draft: string, folder: BackupFolder, source: BackupSource, startedAt: Date): Promise<Manifest> {
  const database = await takeDatabase(draft, source.database);
  const finishedAt = source.clock.now();
  // After the database: what it names was written before it was named, and is never changed.
  const uploads = await takeUploads(draft, folder, source.dataDir);
  const secrets = source.secrets ? await takeSecrets(draft, source.dataDir) : [];
  return {
    format: 1,
    kind: source.database.kind,
    product: source.product,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    migrations: [...source.migrations],
    secrets: secrets.length > 0,
    uploads: uploads.count,
    ...database,
    folders: [...database.folders, ...(secrets.length > 0 ? ['secrets'] : [])],
    files: [...database.files, uploads.list, ...secrets].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

async function takeDatabase(
  draft: string,
  database: BackupSource['database'],
): Promise<Pick<Manifest, 'postgres' | 'folders' | 'files' | 'wal'>> {
  if (database.kind === 'files') return await takeBaseBackup(database.adminUrl, database.cluster, draft);
  return { postgres: database.version, ...(await dumpDatabase(database.url, draft)) };
}

async function takeUploads(draft: string, folder: BackupFolder, dataDir: string) {
  const from = join(dataDir, 'uploads');
  const addresses = await addressesIn(from);
  await copyMissing(from, folder.uploads, addresses);
  let bytes = 0;
  await forEachOf(addresses, async (each) => {
    bytes += (await stat(join(folder.uploads, each.slice(0, 2), each))).size;
  });
  const file = join(draft, uploadsName);
  await writeWhole(file, addresses.map((each) => `${each}\n`).join(''));
  const list = { path: uploadsName, bytes: addresses.length * 65, sha256: await sumOf(file) };
  return { count: { files: addresses.length, bytes }, list };
}

async function takeSecrets(draft: string, dataDir: string): Promise<Manifest['files']> {
  const from = join(dataDir, 'secrets');
  const { files } = await treeOf(from).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return { files: [] };
    throw error;
  });
  if (files.length > 0) await mkdir(join(draft, 'secrets'), { mode: 0o700 });
  const taken: Manifest['files'] = [];
  for (const path of files) {
    const copied = await copyOver(join(from, path), join(draft, 'secrets', path));
    taken.push({ path: `secrets/${path}`, ...copied });
  }
  return taken;
}

async function syncFolders(draft: string, folders: readonly string[]): Promise<void> {
  await forEachOf(folders, async (each) => await syncFolder(join(draft, each)));
}
