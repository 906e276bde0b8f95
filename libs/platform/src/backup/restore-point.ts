import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupFolder } from './backup-folder.js';
import { BackupError } from './backup-error.js';
import { reachedName } from './wal-archive.js';
import { leadsTo, parseHistory, parseLsn, parseSegment, segmentAt, unbrokenTo, type Segment } from './wal.rules.js';

/** From what, and up to when, an installation is brought back. */
export interface RestorePoint {
  readonly backup: Backup;
  /** Absent: as far as there is a log. */
  readonly at?: Date;
  /** Files of the archived log to lay beside the backup's own. */
  readonly log: readonly string[];
  /** When the archived log ends; absent where there is none that leads on from the backup. */
  readonly reaches?: Date;
}

interface Archive {
  readonly files: readonly string[];
  readonly reaches: Date | undefined;
  readonly newest: { timeline: number; history: ReturnType<typeof parseHistory> };
}

/**
 * Chooses the newest backup that leads to an instant.
 *
 * @throws BackupError if there is none, or if no log reaches that instant
 */
export async function findRestorePoint(folder: BackupFolder, at: Date | undefined): Promise<RestorePoint> {
  const backups = (await folder.list()).toReversed();
  if (backups.length === 0)
    throw new BackupError(`${folder.path} holds no backup: expected one that "lianban backup" has made.`);
  let latest: Date | undefined;
  for (const backup of backups) {
    if (at && at < new Date(backup.manifest.finishedAt)) continue;
    const point = await pointOf(folder, backup);
    if (!point) continue;
    const reaches = point.reaches ?? new Date(backup.manifest.finishedAt);
    if (at === undefined || at <= reaches) return { ...point, ...(at && { at }) };
    latest ??= reaches;
  }
  throw new BackupError(unreachable(at, latest, backups.at(-1)));
}

function unreachable(at: Date | undefined, latest: Date | undefined, oldest: Backup | undefined): string {
  const asked = at?.toISOString() ?? 'now';
  if (latest === undefined) return `No backup is as old as ${asked}: the oldest is of ${oldest?.manifest.finishedAt}.`;
  return (
    `The backups reach to ${latest.toISOString()}, not to ${asked}: restore to that instant or, without --at, to the ` +
    'latest state. Instants after a backup can be brought back only where LIANBAN_BACKUP was set.'
  );
}

/** Undefined for a backup of a past that was given up by a restore. */
async function pointOf(folder: BackupFolder, backup: Backup): Promise<RestorePoint | undefined> {
  const { wal } = backup.manifest;
  if (!wal) return { backup, log: [] };
  const archive = await readArchive(folder.wal(wal.system));
  const stop = parseLsn(wal.stop);
  if (!leadsTo({ timeline: wal.timeline, stop }, archive.newest)) return undefined;
  const first = segmentAt(parseLsn(wal.start), wal.segmentSize);
  const later = archive.files.filter((name) => (parse(name)?.number ?? first) >= first);
  const numbers = later.flatMap((name) => parse(name)?.number ?? []);
  const own = backup.manifest.files.flatMap(({ path }) => parse(path.replace('wal/', ''))?.number ?? []);
  const whole = unbrokenTo([...own, ...numbers], first) === Math.max(first, ...own, ...numbers);
  const leads =
    whole && numbers.length > 0 && archive.reaches && archive.reaches > new Date(backup.manifest.finishedAt);
  return { backup, log: later, ...(leads && archive.reaches && { reaches: archive.reaches }) };

  function parse(name: string): Segment | undefined {
    return parseSegment(name, wal?.segmentSize ?? 1);
  }
}

async function readArchive(folder: string): Promise<Archive> {
  const files: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const reached = files.includes(reachedName)
    ? (JSON.parse(await readFile(join(folder, reachedName), 'utf8')) as { at: string })
    : undefined;
  const history = files
    .filter((name) => name.endsWith('.history'))
    .sort()
    .at(-1);
  return {
    files: files.filter((name) => /\.(gz|partial|history)$/u.test(name)),
    reaches: reached && new Date(reached.at),
    newest: {
      timeline: history === undefined ? 1 : Number.parseInt(history, 16),
      history: history === undefined ? [] : parseHistory(await readFile(join(folder, history), 'utf8')),
    },
  };
}
