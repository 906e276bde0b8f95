import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource, type EntityClass, type MigrationClass } from '../database/data-source.js';
import { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { createLogger } from '../log/logger.js';
import { FieldCipher } from '../sealing/field-cipher.js';
import { givenKeys } from '../sealing/field-keys.js';
import { testKeys } from './test-keys.js';

/** A database of one test's own, on the server that the test run started. */
export interface TestDatabase {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly database: Database;
  /** Disconnects and removes it. Call it in `afterAll`. */
  drop(): Promise<void>;
}

/** What is in a database from the beginning, put there once in a run and copied from then on. */
export interface TestFilling {
  /** Everything by which what is filled in differs from other fillings. */
  readonly content: string;
  /** Fills the migrated database at this address, and leaves no connection open. */
  readonly fill: (url: string) => Promise<void>;
}

/**
 * Creates a migrated database: empty, or filled. Databases with the same migrations and filling are copied from one
 * template, which is much quicker than making each.
 *
 * @throws Error if TEST_DATABASE_URL is unset, which `test/support/global-setup.mjs` sets
 */
export async function createTestDatabase(
  schema: { readonly entities: readonly EntityClass[]; readonly migrations: readonly MigrationClass[] },
  filling?: TestFilling,
): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    const migrated = await migratedTemplate(client, server, schema.migrations);
    const template = filling ? await filledTemplate(client, server, migrated, filling) : migrated;
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = withDatabase(server, name);
  const dataSource = await createDataSource({ ...schema, url, poolSize: 10 }).initialize();
  return {
    url,
    dataSource,
    database: new Database(dataSource, quiet, new FieldCipher(givenKeys(testKeys))),
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

const quiet = createLogger({ name: 'test', level: process.env['LIANBAN_LOG_LEVEL'] || 'silent' });

async function migratedTemplate(
  client: pg.Client,
  server: string,
  migrations: readonly MigrationClass[],
): Promise<string> {
  const content = migrations.map((migration) => `${migration.name}${migration.toString()}`).join('\n');
  return await ensureTemplate(client, `template_${hashOf(content)}`, async (draft) => {
    await client.query(`CREATE DATABASE ${draft}`);
    const dataSource = createDataSource({ url: withDatabase(server, draft), entities: [], migrations, poolSize: 2 });
    await dataSource.initialize();
    try {
      await migrate(dataSource, quiet);
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Of this run only: what fills it is code, which may be another one in the next. */
async function filledTemplate(
  client: pg.Client,
  server: string,
  migrated: string,
  { content, fill }: TestFilling,
): Promise<string> {
  const name = `template_${process.env['TEST_RUN'] ?? process.pid}_${hashOf(migrated + content)}`;
  return await ensureTemplate(client, name, async (draft) => {
    await client.query(`CREATE DATABASE ${draft} TEMPLATE ${migrated}`);
    await fill(withDatabase(server, draft));
  });
}

/** Builds under another name first, so that a half-built template is never used. */
async function ensureTemplate(
  client: pg.Client,
  template: string,
  build: (draft: string) => Promise<void>,
): Promise<string> {
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
  if (rowCount === 0) {
    const draft = `${template}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await build(draft);
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  }
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [template]);
  return template;
}

function hashOf(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return url;
  throw new Error(
    'TEST_DATABASE_URL is unset: run the tests with `npm run test:jest`, or set it to a PostgreSQL server.',
  );
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
