import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PostgresConnection, PostgresQueueBackend, type createPostgresBackend } from 'bullmq';

/** How long after a failed first connection the next may be tried, in milliseconds. */
const retryDelay = 500;

/**
 * BullMQ remembers how its first connection to PostgreSQL went, also when it failed: a worker that started while the
 * server fell would be refused for ever, and would ask so often that nothing else in the process got a turn. Here a
 * failure is forgotten after a pause.
 *
 * BullMQ also listens to no error of a client that it is using and of one that has connected this very moment; a server
 * that falls then would take the process with it. Here every client is listened to from its first moment.
 */
export class ReconnectingConnection extends PostgresConnection {
  #ready: Promise<void> | undefined;

  constructor(...parameters: ConstructorParameters<typeof PostgresConnection>) {
    super(...parameters);
    const tell = (error: Error): void => {
      if (this.listenerCount('error') > 0) this.emit('error', error);
    };
    this.pool.on('connect', (client) => client.on('error', tell));
    class ListeningClient extends pg.Client {
      constructor(config?: pg.ClientConfig) {
        super(config);
        this.on('error', tell);
      }
    }
    Object.assign(this, { pgModule: { Client: ListeningClient } }); // of which BullMQ makes the client that listens
  }

  override waitUntilReady(): Promise<void> {
    this.#ready ??= this.#connect();
    return this.#ready;
  }

  async #connect(): Promise<void> {
    try {
      await super.waitUntilReady();
    } catch (error) {
      await sleep(retryDelay);
      this.#ready = undefined;
      Object.assign(this, { readyPromise: undefined }); // where BullMQ keeps what it remembers
      throw error;
    }
  }
}

/** What BullMQ's own `createPostgresBackend` makes, on a {@link ReconnectingConnection}. */
export const createReconnectingBackend: typeof createPostgresBackend = (name, opts, { withBlockingConnection } = {}) =>
  new PostgresQueueBackend(
    new ReconnectingConnection(opts.connection),
    name,
    opts,
    true,
    withBlockingConnection ? name : undefined, // by which BullMQ counts the workers of a queue
  );
