import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource, createLogger, Database, startEmbeddedPostgres } from '@lianban/platform';
import { Desk, type Lengths } from './desk.js';
import { fillDistrict } from './fill-district.js';

/** What is asked of the product. */
export interface LoadOptions {
  readonly minutes: number;
  /** Cases that come in each second; 3,000 a working day of eight hours are 0.104, ten times that 1.04. */
  readonly perSecond: number;
  /** Open cases of other people that are there before it begins. */
  readonly open: number;
}

/** Milliseconds of one kind of request. */
interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** How the product bore it. */
export interface LoadResult {
  readonly minutes: number;
  readonly perSecond: number;
  readonly open: number;
  readonly cases: number;
  readonly requests: Readonly<Record<string, Times>>;
  /** Answers other than 2xx, by request and status. */
  readonly refused: Readonly<Record<string, number>>;
  /** Megabytes in use at the end of each minute: the product's, and PostgreSQL's own beside what is shared. */
  readonly memory: readonly { readonly product: number; readonly database: number }[];
}

const password = 'Load-password-1';
const stations = 2_400;
const clerks = ['clerk', 'clerk2'];
/** Pages that look on while others work, as open browsers do. */
const onlookers = 40;

/**
 * Runs the whole product with a database that is filled beforehand, lets cases come in at their times whatever the
 * answers take, and has each registered, found in the inbox, claimed and completed by a clerk.
 */
export async function bearLoad({ minutes, perSecond, open }: LoadOptions): Promise<LoadResult> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-load-'));
  await chmod(folder, 0o755); // the server of a root user runs as somebody else
  const log = createLogger({ name: 'load', level: 'error' });
  const server = await startEmbeddedPostgres({ dataDir: folder, log });
  let product: ChildProcess | undefined;
  try {
    const started = await startProduct(join(folder, 'data'), server.url);
    product = started.child;
    await fill(server.url, open);
    const lengths: Lengths = { byRequest: new Map(), refused: new Map() };
    const desks = await Promise.all(clerks.map((name) => Desk.open(started.address, { name, password }, lengths)));
    const watching = new AbortController();
    for (let each = 0; each < onlookers; each += 1) void desks[each % desks.length]?.lookOn(watching.signal);

    const memory: LoadResult['memory'][number][] = [];
    const begun = performance.now();
    const cases = Math.round(minutes * 60 * perSecond);
    const atWork = new Set<Promise<void>>();
    for (let number = 0; number < cases; number += 1) {
      const due = begun + (number * 1000) / perSecond;
      await sleep(Math.max(0, due - performance.now()));
      const work: Promise<void> = (desks[number % desks.length] as Desk)
        .handle(number)
        .finally(() => atWork.delete(work));
      atWork.add(work);
      if (performance.now() - begun > (memory.length + 1) * 60_000) memory.push(await memoryOf(product, server.pid()));
    }
    await Promise.all(atWork);
    memory.push(await memoryOf(product, server.pid()));
    watching.abort();
    return {
      ...{ minutes, perSecond, open, cases },
      requests: Object.fromEntries([...lengths.byRequest].map(([name, all]) => [name, timesOf(all)])),
      refused: Object.fromEntries(lengths.refused),
      memory,
    };
  } finally {
    if (product && product.exitCode === null) {
      product.kill('SIGTERM');
      await once(product, 'exit');
    }
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function startProduct(data: string, databaseUrl: string): Promise<{ child: ChildProcess; address: string }> {
  const main = new URL('../../../apps/cli/src/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, 'start'], {
    env: {
      ...process.env,
      PORT: '0',
      LIANBAN_DATA: data,
      LIANBAN_DEMO: '1',
      LIANBAN_DEMO_PASSWORD: password,
      LIANBAN_LOG_LEVEL: 'error',
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  return await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const address = /http:\/\/localhost:\d+/u.exec(output)?.[0];
      if (address !== undefined && output.includes('Ctrl-C'))
        resolve({ child, address: address.replace('localhost', '127.0.0.1') });
    });
    child.once('exit', (code) => reject(new Error(`the product ended with exit code ${String(code)}: ${output}`)));
  });
}

async function fill(url: string, open: number): Promise<void> {
  const source = createDataSource({ url, entities: [], migrations: [], poolSize: 1 });
  await source.initialize();
  try {
    const database = new Database(source, createLogger({ name: 'load', level: 'error' }));
    await fillDistrict(database, 'station-1-1', { tasks: open, stations });
  } finally {
    await source.destroy();
  }
}

function timesOf(lengths: readonly number[]): Times {
  const sorted = [...lengths].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

async function memoryOf(product: ChildProcess, postmaster: number): Promise<LoadResult['memory'][number]> {
  const text = await readFile(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').catch(() => '');
  const backends = await Promise.all(
    text
      .split(' ')
      .filter(Boolean)
      .map((pid) => kilobytes(pid, 'Private_Dirty')),
  );
  const own = await kilobytes(String(product.pid), 'Rss');
  return {
    product: Math.round(own / 1024),
    database: Math.round(backends.reduce((sum, each) => sum + each, 0) / 1024),
  };
}

/** A line of what Linux tells of a process's memory; 0 for one that has ended and on other systems. */
async function kilobytes(pid: string, line: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(new RegExp(`^${line}:\\s+(\\d+)`, 'mu').exec(text)?.[1] ?? 0);
}
