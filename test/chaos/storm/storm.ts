import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource, createLogger, Database, startEmbeddedPostgres } from '@lianban/platform';
import { Numbers } from '../../bench/life/numbers.js';
import { startTestRedis } from '../../support/test-redis.mjs';
import { deployQuickTerms, password } from '../support/quick-terms.js';
import { openGate, type Gate } from './gate.js';
import { keepRunning, type KeptProcess } from './kept-process.js';
import { Patient, type Acknowledged } from './people.js';

/** How hard it blows. */
export interface StormOptions {
  /** Processes that are killed. */
  readonly kills: number;
  /** The same seed gives the same victims and pauses; what they meet differs with the machine. */
  readonly seed: number;
  /** It ends after so long, however many were killed. */
  readonly minutes: number;
}

/** A product that went through a storm, at rest, and what it had said yes to. */
export interface Aftermath {
  readonly database: Database;
  readonly heard: Acknowledged;
  /** How many of each were killed; `cut` and `stall` are of the network. */
  readonly struck: Readonly<Record<string, number>>;
  readonly seconds: number;
  /** Processes that ended by themselves after having been up. */
  readonly falls: readonly string[];
  /** As an auditor, over HTTP. */
  ask(path: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** Who files and completes at the same time. */
const clients = 6;
/** Pause between two strikes, in milliseconds. */
const shortest = 150;
const longest = 700;
/** How long the next strike waits for an answer to somebody, in milliseconds. */
const most = 15_000;
const victims = [
  { name: 'api', weight: 8 },
  { name: 'worker', weight: 14 },
  { name: 'database', weight: 38 },
  { name: 'queue', weight: 38 },
  { name: 'everything', weight: 2 },
  { name: 'cut', weight: 15 },
  { name: 'stall', weight: 3 },
] as const;
type Victim = (typeof victims)[number]['name'];
const ofTheNetwork: readonly Victim[] = ['cut', 'stall'];

/**
 * People work with an API, two workers, a PostgreSQL and a queue, all of which are killed with SIGKILL at random, as
 * are connections between them; once the kills are done, waits until every term has lapsed.
 */
export async function blow({ kills, seed, minutes }: StormOptions): Promise<Aftermath> {
  const house = await openHouse();
  const { api, workers, database } = house;
  try {
    const heard: Acknowledged = { cases: new Map(), completions: new Set(), unanswered: 0, wrong: [] };
    const person = (username: string) => new Patient({ address: house.address, username, password }, heard);
    await deployQuickTerms(house.address);

    const begun = performance.now();
    let blowing = true;
    const struck: Record<string, number> = {};
    const client = async (_: unknown, index: number): Promise<void> => {
      const clerk = person('clerk');
      for (let round = 0; blowing; round += 1)
        await clerk.fileAndComplete(`路灯不亮 ${index}-${round}`, round % 2 === 0);
    };
    const working = Array.from({ length: clients }, client);
    const numbers = new Numbers(seed, 4 * kills + 100);
    for (let killed = 0; killed < kills && performance.now() - begun < minutes * 60_000;) {
      const { name } = numbers.weighed(victims, ({ weight }) => weight) ?? victims[0];
      if (await house.strike[name](numbers)) {
        struck[name] = (struck[name] ?? 0) + 1;
        if (!ofTheNetwork.includes(name)) killed += 1;
      }
      const before = heard.cases.size;
      await sleep(shortest + numbers.below(longest - shortest));
      // Two strikes of three wait until somebody was answered, or nothing would be done between kills.
      for (let wait = 0; wait < most && heard.cases.size === before && killed % 3 !== 0; wait += 50) await sleep(50);
    }
    blowing = false;
    await Promise.all(working);
    await Promise.all([api, ...workers].map((part) => part.up()));
    await untilCalm(database);
    const seconds = Math.round((performance.now() - begun) / 1000);
    const falls = [api, ...workers].flatMap((part) => part.falls);
    const ask = async (path: string) => (await person('auditor').ask('GET', path)).body;
    return { database, heard, struck, seconds, falls, ask, close: house.close };
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** Everything that runs, with ways to strike it; a strike is false where there was nothing to hit. */
interface House {
  readonly address: string;
  readonly api: KeptProcess;
  readonly workers: readonly KeptProcess[];
  readonly database: Database;
  readonly strike: Readonly<Record<Victim, (numbers: Numbers) => Promise<boolean> | boolean>>;
  readonly close: () => Promise<void>;
}

async function openHouse(): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-storm-'));
  await chmod(folder, 0o755); // under root the database runs as another user
  const log = createLogger({ name: 'storm', level: 'silent' });
  const server = await startEmbeddedPostgres({ dataDir: folder, log, initdbArguments: ['--no-sync'] });
  const wall = await openGate(Number(new URL(server.url).port));
  const url = new URL(server.url);
  url.port = String(wall.port);
  url.search = ''; // not by the socket, which has no gate
  const queue = await openQueue();
  const port = await freePort();
  const env = {
    LIANBAN_DATA: join(folder, 'data'),
    LIANBAN_DEMO: '1',
    LIANBAN_DEMO_PASSWORD: password,
    LIANBAN_LOG_LEVEL: 'fatal',
    DATABASE_URL: url.href,
    ...(queue && { REDIS_URL: queue.url }),
  };
  const api = keepRunning({ ...env, PORT: String(port), LIANBAN_ROLE: 'api' });
  await api.up();
  const workers = [1, 2].map(() => keepRunning({ ...env, LIANBAN_ROLE: 'worker' }));
  const source = createDataSource({ url: server.url, entities: [], migrations: [], poolSize: 2 });
  const killDatabase = async (numbers: Numbers): Promise<boolean> => {
    const children = await childrenOf(server.pid());
    return children.length > 0 && killed(numbers.pick(children));
  };
  const killWorker = (numbers: Numbers): boolean => numbers.pick(workers).kill();
  return {
    address: `http://127.0.0.1:${port}`,
    api,
    workers,
    database: new Database(await source.initialize(), log),
    strike: {
      api: () => api.kill(),
      worker: killWorker,
      database: killDatabase,
      queue: async () => (await queue?.lose()) ?? false,
      everything: async (numbers) => {
        for (const part of [api, ...workers]) part.kill();
        await Promise.all([killDatabase(numbers), queue?.lose()]);
        return true;
      },
      cut: (numbers) => {
        numbers.pick([wall, ...(queue ? [queue.gate] : [])]).cut();
        return true;
      },
      stall: (numbers) => {
        numbers.pick([wall, ...(queue ? [queue.gate] : [])]).stall(1_500);
        return true;
      },
    },
    async close() {
      await Promise.all([api, ...workers].map((part) => part.stop()));
      await source.destroy();
      wall.close();
      await queue?.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A Redis behind a gate that comes back empty each time it is killed; undefined where the machine has none. */
async function openQueue() {
  let redis = await startTestRedis();
  if (!redis) return undefined;
  const portOf = (url: string): number => Number(new URL(url).port);
  const gate: Gate = await openGate(portOf(redis.url));
  return {
    gate,
    url: `redis://127.0.0.1:${gate.port}/0`,
    async lose() {
      await redis?.stop();
      redis = await startTestRedis();
      if (!redis) throw new Error('redis-server does not start again');
      gate.leadTo(portOf(redis.url));
      return true;
    },
    async stop() {
      gate.close();
      await redis?.stop();
    },
  };
}

/** Waits until no term of seconds is open and nothing is left to be told; gives up after some minutes. */
async function untilCalm(database: Database): Promise<void> {
  const text = `SELECT
      (SELECT count(*) FROM engine.task WHERE element_id IN ('station-handle', 'street-coordinate'))
      + (SELECT count(*) FROM engine.outbox WHERE delivered_at IS NULL AND given_up_at IS NULL) AS open`;
  const end = performance.now() + 300_000;
  while (performance.now() < end) {
    const [row] = await database.query<{ open: string }>({ text });
    if (row?.open === '0') return;
    await sleep(500);
  }
}

/** Ids of the processes that a process has started and that still run. */
async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false; // it has just ended
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
