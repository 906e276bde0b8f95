import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import {
  createLogger,
  Database,
  keepNewest,
  loadConfig,
  makeBackup,
  reachEmbeddedPostgres,
  SystemClock,
  type Backup,
  type BackupFolder,
  type Config,
} from '@lianban/platform';
import { connect } from '../installation/installation.js';
import { Refused } from '../installation/refused.js';
import { productRoot } from '../installation/root.js';
import { folderOf, megabytes } from './folder-of.js';

/** Options of `lianban backup`. */
export interface BackupOptions {
  readonly secrets?: boolean;
  readonly keep?: string;
}

/** Makes a backup, says what is in it, and removes older ones where that was asked for. */
export async function makeBackupIn(given: string | undefined, { secrets = false, keep }: BackupOptions): Promise<void> {
  const config = loadConfig(process.env);
  const folder = folderOf(config, given);
  const kept = keep === undefined ? undefined : Number(keep);
  if (kept !== undefined && !(Number.isInteger(kept) && kept > 0))
    throw new Refused(`--keep is "${keep}": expected a whole number from 1.`);
  const backup = await takeOf(config, folder, { secrets, log: createLogger({ name: 'lianban', level: 'error' }) });
  tell(backup);
  const removed = kept === undefined ? [] : await keepNewest(folder, kept);
  for (const name of removed) process.stdout.write(`removed ${name}\n`);
}

async function takeOf(
  config: Config,
  folder: BackupFolder,
  { secrets, log }: { secrets: boolean; log: Logger },
): Promise<Backup> {
  const { dataDir, databaseUrl } = config;
  const product = await productVersion();
  const common = { dataDir, product, secrets, clock: new SystemClock() };
  if (databaseUrl !== undefined) {
    const { version, migrations } = await describe(databaseUrl, log);
    return await makeBackup(folder, { ...common, migrations, database: { kind: 'dump', url: databaseUrl, version } });
  }
  await access(join(dataDir, 'postgres')).catch((cause: unknown) => {
    throw new Refused(`${dataDir} holds no database: set LIANBAN_DATA to the folder that does.`, { cause });
  });
  const server = await reachEmbeddedPostgres({ dataDir, log });
  try {
    const { migrations } = await describe(server.url, log);
    const { adminUrl, cluster } = server;
    return await makeBackup(folder, { ...common, migrations, database: { kind: 'files', adminUrl, cluster } });
  } finally {
    await server.close();
  }
}

async function describe(url: string, log: Logger): Promise<{ version: string; migrations: string[] }> {
  const dataSource = await connect(url);
  try {
    const database = new Database(dataSource, log);
    const [table] = await database.query<{ there: boolean }>({
      text: `SELECT to_regclass('platform.migration') IS NOT NULL AS there`,
    });
    if (!table?.there) throw new Refused('The database holds nothing of the product: there is nothing to back up.');
    const rows = await database.query<{ name: string; version: string }>({
      text: `SELECT name, current_setting('server_version') AS version FROM platform.migration ORDER BY id`,
    });
    return { version: rows[0]?.version ?? '', migrations: rows.map(({ name }) => name) };
  } finally {
    await dataSource.destroy();
  }
}

async function productVersion(): Promise<string> {
  const manifest = JSON.parse(await readFile(join(productRoot, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

function tell({ folder, manifest: { files, uploads, secrets, finishedAt } }: Backup): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  process.stdout.write(`${folder}: all that was committed by ${finishedAt}\n`);
  process.stdout.write(
    `${files.length} files, ${megabytes(bytes)}; ${uploads.files} uploads, ${megabytes(uploads.bytes)}\n`,
  );
  process.stderr.write(
    secrets
      ? 'The backup holds the generated secrets: keep it where only administrators can read it.\n'
      : 'The generated secrets are not in it (--secrets): second factors are set up anew after a restore on another machine.\n',
  );
}
