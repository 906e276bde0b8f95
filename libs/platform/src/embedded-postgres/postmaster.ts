import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Placement } from './placement.js';
import { readPostmasterFile } from './postmaster-file.js';

/** A running server process. */
export interface Postmaster {
  readonly pid: number;
  /** Settles when the process is gone, however it went. */
  readonly exited: Promise<void>;
  /** Stops it with a checkpoint; by force, which is safe too, if that takes long. */
  stop(): Promise<void>;
}

/** What differs from one start to the next. */
export interface LaunchSettings {
  readonly port: number;
  readonly logFile: string;
  /** PostgreSQL settings by name. */
  readonly settings: Readonly<Record<string, string>>;
  /** How long until it must accept connections, in milliseconds; enough for a recovery after a crash unless given. */
  readonly timeout?: number;
}

/** Recovery after a crash replays at most `max_wal_size` of log, which is seconds; this is for very slow disks. */
const startTimeout = 120_000;
const stopTimeout = 4_000;
const logLimit = 10 * 1024 * 1024;

/**
 * Starts the server and waits until it accepts connections.
 *
 * @throws EmbeddedPostgresError with the reason from the server's log
 */
export async function launch(place: Placement, options: LaunchSettings): Promise<Postmaster> {
  const logStart = rotate(options.logFile);
  const child = spawnServer(place, options);
  let gone = false;
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      gone = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const timeout = options.timeout ?? startTimeout;
  const deadline = performance.now() + timeout;
  for (;;) {
    const file = gone ? undefined : await readPostmasterFile(place.cluster);
    if (gone || child.pid === undefined) throw await startFailure(options.logFile, logStart);
    if (file?.pid === child.pid && file.ready) break;
    if (performance.now() > deadline) {
      child.kill('SIGQUIT');
      throw new EmbeddedPostgresError(`PostgreSQL was not ready within ${timeout / 1000} s: see ${options.logFile}.`);
    }
    await sleep(10);
  }
  child.unref();
  return { pid: child.pid, exited, stop: () => stop(child, exited, place) };
}

function spawnServer(place: Placement, { port, logFile, settings }: LaunchSettings): ChildProcess {
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a', 0o600);
  try {
    return spawn(place.binaries.postgres, ['-D', place.cluster, '-p', String(port), ...options], {
      ...place.user,
      cwd: '/',
      // Its own process group: Ctrl-C in a terminal must reach node first, which then drains and stops the server.
      detached: true,
      stdio: ['ignore', log, log],
      env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC' },
    });
  } finally {
    closeSync(log);
  }
}

async function stop(child: ChildProcess, exited: Promise<void>, place: Placement): Promise<void> {
  child.ref();
  if (process.platform === 'win32') {
    await promisify(execFile)(place.binaries.pgCtl, ['stop', '-D', place.cluster, '-m', 'fast']);
  } else {
    child.kill('SIGINT');
  }
  const force = setTimeout(() => child.kill('SIGQUIT'), stopTimeout);
  await exited;
  clearTimeout(force);
}

/** Keeps one old log. Returns where the new lines will begin. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= logLimit) return size;
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

async function startFailure(logFile: string, from: number): Promise<EmbeddedPostgresError> {
  const file = await open(logFile, 'r');
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(Math.min(size - from, 64_000)), 0, undefined, from);
    const lines = buffer.toString().split('\n');
    const reason =
      lines.findLast((line) => /FATAL|PANIC|error while loading|postgres: /.test(line)) ?? 'it said nothing';
    return new EmbeddedPostgresError(
      `PostgreSQL did not start: ${reason.replace(/^.*?(?=FATAL|PANIC)/, '')} (see ${logFile})`,
    );
  } finally {
    await file.close();
  }
}
