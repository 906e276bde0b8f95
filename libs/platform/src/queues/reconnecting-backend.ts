import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresConnection, PostgresQueueBackend, type createPostgresBackend } from 'bullmq';

/** How long after a failed first connection the next may be tried, in milliseconds. */
const retryDelay = 500;

/**
 * BullMQ remembers how its first connection to PostgreSQL went, also when it failed: a worker that started while the
 * server fell would be refused for ever, and would ask so often that nothing else in the process got a turn. Here a
 * failure is forgotten after a pause.
 */
class ReconnectingConnection extends PostgresConnection {
  #ready: Promise<void> | undefined;

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
