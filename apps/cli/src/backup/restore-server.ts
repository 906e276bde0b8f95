import { Database, loadDump, type Statement } from '@lianban/platform';
import { connect } from '../installation/installation.js';
import { Refused } from '../installation/refused.js';
import { bringSecrets } from './bring-secrets.js';
import type { Restore, Restored } from './restore-embedded.js';
import { settle, type Findings } from './settle.js';

/**
 * Fills a new database beside the one of DATABASE_URL, then gives it that one's name; the old one is renamed. The role
 * needs the right to create databases.
 */
export async function restoreServer(restore: Restore & { readonly url: string }): Promise<Restored> {
  const { url, config, point, stamp, yes, log } = restore;
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const suffix = stamp.replaceAll(/\D/gu, '');
  const [ready, kept] = [`${name}_restoring_${suffix}`, `${name}_before_${suffix}`];
  if (point.backup.manifest.kind !== 'dump')
    throw new Refused(`${point.backup.name} holds the files of an embedded database: restore it without DATABASE_URL.`);
  const dataSource = await connect(inDatabase(url, 'postgres'));
  const server = new Database(dataSource, log);
  const run = async (text: string): Promise<unknown> => await server.query({ text } satisfies Statement);
  try {
    const [old] = await server.query<{ sessions: number }>({
      text: `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE datname = $1) AS sessions
             FROM pg_database WHERE datname = $1`,
      values: [name],
    });
    if (old && !yes)
      throw new Refused(`There is a database "${name}": add --yes to take its place; it is kept as "${kept}".`);
    if (old && old.sessions > 0)
      throw new Refused(`"${name}" is in use by ${old.sessions} connections: stop every process of the product first.`);
    await run(`CREATE DATABASE ${quoted(ready)} TEMPLATE template0`).catch(refuseCreation);
    const findings = await fill(restore, inDatabase(url, ready)).catch(async (error: unknown) => {
      await run(`DROP DATABASE ${quoted(ready)} WITH (FORCE)`);
      throw error;
    });
    await bringSecrets(point, { from: config.dataDir, to: config.dataDir });
    if (old) await run(`ALTER DATABASE ${quoted(name)} RENAME TO ${quoted(kept)}`);
    await run(`ALTER DATABASE ${quoted(ready)} RENAME TO ${quoted(name)}`);
    return { findings, ...(old && { kept: `database ${kept}` }) };
  } finally {
    await dataSource.destroy();
  }
}

async function fill({ point, config, folder, log }: Restore, databaseUrl: string): Promise<Findings> {
  await loadDump(databaseUrl, point.backup.folder);
  return await settle({ ...config, databaseUrl }, folder, log);
}

function refuseCreation(error: unknown): never {
  if ((error as { code?: unknown }).code !== '42501') throw error;
  throw new Refused(
    'The role of DATABASE_URL may not create databases: grant it (ALTER ROLE … CREATEDB), or let pg_restore fill an empty ' +
      'database by hand from database.dump of the backup.',
    { cause: error },
  );
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
