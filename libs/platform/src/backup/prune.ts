import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupFolder } from './backup-folder.js';
import { parseLsn, parseSegment, segmentAt } from './wal.rules.js';

/**
 * Removes all backups but the newest, and the log that only they needed. Uploads stay: they are kept once for all.
 *
 * @returns names of the backups that were removed
 */
export async function keepNewest(folder: BackupFolder, count: number): Promise<string[]> {
  const backups = await folder.list();
  const old = backups.slice(0, Math.max(backups.length - count, 0));
  for (const { folder: path } of old) await rm(path, { recursive: true });
  const systems = new Set(old.flatMap(({ manifest }) => manifest.wal?.system ?? []));
  for (const system of systems) await keepLogOf(folder, system, backups.slice(old.length));
  return old.map(({ name }) => name);
}

async function keepLogOf(folder: BackupFolder, system: string, kept: readonly Backup[]): Promise<void> {
  const starts = kept.flatMap(({ manifest: { wal } }) =>
    wal?.system === system ? [{ size: wal.segmentSize, first: segmentAt(parseLsn(wal.start), wal.segmentSize) }] : [],
  );
  const [oldest] = starts.sort((a, b) => a.first - b.first);
  if (!oldest) return;
  const path = folder.wal(system);
  const names = await readdir(path).catch(() => []);
  for (const name of names) {
    const number = parseSegment(name, oldest.size)?.number;
    if (number !== undefined && number < oldest.first) await rm(join(path, name), { force: true });
  }
}
