import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Logger } from 'pino';
import { endsWithin } from '../queues/ends-within.js';
import { BackupFolder } from './backup-folder.js';
import { packOver, writeWhole } from './safe-files.js';
import { UploadsFollower } from './uploads.js';
import { formatLsn, parseLsn, segmentAt, segmentName } from './wal.rules.js';

/** How much may be lost with the machine, in milliseconds. */
const every = 5_000;
/** How long a stop may wait for the last look. */
const patience = 2_000;
const slot = 'lianban_archive';
/** Name of the file that says up to when a folder of the log is whole. */
export const reachedName = 'reached.json';

/** What is followed, and to where. */
export interface WalArchiveOptions {
  readonly adminUrl: string;
  /** The database's folder. */
  readonly cluster: string;
  /** Folder of the uploads, which must keep step with the database. */
  readonly uploads: string;
  readonly folder: BackupFolder;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

interface Position {
  readonly at: Date;
  readonly lsn: string;
  readonly system: string;
  readonly timeline: number;
  readonly size: number;
}

/**
 * Copies what the embedded server writes to its log, and new uploads, to the folder of the backups every few seconds, so
 * that any instant since a backup can be brought back. A replication slot keeps the server from recycling what was not
 * copied yet. A round that fails is made up by the next one.
 */
export class WalArchive {
  readonly #options: WalArchiveOptions;
  readonly #uploads: UploadsFollower;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #failing = false;

  constructor(options: WalArchiveOptions) {
    this.#options = options;
    this.#uploads = new UploadsFollower(options.uploads, options.folder.uploads);
  }

  /** Makes the first copy, then goes on by itself. A first one that fails is logged like any other. */
  async start(): Promise<void> {
    this.#running = this.#round();
    await this.#running;
    this.#schedule();
  }

  /** Copies what was written last. Call it before the server stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await endsWithin(
      patience,
      this.#running.then(() => this.look()),
    );
  }

  /** One round. @throws whatever kept it from being whole; nothing wrong is left behind then */
  async look(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#options.adminUrl, application_name: 'lianban-archive' });
    client.on('error', () => undefined); // the statement under way tells it
    await client.connect();
    try {
      const from = await this.#keepLog(client);
      const to = await positionOf(client);
      // First what the log names: a case that is brought back must find its papers.
      await this.#uploads.look();
      await this.#copyLog(from, to);
      // A begun segment is kept whole, as a new process copies it from its beginning.
      const start = parseLsn(to.lsn) - (parseLsn(to.lsn) % BigInt(to.size));
      if (start > parseLsn(from))
        await client.query(`SELECT pg_replication_slot_advance('${slot}', $1)`, [formatLsn(start)]);
    } finally {
      await client.end();
    }
  }

  #schedule(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#round();
      void this.#running.then(() => this.#schedule());
    }, every);
    this.#timer.unref();
  }

  async #round(): Promise<void> {
    try {
      await this.look();
      if (this.#failing) this.#options.log.info('the log of the database is being archived again');
      this.#failing = false;
    } catch (error) {
      if (!this.#failing)
        this.#options.log.error(
          { err: error },
          `the log of the database is not archived to ${this.#options.folder.path}`,
        );
      this.#failing = true;
    }
  }

  /** Has the server keep its log from where it was copied to. @returns where that is */
  async #keepLog(client: pg.Client): Promise<string> {
    const { rows } = await client.query<{ from: string | null; lost: boolean }>(
      `SELECT restart_lsn::text AS from, wal_status IS NOT DISTINCT FROM 'lost' AS lost
       FROM pg_replication_slots WHERE slot_name = $1`,
      [slot],
    );
    const [known] = rows;
    if (known?.from && !known.lost) return known.from;
    if (known) {
      await client.query('SELECT pg_drop_replication_slot($1)', [slot]);
      this.#options.log.error('the archive of the log has a gap, as it lagged too far behind: make a backup now');
    }
    const made = await client.query<{ from: string }>(
      'SELECT lsn::text AS from FROM pg_create_physical_replication_slot($1, true)',
      [slot],
    );
    return made.rows[0]?.from ?? '0/0';
  }

  async #copyLog(from: string, to: Position): Promise<void> {
    const target = this.#options.folder.wal(to.system);
    await mkdir(target, { recursive: true, mode: 0o700 });
    await requireSamePast(target, to);
    const log = join(this.#options.cluster, 'pg_wal');
    for (const name of (await readdir(log)).filter((each) => each.endsWith('.history')))
      await writeWhole(join(target, name), await readFile(join(log, name), 'utf8'));
    const current = segmentAt(parseLsn(to.lsn), to.size);
    for (let number = segmentAt(parseLsn(from), to.size); number <= current; number += 1) {
      const name = await nameIn(log, { ...to, number });
      if (number < current) await this.#pack(join(log, name), join(target, name));
      else await append(join(log, name), join(target, `${name}.partial`), Number(parseLsn(to.lsn) % BigInt(to.size)));
    }
    await writeWhole(
      join(target, reachedName),
      JSON.stringify({ at: to.at.toISOString(), lsn: to.lsn, timeline: to.timeline }),
    );
  }

  async #pack(source: string, target: string): Promise<void> {
    const packed = `${target}.gz`;
    if (!(await sizeOf(packed))) await packOver(source, packed);
    await rm(`${target}.partial`, { force: true });
  }
}

