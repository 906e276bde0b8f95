import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { caseworkMigrations } from '@lianban/casework';
import { engineMigrations } from '@lianban/engine';
import { identityEntities, identityMigrations, seedDemoIdentity } from '@lianban/identity';
import { jointMeetingMigrations } from '@lianban/joint-meeting';
import { organisationEntities, organisationMigrations, seedDemoOrganisation } from '@lianban/organisation';
import { outreachMigrations } from '@lianban/outreach';
import { createTestDatabase, ManualClock, type Database } from '@lianban/platform';

/** An answer, with its body parsed where it is JSON. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any -- what the server says is under test
}

/** What a request carries. */
interface Asked {
  /** Name of a demo account. */
  readonly as?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The real server in a process of its own, spoken to over HTTP, on a database of a test's own. */
export interface ApiServer {
  readonly address: string;
  readonly database: Database;
  call(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** What the server's clock says. */
  now(): Date;
  /** Moves the server's clock; it stands still otherwise. */
  advanceBy(milliseconds: number): Promise<void>;
  /** What the server has logged so far. */
  logged(): string;
  close(): Promise<void>;
}

/** Password of every demo account of the server. */
export const demoPassword = 'demo-password';

/** Monday morning, in office hours. */
const start = '2026-03-02T09:00:00+08:00';
const root = resolve(import.meta.dirname, '../../..');

/**
 * Starts the server with the demo district and the two-step process.
 *
 * @param options.webRoot folder of a built web application
 * @param options.timeZone zone of the calendars
 * @param options.demo false: as an installation that is none, whose administrators need a second factor
 * @param options.settings further variables of its environment
 */
export async function startApiServer(
  options: {
    webRoot?: string;
    timeZone?: string;
    demo?: boolean;
    settings?: Readonly<Record<string, string>>;
  } = {},
): Promise<ApiServer> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--server', '--quiet']);
  const test = await createTestDatabase({
    entities: [...organisationEntities, ...identityEntities],
    migrations: [
      ...organisationMigrations,
      ...identityMigrations,
      ...engineMigrations,
      ...caseworkMigrations,
      ...jointMeetingMigrations,
      ...outreachMigrations,
    ],
  });
  const clock = new ManualClock(start);
  await seedDemoOrganisation(test.database, { clock });
  await seedDemoIdentity(test.database, { password: demoPassword, clock });
  const env = { ...process.env, LIANBAN_LOG_LEVEL: process.env['LIANBAN_LOG_LEVEL'] || 'debug' };
  const child = fork(join(root, 'test/e2e/api-process.mjs'), { execArgv: [], env, silent: true });
  let logged = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    logged += chunk.toString('utf8');
    if (process.env['LIANBAN_LOG_LEVEL']) process.stdout.write(chunk);
  });
  child.stderr?.pipe(process.stderr);
  const { port } = await ask<{ port: number }>(child, { url: test.url, at: start, ...options });
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    database: test.database,
    call: callerOf(address),
    now: () => clock.now(),
    advanceBy: async (milliseconds) => {
      await ask(child, { advanceBy: milliseconds });
      clock.advanceBy(milliseconds);
    },
    logged: () => logged,
    async close() {
      const exit = once(child, 'exit');
      child.disconnect();
      await exit;
      await test.drop();
    },
  };
}

/** Sends a message and waits for the answer, or for the end of the process, which then failed. */
async function ask<T>(child: ChildProcess, message: object): Promise<T> {
  const answer = Promise.race([
    once(child, 'message').then(([body]) => body as T),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with exit code ${code}`))),
  ]);
  child.send(message);
  return await answer;
}

function callerOf(address: string): ApiServer['call'] {
  const tokens = new Map<string, Promise<string>>();
  const signIn = async (username: string): Promise<string> => {
    const answer = await send(address, 'POST', '/api/v1/auth/token', { body: { username, password: demoPassword } });
    return String((answer.body as { accessToken: string }).accessToken);
  };
  return async (method, path, asked = {}) => {
    if (asked.as === undefined) return await send(address, method, path, asked);
    const token = tokens.get(asked.as) ?? signIn(asked.as);
    tokens.set(asked.as, token);
    const authorization = `Bearer ${await token}`;
    return await send(address, method, path, { ...asked, headers: { authorization, ...asked.headers } });
  };
}

async function send(address: string, method: string, path: string, { body, headers = {} }: Asked): Promise<Answer> {
  const json = body !== undefined && typeof body !== 'string';
  const response = await fetch(`${address}${path}`, {
    method,
    headers: { ...(json && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: json ? JSON.stringify(body) : body }),
    redirect: 'manual',
  });
  const text = await response.text();
  const isJson = /json/u.test(response.headers.get('content-type') ?? '') && text !== '';
  return { status: response.status, headers: response.headers, body: isJson ? (JSON.parse(text) as unknown) : text };
}
