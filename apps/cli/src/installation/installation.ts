import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import {
  createDataSource,
  Database,
  FieldCipher,
  fieldKeysOf,
  migrate,
  startEmbeddedPostgres,
  type Config,
  type EmbeddedPostgres,
} from '@lianban/platform';
import { Refused } from './refused.js';
import { entities, migrations } from './schema.js';

/** An installation with its database at hand. */
export interface Installation {
  /** With `databaseUrl` set, also when the database is the embedded one. */
  readonly config: Config & { readonly databaseUrl: string };
  readonly database: Database;
  /** The embedded database, if this process started it. */
  readonly embedded: EmbeddedPostgres | undefined;
  /** Brings the schema up to date. @returns names of the migrations applied */
  migrate(): Promise<string[]>;
  /** Disconnects, and stops the embedded database if this process started it. */
  close(): Promise<void>;
}

/**
 * Connects to the database of `DATABASE_URL`, or starts the embedded one.
 *
 * @throws Refused, EmbeddedPostgresError
 */
export async function openInstallation(config: Config, log: Logger): Promise<Installation> {
  const embedded =
    config.databaseUrl === undefined ? await startEmbeddedPostgres({ dataDir: config.dataDir, log }) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  try {
    const dataSource = await connect(databaseUrl);
    return {
      config: { ...config, databaseUrl },
      database: new Database(dataSource, log, new FieldCipher(fieldKeysOf(config))),
      embedded,
      migrate: async () => await migrate(dataSource, log),
      close: async () => await close(dataSource, embedded),
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Connects to a database of the product. @throws Refused */
export async function connect(url: string): Promise<DataSource> {
  const dataSource = createDataSource({ url, entities, migrations, poolSize: 4, applicationName: 'lianban-cli' });
  try {
    return await dataSource.initialize();
  } catch (error) {
    const reason = error instanceof AggregateError ? String(error.errors[0]) : (error as Error).message;
    throw new Refused(`DATABASE_URL leads to no usable database: ${reason}. Check host, port, user and database.`, {
      cause: error,
    });
  }
}

async function close(dataSource: DataSource, embedded: EmbeddedPostgres | undefined): Promise<void> {
  try {
    if (dataSource.isInitialized) await dataSource.destroy();
  } finally {
    await embedded?.stop();
  }
}
