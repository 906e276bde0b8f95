import pg from 'pg';
import type { Logger } from 'pino';

/** What is heard where, and who hears it. */
export interface ChannelListenerOptions {
  /** Address of the database. */
  readonly url: string;
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** Messages may have been missed: the connection is there again after it was lost. */
  readonly onGap: () => void;
  readonly log: Logger;
}

const firstDelay = 500; // milliseconds
const longestDelay = 30_000;

/**
 * Hears what processes tell each other by NOTIFY, on one connection of its own, and comes back by itself when that is
 * lost. A message says that there is something to look at and may be lost; nothing depends on it.
 */
export class ChannelListener {
  readonly #options: ChannelListenerOptions;
  #client: pg.Client | undefined;
  #attempt: Promise<void> | undefined;
  #again: NodeJS.Timeout | undefined;
  #delay = firstDelay;
  #stopped = false;

  constructor(options: ChannelListenerOptions) {
    this.#options = options;
  }

  /** Resolves when it hears, or when the first attempt failed and another one will follow. */
  async start(): Promise<void> {
    this.#attempt ??= this.#connect();
    await this.#attempt;
  }

  /** Lets go of the connection. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#again);
    await this.#attempt;
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      application_name: 'lianban-listener',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on('notification', ({ payload = '' }) => this.#hear(payload));
    client.on('error', (error) => this.#lost(client, error));
    client.on('end', () => this.#lost(client));
    this.#client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${pg.escapeIdentifier(this.#options.channel)}`);
      this.#delay = firstDelay;
    } catch (error) {
      this.#lost(client, error);
      await client.end().catch(() => undefined);
    }
  }

  /** A message that nobody understands, as from another version, must not end the process: it is as good as missed. */
  #hear(payload: string): void {
    const { onMessage, onGap, log } = this.#options;
    try {
      onMessage(payload);
    } catch (err) {
      log.warn({ err, payload: payload.slice(0, 200) }, 'a message is not understood');
      onGap();
    }
  }

  /** Has its effect once for each connection; whatever the cause was, it is tried again. */
  #lost(client: pg.Client, error?: unknown): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    if (this.#stopped) return;
    this.#options.log.warn({ err: error, delay: this.#delay }, 'the database is not heard; trying again');
    this.#again = setTimeout(() => void this.#comeBack(), this.#delay);
    this.#again.unref();
    this.#delay = Math.min(this.#delay * 2, longestDelay);
  }

  async #comeBack(): Promise<void> {
    this.#attempt = this.#connect();
    await this.#attempt;
    if (this.#client) this.#options.onGap();
  }
}
