import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startTestRedis } from '../support/test-redis.mjs';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

/** Far more than the door lets in, far less than a machine that tests notices. */
const flood = 600;

describe('a server that is asked for more than it can do', () => {
  let server: ApiServer;
  // Of its own: others use the one of the test run.
  let redis: Awaited<ReturnType<typeof startTestRedis>>;
  let closed = false;
  let headers: { authorization: string };

  beforeAll(async () => {
    redis = await startTestRedis();
    const settings = { LIANBAN_POOL: '2', LIANBAN_REQUESTS: '24', ...(redis && { REDIS_URL: redis.url }) };
    server = await startApiServer({ settings });
    const body = { username: 'clerk', password: demoPassword };
    const { body: token } = await server.call('POST', '/api/v1/auth/token', { body });
    headers = { authorization: `Bearer ${String(token.accessToken)}` };
  });

  afterAll(async () => {
    if (!closed) await server?.close();
  });

  it('answers what it lets in, turns away the rest with the time to wait, and is well a moment later', async () => {
    await ask('/api/v1/tasks');
    const before = await memory();
    const probes: number[] = [];
    const asked = Array.from({ length: flood }, () => ask('/api/v1/tasks?box=claimable'));
    for (let number = 0; number < 5; number += 1) probes.push((await ask('/api/health/live')).status);
    const answers = await Promise.all(asked);
    const statuses = new Set(answers.map(({ status }) => status));

    expect(statuses).toEqual(new Set([200, 503]));
    expect(answers.filter(({ status }) => status === 503)).toEqual(
      expect.arrayContaining([{ status: 503, wait: '2', code: 'overloaded' }]),
    );
    expect(probes).toEqual([200, 200, 200, 200, 200]);
    expect(await ask('/api/health/ready')).toMatchObject({ status: 200 });
    expect((await memory()) - before).toBeLessThan(96 * 1024 * 1024);
  });

  it('takes no more bytes than it can hold, by what requests say of themselves', async () => {
    const bodies = Array.from({ length: 17 }, () => announce(12 * 1024 * 1024));
    const refused = await Promise.race(bodies.map(({ answer }) => answer));
    for (const { give } of bodies) give();

    expect(refused).toBe(503);
  });

  it('says that it cannot serve while its database is gone, lives on, and comes back', async () => {
    const [row] = await server.database.query<{ name: string }>({ text: 'SELECT current_database() AS name' });
    const name = row?.name ?? '';
    const operator = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await operator.connect();
    await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await operator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    const [live, ready, answer] = [
      await ask('/api/health/live'),
      await ask('/api/health/ready'),
      await ask('/api/v1/tasks'),
    ];
    await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
    await operator.end();

    expect(live.status).toBe(200);
    expect(ready).toMatchObject({ status: 503, wait: '2' });
    expect(answer).toMatchObject({ status: 503, wait: '2', code: 'database-unavailable' });
    await until(async () => (await ask('/api/health/ready')).status === 200);
    expect((await ask('/api/v1/tasks')).status).toBe(200);
  });

  it('says that it cannot serve while its queues are gone, and serves who asks all the same', async () => {
    if (!redis) return; // no Redis on this machine: the queues are in the database
    await redis.stop();
    const ready = await fetch(`${server.address}/api/health/ready`);

    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'unavailable', reason: 'the queues do not answer' },
    ]);
    expect((await ask('/api/health/live')).status).toBe(200);
    expect((await ask('/api/v1/tasks')).status).toBe(200);
  });

  it('ends the streams and answers the request under way when it is stopped', async () => {
    const stream = await fetch(`${server.address}/api/v1/events`, { headers });
    const slow = server.call('POST', '/api/v1/auth/token', { body: { username: 'clerk', password: demoPassword } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const stopped = performance.now();
    const closing = server.close();
    closed = true;

    expect((await slow).status).toBe(200);
    expect(await stream.text()).toContain('retry:');
    await closing;
    expect(performance.now() - stopped).toBeLessThan(5_000);
  });

  async function ask(path: string): Promise<{ status: number; wait: string | null; code: string | undefined }> {
    const answer = await fetch(`${server.address}${path}`, { headers });
    const body = (await answer.json().catch(() => ({}))) as { code?: string };
    return { status: answer.status, wait: answer.headers.get('retry-after'), code: body.code };
  }

  async function memory(): Promise<number> {
    const metrics = await (await fetch(`${server.address}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/mu.exec(metrics)?.[1]);
  }

  /** A request whose body is announced and kept back. */
  function announce(bytes: number): { answer: Promise<number | undefined>; give: () => void } {
    const sent = request(`${server.address}/api/v1/cases/x/attachments?name=a.pdf`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': bytes },
    });
    sent.on('error', () => undefined); // cut off in the middle
    sent.flushHeaders();
    const answer = new Promise<number | undefined>((resolve) =>
      sent.once('response', (got) => resolve(got.statusCode)),
    );
    return { answer, give: () => void sent.destroy() };
  }

  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (let attempt = 0; attempt < 100 && !(await holds()); attempt += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
  }
});
