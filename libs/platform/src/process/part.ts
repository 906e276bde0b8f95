import type { Logger } from 'pino';
import type { Config } from '../config/config.js';

/**
 * What the start command hands to each part of the product (API, worker). A part's main module exports
 * `start(context: PartContext): Promise<RunningPart>` and is loaded by its path, because apps do not import each other.
 * `config.databaseUrl` is always set, and the database is migrated.
 */
export interface PartContext {
  readonly config: Config;
  readonly log: Logger;
}

/** A part that runs. */
export interface RunningPart {
  /** Where it listens, as `http://localhost:3000`; absent when it does not listen. */
  readonly address?: string;
  /** Finishes what is under way and lets go of everything; resolves within 8 seconds. */
  stop(): Promise<void>;
}
