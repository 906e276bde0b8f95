import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from './support/run-cli.js';

const root = resolve(import.meta.dirname, '../..');
const main = join(process.env['LIANBAN_TEST_DIST'] || join(root, 'dist'), 'apps/cli/src/main.js');

describe('lianban start', () => {
  let folder: string;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--server', '--quiet']);
    folder = await mkdtemp(join(tmpdir(), 'lianban-start-'));
    await chmod(folder, 0o755); // the database of a root user runs as somebody else
  });

  afterAll(async () => {
    for (const child of running) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  it('brings up everything on an empty folder, prints how to get in, stops within 10 seconds, and keeps its data', async () => {
    const env = { LIANBAN_DATA: join(folder, 'data'), LIANBAN_DEMO: '1', PORT: '0' };
    const first = await start(env);
    expect(first.output).toMatch(/clerk station-head street officer/u);
    const password = /Password\s+(\S+)/u.exec(first.output)?.[1] ?? '';
    const token = await signIn(first.address, password);
    const filed = await post(`${first.address}/api/v1/cases`, token, { title: '路灯', text: '不亮', channel: 'phone' });
    expect(await stop(first.child)).toEqual({ code: 0, quick: true });

    // With everything stopped, who stands at the machine lets somebody in again who lost everything.
    const recover = async (username: string) => await runCli(['account', 'recover', username], env);
    expect((await recover('auditor2')).output).toMatch(/^auditor2 signs in with \S{15} once, [^\n]*\n$/u);
    expect(await recover('nobody')).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^lianban: No open account/u),
    });

    const second = await start(env);
    expect(second.output).toContain(password);
    const answer = await fetch(`${second.address}/api/v1/cases/${String(filed['id'])}`, {
      headers: { authorization: `Bearer ${await signIn(second.address, password)}` },
    });
    expect(answer.status).toBe(200);
    expect(await stop(second.child)).toEqual({ code: 0, quick: true });
  }, 120_000);

  it('refuses a port in use with one line, before it does anything', async () => {
    const taken = await listen();
    const dataDir = join(folder, 'never');
    const result = await run({ LIANBAN_DATA: dataDir, PORT: String((taken.address() as AddressInfo).port) });
    taken.close();

    expect(result.code).toBe(1);
    expect(result.errors).toMatch(/^lianban: PORT is \d+: another program uses this port[^\n]*\n$/u);
    await expect(access(dataDir)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['PORT', 'http'],
    ['LIANBAN_ROLE', 'boss'],
    ['LIANBAN_TZ', 'Mars/Base'],
    ['DATABASE_URL', 'mysql://x'],
    ['LIANBAN_DEMO', 'perhaps'],
  ])('refuses %s=%s with one line that names it', async (name, value) => {
    const result = await run({ LIANBAN_DATA: join(folder, 'never'), [name]: value });

    expect(result.code).toBe(1);
    expect(result.errors).toMatch(new RegExp(`^lianban: ${name} is [^\n]*expected[^\n]*\n$`, 'u'));
  });

  it('refuses a data folder that is none, and a database that does not answer, with one line each', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');

    const noFolder = await run({ LIANBAN_DATA: file, PORT: '0' });
    const noDatabase = await run({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PORT: '0' });

    expect(noFolder).toMatchObject({ code: 1, errors: expect.stringMatching(/^lianban: LIANBAN_DATA is [^\n]*\n$/) });
    expect(noDatabase).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^lianban: DATABASE_URL leads to no [^\n]*\n$/),
    });
  });

  async function start(env: Record<string, string>): Promise<{ child: ChildProcess; address: string; output: string }> {
    const child = spawn(process.execPath, [main, 'start'], {
      env: cleanEnvironment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let output = '';
    let errors = '';
    child.stderr?.on('data', (chunk) => (errors += String(chunk)));
    await new Promise<void>((resolved, rejected) => {
      child.stdout?.on('data', (chunk) => {
        output += String(chunk);
        if (output.includes('Ctrl-C')) resolved();
      });
      child.once('exit', (code) => rejected(new Error(`start ended with ${code}: ${errors}`)));
    });
    return { child, output, address: /http:\/\/localhost:\d+/u.exec(output)?.[0] ?? '' };
  }

  async function stop(child: ChildProcess): Promise<{ code: number | null; quick: boolean }> {
    const asked = performance.now();
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    const [code] = await ended;
    return { code, quick: performance.now() - asked < 10_000 };
  }

  async function run(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
    const child = spawn(process.execPath, [main, 'start'], {
      env: cleanEnvironment(env),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    running.push(child);
    let errors = '';
    child.stderr?.on('data', (chunk) => (errors += String(chunk)));
    const [code] = (await once(child, 'exit')) as [number | null];
    return { code, errors };
  }
});

/** The environment of this process without anything that would set up the product. */
function cleanEnvironment(more: Record<string, string>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(PORT|LIANBAN_|DATABASE_URL|REDIS_URL)/u.test(name));
  return { ...Object.fromEntries(own), ...more };
}

async function listen(): Promise<Server> {
  const server = createServer();
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  return server;
}

async function signIn(address: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'clerk', password }),
  });
  return String(((await answer.json()) as { accessToken: string }).accessToken);
}

async function post(url: string, token: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return (await answer.json()) as Record<string, unknown>;
}
