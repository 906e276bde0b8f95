import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  /** Of the server. */
  readonly pid: number;
}

/** Writes numbers until the server is gone; tells which of them were acknowledged. */
async function write(url: string, from: number): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  const acknowledged: number[] = [];
  for (let number = from; ; number += 1) {
    try {
      await client.query('INSERT INTO entry VALUES ($1)', [number]);
    } catch {
      return acknowledged;
    }
    acknowledged.push(number);
  }
}

async function entries(url: string): Promise<Set<number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ number: number }>('SELECT number FROM entry');
  await client.end();
  return new Set(rows.map((row) => row.number));
}

describe('the embedded PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lianban-chaos-'));
  let running: Running;
  let next = 0;

  const start = async (): Promise<void> => {
    const script = join(import.meta.dirname, 'embedded-postgres.child.mjs');
    const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    running = { child, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
  };

  beforeAll(async () => {
    chmodSync(dataDir, 0o755);
    await start();
    const client = new pg.Client({ connectionString: running.url });
    await client.connect();
    await client.query('CREATE TABLE entry (number int PRIMARY KEY)');
    await client.end();
  });
  afterAll(async () => {
    running.child.kill('SIGTERM');
    await once(running.child, 'exit');
    rmSync(dataDir, { recursive: true, force: true });
  });

  const kills: [string, (target: Running) => void][] = [
    ['the product', ({ child }) => child.kill('SIGKILL')],
    [
      'the product and the server',
      ({ child, pid }) => {
        child.kill('SIGKILL');
        process.kill(pid, 'SIGKILL');
      },
    ],
    [
      'the product, the server and its children',
      ({ child, pid }) => {
        child.kill('SIGKILL');
        process.kill(-pid, 'SIGKILL');
      },
    ],
  ];

  it.each(kills)('loses no acknowledged commit and starts again after kill -9 of %s', async (_what, kill) => {
    const writers = [0, 1, 2, 3].map((writer) => write(running.url, next + writer * 1_000_000));
    next += 10_000_000;
    await new Promise((resolve) => setTimeout(resolve, 400));

    kill(running);
    await start();

    const acknowledged = (await Promise.all(writers)).flat();
    const kept = await entries(running.url);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
  });
});
