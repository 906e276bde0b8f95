import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createLogger,
  createQueues,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type Queues,
} from '@lianban/platform';

const lines: string[] = [];
const log = createLogger({ name: 'chaos', level: 'warn', destination: { write: (line) => void lines.push(line) } });

/** Resolves with the data of the next job. */
function nextJob(queues: Queues, name: string): Promise<unknown> {
  return new Promise((resolve) => {
    queues.worker(name, (job) => Promise.resolve(resolve(job.data)));
  });
}

/** A door before the server that can break the connections made through it. */
async function openGate(to: number) {
  let broken = false;
  const door = createServer((client) => {
    const inner = connect(to, '127.0.0.1');
    client.on('error', () => inner.destroy()).pipe(inner);
    inner.on('error', () => client.destroy()).pipe(client);
    // Broken after the greeting: a connection that is refused is another error, which BullMQ knows.
    if (broken) client.once('data', () => client.destroy());
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (door.address() as AddressInfo).port,
    breakConnections: (on: boolean) => void (broken = on),
    close: () => door.close(),
  };
}

describe('queues on PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lianban-chaos-'));
  let server: EmbeddedPostgres;
  let queues: Queues;
  beforeAll(async () => {
    chmodSync(dataDir, 0o755);
    server = await startEmbeddedPostgres({ dataDir, log, initdbArguments: ['--no-sync'] });
    queues = await createQueues({ databaseUrl: server.url, log });
  });
  afterAll(async () => {
    await queues.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keep a delayed job and their worker when the server is killed and comes back', async () => {
    const woken = nextJob(queues, 'alarm');
    await queues.queue('alarm').add('wake', { at: 'due' }, { delay: 2_000 });
    const first = server.pid();
    lines.length = 0;

    process.kill(first, 'SIGKILL');
    while (server.pid() === first) await sleep(20);

    expect(await woken).toEqual({ at: 'due' });
    expect(lines.length).toBeLessThan(20);
  });

  it('give a worker whose first connections break its jobs as soon as a connection holds', async () => {
    const gate = await openGate(Number(new URL(server.url).port));
    const url = new URL(server.url);
    url.port = String(gate.port);
    url.search = ''; // not by the socket, which has no gate
    const behind = await createQueues({ databaseUrl: url.href, log });
    gate.breakConnections(true);
    const done = nextJob(behind, 'late');
    await sleep(300);
    gate.breakConnections(false);

    await queues.queue('late').add('wake', { at: 'again' });
    expect(await done).toEqual({ at: 'again' });
    await behind.close();
    gate.close();
  });
});

const redis = process.env['TEST_REDIS_URL'] ? describe : describe.skip;
redis('queues on Redis', () => {
  // A server of its own, as it is killed.
  const port = 20_000 + (process.pid % 20_000);
  let server: ChildProcess;
  let queues: Queues;
  const start = async (): Promise<void> => {
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], { stdio: 'ignore' });
    await sleep(300);
  };
  beforeEach(async () => {
    await start();
    queues = await createQueues({ redisUrl: `redis://127.0.0.1:${port}`, log });
  });
  afterEach(async () => {
    await queues.close();
    server.kill('SIGKILL');
  });

  it('refuse a job soon while the server is away, without a flood of log lines, and work again when it is back', async () => {
    await queues.queue('alarm').add('wake', { at: 'before' });
    const before = await nextJob(queues, 'alarm');
    server.kill('SIGKILL');
    await once(server, 'exit');
    lines.length = 0;

    const asked = performance.now();
    await expect(queues.queue('alarm').add('wake', { at: 'away' })).rejects.toThrow();
    const answered = performance.now() - asked;
    expect(await queues.isReady()).toBe(false);
    await sleep(1_000);
    await start();
    const after = new Promise((resolve) => queues.worker('later', (job) => Promise.resolve(resolve(job.data))));
    await queues.queue('later').add('wake', { at: 'after' });

    expect(before).toEqual({ at: 'before' });
    expect(answered).toBeLessThan(3_000);
    expect(await after).toEqual({ at: 'after' });
    expect(lines.length).toBeLessThan(20);
  });

  it('close in time although the server is away', async () => {
    await queues.queue('alarm').add('wake', {});
    await nextJob(queues, 'alarm');
    server.kill('SIGKILL');
    await once(server, 'exit');

    const asked = performance.now();
    await queues.close();

    expect(performance.now() - asked).toBeLessThan(8_000);
  });
});
