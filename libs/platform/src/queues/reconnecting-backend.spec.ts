import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.js';
import { openBackend } from './backend.js';
import { ReconnectingConnection } from './reconnecting-backend.js';

describe('a connection of the queues', () => {
  let test: TestDatabase;
  let connection: ReconnectingConnection;

  beforeAll(async () => {
    test = await createTestDatabase({ entities: [], migrations: [] });
    await openBackend({ databaseUrl: test.url });
    connection = new ReconnectingConnection({ connectionString: test.url, schema: 'bullmq' });
  });

  afterAll(async () => {
    await connection.close();
    await test.drop();
  });

  it('survives that the server ends a client in use, and tells of it', async () => {
    const errors: string[] = [];
    connection.on('error', ({ message }: Error) => errors.push(message));
    const client = (await connection.pool.connect()) as pg.PoolClient;
    await end(client);
    client.release(true);
    expect(errors[0]).toMatch(/terminating connection/u);
    const { rows } = await connection.pool.query('SELECT 1 AS one');
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('makes the listening client one that is listened to before it connects', async () => {
    const client = (await connection.getListenClient()) as unknown as pg.Client;
    expect(client.listenerCount('error')).toBe(2); // ours, and BullMQ's
  });

  async function end(client: pg.PoolClient): Promise<void> {
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const ended = new Promise((resolve) => void client.once('end', resolve));
    await test.database.query({ text: 'SELECT pg_terminate_backend($1)', values: [rows[0]?.pid] });
    await ended;
  }
});
