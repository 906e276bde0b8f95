import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { BackupError } from './backup-error.js';
import type { Manifest, ManifestFile } from './manifest.js';
import { copyOver, forEachOf, sumOf, treeOf } from './safe-files.js';
import { lastSegmentBefore, parseLsn, segmentAt, segmentName } from './wal.rules.js';

/** What a server that starts makes anew (PostgreSQL, "Making a Base Backup Using the Low Level API"). */
const emptied = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const ofTheProcess = /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_label.*|tablespace_map.*)$/u;
const control = 'global/pg_control';

type LogRange = NonNullable<Manifest['wal']>;

/** What was copied of a database. */
export type BaseBackup = Pick<Manifest, 'folders' | 'files' | 'postgres'> & { readonly wal: LogRange };

/**
 * Copies the files of a running server below `target/postgres`, and below `target/wal` the log that makes them whole.
 * The session holds the backup: when this process dies, the server forgets it.
 *
 * @param adminUrl address for a superuser
 * @param cluster the database's folder
 */
export async function takeBaseBackup(adminUrl: string, cluster: string, target: string): Promise<BaseBackup> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // The slot keeps the server from recycling the log meanwhile.
    await client.query(`SELECT pg_create_physical_replication_slot('lianban_backup_${process.pid}', true, true)`);
    const server = await describe(client);
    const begun = await client.query<{ lsn: string }>(`SELECT pg_backup_start('lianban', true) AS lsn`);
    const copied = await copyCluster(cluster, target);
    const ended = await client.query<{ lsn: string; labelfile: string; spcmapfile: string }>(
      'SELECT lsn, labelfile, spcmapfile FROM pg_backup_stop(false)',
    );
    const [first, last] = [begun.rows[0], ended.rows[0]];
    if (!first || !last) throw new BackupError('PostgreSQL did not say where the backup begins and ends.');
    if (last.spcmapfile.trim() !== '') throw new BackupError('The database has tablespaces, which are not backed up.');
    const wal = { ...server.wal, start: first.lsn, stop: last.lsn };
    const files = [
      ...copied.files,
      await written(target, 'postgres/backup_label', last.labelfile),
      ...(await copyLog(cluster, target, wal)),
    ];
    return { postgres: server.version, wal, folders: copied.folders, files };
  } finally {
    await client.end();
  }
}

async function describe(client: pg.Client): Promise<{ version: string; wal: Omit<LogRange, 'start' | 'stop'> }> {
  const { rows } = await client.query<{ version: string; system: string; timeline: number; size: number }>(
    `SELECT current_setting('server_version') AS version, system_identifier::text AS system,
       ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int AS timeline,
       pg_size_bytes(current_setting('wal_segment_size'))::int AS size FROM pg_control_system()`,
  );
  const [row] = rows;
  if (!row) throw new BackupError('PostgreSQL did not say what it is.');
  return { version: row.version, wal: { system: row.system, timeline: row.timeline, segmentSize: row.size } };
}

async function copyCluster(cluster: string, target: string): Promise<Pick<Manifest, 'folders' | 'files'>> {
  const tree = await treeOf(cluster);
  const kept = (path: string): boolean =>
    !ofTheProcess.test(path) && !emptied.some((each) => path.startsWith(`${each}/`));
  const folders = [...tree.folders.filter(kept), 'pg_wal/archive_status', 'pg_wal/summaries'];
  const root = join(target, 'postgres');
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true, mode: 0o700 });
  const files: ManifestFile[] = [];
  const take = async (path: string): Promise<void> => {
    const copied = await copyOver(join(cluster, path), join(root, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined; // a table that was dropped meanwhile; the log knows of it
      throw error;
    });
    if (copied) files.push({ path: `postgres/${path}`, ...copied });
  };
  await forEachOf(
    tree.files.filter((path) => kept(path) && path !== control),
    take,
  );
  files.push(await written(target, `postgres/${control}`, await stable(join(cluster, control))));
  return { folders: folders.map((folder) => `postgres/${folder}`), files };
}

/** The log from the backup's first record to its last; the server has closed the last segment. */
async function copyLog(cluster: string, target: string, wal: LogRange): Promise<ManifestFile[]> {
  const { timeline, segmentSize } = wal;
  const first = segmentAt(parseLsn(wal.start), segmentSize);
  const last = lastSegmentBefore(parseLsn(wal.stop), segmentSize);
  await mkdir(join(target, 'wal'), { mode: 0o700 });
  const files: ManifestFile[] = [];
  for (let number = first; number <= last; number += 1) {
    const name = segmentName({ timeline, number }, segmentSize);
    files.push({ path: `wal/${name}`, ...(await copyOver(join(cluster, 'pg_wal', name), join(target, 'wal', name))) });
  }
  return files;
}

/** Content that two reads agree on, as the server may be writing it. */
async function stable(path: string): Promise<Buffer> {
  let content = await readFile(path);
  for (;;) {
    const again = await readFile(path);
    if (again.equals(content)) return content;
    content = again;
  }
}

async function written(target: string, path: string, content: string | Buffer): Promise<ManifestFile> {
  await writeFile(join(target, path), content, { mode: 0o600, flush: true });
  return { path, bytes: Buffer.byteLength(content), sha256: await sumOf(join(target, path)) };
}