/** Lets a server that is no longer followed recycle its log. */
export async function endWalArchive(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(
      'SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE slot_name = $1 AND NOT active',
      [slot],
    );
  } finally {
    await client.end();
  }
}

/** The instant is asked for first: what was confirmed by then lies before the position. */
async function positionOf(client: pg.Client): Promise<Position> {
  const { rows: asked } = await client.query<{ at: Date }>('SELECT clock_timestamp() AS at');
  const { rows } = await client.query<Omit<Position, 'at'>>(
    `SELECT flushed.lsn::text AS lsn, system_identifier::text AS system,
       ('x' || left(pg_walfile_name(flushed.lsn), 8))::bit(32)::int AS timeline,
       pg_size_bytes(current_setting('wal_segment_size'))::int AS size
     FROM pg_control_system(), (SELECT pg_current_wal_flush_lsn() AS lsn) AS flushed`,
  );
  const [position, instant] = [rows[0], asked[0]];
  if (!position || !instant) throw new Error('expected a position in the log, got none');
  return { ...position, ...instant };
}

/** A segment that was begun before a restore still bears the number of the timeline of then. */
async function nameIn(log: string, { timeline, number, size }: Position & { number: number }): Promise<string> {
  for (let each = timeline; each > 1; each -= 1) {
    const name = segmentName({ timeline: each, number }, size);
    if (await sizeOf(join(log, name))) return name;
  }
  return segmentName({ timeline: 1, number }, size);
}

/**
 * Refuses to mix two pasts: whoever put back a copy of the data folder by hand goes on writing where the archive has
 * something else. A restore by the command begins a timeline of its own.
 */
async function requireSamePast(folder: string, { lsn, timeline }: Position): Promise<void> {
  const text = await readFile(join(folder, reachedName), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const reached = JSON.parse(text) as { lsn: string; timeline: number };
  if (reached.timeline !== timeline || parseLsn(reached.lsn) <= parseLsn(lsn)) return;
  throw new Error(
    `${folder} holds the log of a later state of this database, which was put back by hand: set LIANBAN_BACKUP to another ` +
      'folder and make a backup there.',
  );
}

/** What is flushed is never changed, so only what is new is copied. */
async function append(source: string, target: string, until: number): Promise<void> {
  const have = (await sizeOf(target)) ?? 0;
  if (until <= have) return;
  const [from, to] = [await open(source, 'r'), await open(target, 'a', 0o600)];
  try {
    const { buffer, bytesRead } = await from.read(Buffer.alloc(until - have), 0, until - have, have);
    await to.write(buffer.subarray(0, bytesRead));
    await to.sync();
  } finally {
    await from.close();
    await to.close();
  }
}

async function sizeOf(path: string): Promise<number | undefined> {
  return await stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}
