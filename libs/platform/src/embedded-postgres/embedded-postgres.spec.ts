import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.js';
import { freePort } from './free-port.js';
import { place } from './placement.js';
import { launch } from './postmaster.js';
import { isAlive } from './processes.js';

const warnings: string[] = [];
const log = {
  info: () => undefined,
  warn: (line: unknown) => void warnings.push(String(line)),
  error: (line: unknown) => void warnings.push(String(line)),
};

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a server that is killed on purpose ends connections
  await client.connect();
  try {
    return (await client.query({ text, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

describe('startEmbeddedPostgres', () => {
  let dataDir: string;
  let server: EmbeddedPostgres | undefined;
  const start = async () => {
    server = await startEmbeddedPostgres({ dataDir, log, initdbArguments: ['--no-sync'] });
    return server;
  };

  // One folder for all, as making a database takes most of the time.
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'lianban-embedded-'));
    chmodSync(dataDir, 0o755);
  });
  beforeEach(() => {
    warnings.length = 0;
  });
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  afterAll(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('keeps data and password over a restart', async () => {
    const { url, stop } = await start();
    await query(url, 'CREATE TABLE restarted AS SELECT 7 AS number');
    const password = new URL(url).password;
    await stop();
    expect(existsSync(join(dataDir, 'lianban.pid'))).toBe(false);

    const again = await start();

    expect(await query(again.url, 'SELECT number FROM restarted')).toEqual([[7]]);
    expect(new URL(again.url).password).toBe(password);
    expect(statSync(join(dataDir, 'secrets', 'postgres-password')).mode & 0o777).toBe(0o600);
  });

  it('serves the product as an ordinary role on the local machine only, with trigrams for Chinese', async () => {
    const { url } = await start();

    expect(await query(url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).toEqual([[false]]);
    expect(await query(url, `SELECT current_setting('listen_addresses')`)).toEqual([['127.0.0.1']]);
    expect(await query(url, 'SELECT inet_server_addr()')).toEqual([[null]]); // by the socket
    const byPort = new URL(url);
    byPort.search = '';
    expect(await query(byPort.href, 'SELECT host(inet_server_addr())')).toEqual([['127.0.0.1']]);
    await query(url, 'CREATE EXTENSION pg_trgm');
    expect(await query(url, `SELECT similarity('违章停车', '违章停车举报') > 0.3`)).toEqual([[true]]);
  });

  it('stops a server that a killed run left behind and goes on with its data', async () => {
    await query((await start()).url, 'CREATE TABLE left_behind AS SELECT 7 AS number');
    await server?.stop();
    const settings = { unix_socket_directories: '', listen_addresses: '127.0.0.1' };
    const leftover = await launch(await place(dataDir, log), {
      port: await freePort(),
      logFile: join(dataDir, 'postgres.log'),
      settings,
    });

    const { url, pid } = await start();

    expect(isAlive(leftover.pid)).toBe(false);
    expect(pid()).not.toBe(leftover.pid);
    expect(await query(url, 'SELECT number FROM left_behind')).toEqual([[7]]);
    expect(warnings).toEqual([expect.stringContaining('of an earlier run is still there')]);
  });

  it('starts a server that died again, on the same address, with everything committed', async () => {
    const { url, pid } = await start();
    await query(url, 'CREATE TABLE died AS SELECT 7 AS number');
    const first = pid();

    process.kill(first, 'SIGKILL');
    while (pid() === first) await new Promise((resolve) => setTimeout(resolve, 20));

    expect(await query(url, 'SELECT number FROM died')).toEqual([[7]]);
  });

  it('makes a new password where the secrets were not restored with the data', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'secrets'), { recursive: true });

    const { url } = await start();

    expect(await query(url, 'SELECT 1')).toEqual([[1]]);
  });

  it('says in one line what is wrong with the folder', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');

    const attempt = startEmbeddedPostgres({ dataDir: file, log });

    await expect(attempt).rejects.toThrow(
      `LIANBAN_DATA is ${file}: expected a folder that this user may write (there is a file of that name).`,
    );
  });
});
