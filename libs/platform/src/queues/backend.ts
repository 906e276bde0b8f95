import { createRedisBackend, runMigrations, type QueueBaseOptions } from 'bullmq';
import pg from 'pg';
import { createReconnectingBackend } from './reconnecting-backend.js';

/** Where the queues are kept. Redis if its address is given, else PostgreSQL. */
export interface QueueStore {
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  /** Keeps installations apart in one store: the schema in PostgreSQL (`bullmq`), the key prefix in Redis (`lianban`). */
  readonly prefix?: string;
}

/** Longest pause between two attempts to reach Redis, in milliseconds. */
export const longestReconnect = 1_000;

/** What BullMQ's classes take to work on the chosen store. */
export interface Backend {
  readonly kind: 'postgresql' | 'redis';
  /** Typed as Redis's own, which is the default of all of BullMQ's types; both have the same operations. */
  readonly factory: typeof createRedisBackend;
  /** Options of a queue, which must fail soon when the store is away: a request waits for it. */
  readonly producer: Pick<QueueBaseOptions, 'connection'> & { prefix?: string };
  /** Options of a worker, which waits for the store as long as it takes. */
  readonly consumer: Pick<QueueBaseOptions, 'connection'> & { prefix?: string };
  /** From now on a lost connection is not looked for again. Without it nothing could be closed while the store is away. */
  stopReconnecting(): void;
}

/** Chooses the store and, in PostgreSQL, brings BullMQ's tables up to date; starters that come together wait. */
export async function openBackend(store: QueueStore): Promise<Backend> {
  if (store.redisUrl !== undefined) return redis(store.redisUrl, store.prefix ?? 'lianban');
  if (store.databaseUrl === undefined) {
    throw new Error('The queues have no store: expected a databaseUrl or a redisUrl.');
  }
  const schema = store.prefix ?? 'bullmq';
  const client = new pg.Client({ connectionString: store.databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, schema);
  } finally {
    await client.end();
  }
  return postgresql(store.databaseUrl, schema);
}

function redis(url: string, prefix: string): Backend {
  let closing = false;
  const connection = {
    url,
    connectTimeout: 5_000,
    retryStrategy: (attempt: number) => (closing ? null : Math.min(attempt * 100, longestReconnect)),
  };
  return {
    kind: 'redis',
    factory: createRedisBackend,
    producer: { prefix, connection: { ...connection, maxRetriesPerRequest: 1 } },
    consumer: { prefix, connection: { ...connection, maxRetriesPerRequest: null } },
    stopReconnecting() {
      closing = true;
    },
  };
}

/** Connections are opened when needed and closed when idle; a worker has one more, which listens. */
function postgresql(connectionString: string, schema: string): Backend {
  // BullMQ types its options for Redis; its PostgreSQL factory takes these.
  const connection = (max: number) =>
    ({ connectionString, schema, max, connectionTimeoutMillis: 5_000 }) as QueueBaseOptions['connection'];
  return {
    kind: 'postgresql',
    factory: createReconnectingBackend as unknown as typeof createRedisBackend,
    producer: { connection: connection(2) },
    consumer: { connection: connection(3) },
    stopReconnecting: () => undefined, // closing a pool needs no server
  };
}
