import { access, constants, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLogger,
  createQueues,
  driftOf,
  loadConfig,
  makeFolder,
  requireFieldKeys,
  type Config,
  type Database,
} from '@lianban/platform';
import { lineOf } from '../failure.js';
import { readDefaultWorkflows } from './default-workflows.js';
import { openInstallation } from './installation.js';
import { requireFreePort } from './port.js';
import { Refused } from './refused.js';
import { productRoot } from './root.js';
import { migrations } from './schema.js';

interface Check {
  readonly name: string;
  /** Says what it found, or throws what is wrong. */
  readonly run: () => Promise<string>;
}

const leastSpace = 200; // MB
const oldestServer = 14;
/** Changes of tables that are told; the rest is counted. */
const toldChanges = 5;

/** Says in one line each what is right and what is wrong with this installation. */
export async function doctor(): Promise<void> {
  let wrong = 0;
  let config: Config | undefined;
  const settings: Check = {
    name: 'settings',
    run: () => {
      config = loadConfig(process.env);
      return Promise.resolve(`role ${config.role}, time zone ${config.timeZone}`);
    },
  };
  for (const check of [settings, ...checksOf(() => config)]) {
    try {
      process.stdout.write(`ok     ${check.name}: ${await check.run()}\n`);
    } catch (error) {
      wrong += 1;
      process.stdout.write(`WRONG  ${check.name}: ${lineOf(error)}\n`);
      if (check === settings) break; // nothing else can be judged without them
    }
  }
  if (wrong > 0) process.exitCode = 1;
}

function checksOf(settings: () => Config | undefined): Check[] {
  const config = (): Config => settings() ?? loadConfig(process.env);
  const log = createLogger({ name: 'lianban', level: 'silent' });
  return [
    { name: 'Node.js', run: () => Promise.resolve(process.version) },
    { name: 'data folder', run: async () => await checkFolder(config().dataDir) },
    {
      name: 'workflows',
      run: async () => {
        const folders = await readDefaultWorkflows(join(productRoot, 'workflows'), config().timeZone);
        return folders.map(({ name }) => name).join(', ') || 'none';
      },
    },
    {
      name: 'port',
      run: async () => {
        await requireFreePort(config().port);
        return `${config().port} is free`;
      },
    },
    { name: 'database and queues', run: async () => await checkDatabase(config(), log) },
  ];
}

async function checkFolder(folder: string): Promise<string> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused(`LIANBAN_DATA is ${folder}: expected a folder that this user may write (${code}).`, {
      cause: error,
    });
  }
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < leastSpace) throw new Refused(`only ${free} MB are free for ${folder}: expected ${leastSpace} MB.`);
  return `${folder}, ${free} MB free`;
}

/** Asks by itself, because TypeORM's own question creates its table. */
async function requireSchema(database: Database): Promise<void> {
  const [table] = await database.query<{ exists: boolean }>({
    text: `SELECT to_regclass('platform.migration') IS NOT NULL AS exists`,
  });
  const applied = table?.exists
    ? await database.query<{ name: string }>({ text: 'SELECT name FROM platform.migration' })
    : [];
  const missing = migrations.filter((migration) => !applied.some(({ name }) => name === migration.name));
  if (missing.length === 0) return;
  throw new Refused(`the schema lacks ${missing.length} of ${migrations.length} migrations: run "lianban migrate".`);
}

/** Finds what was changed by hand since the last migration. */
async function requireShape({ dataSource }: Database): Promise<void> {
  const { missing, added } = await driftOf(dataSource);
  const changes = [...missing.map((line) => `missing: ${line}`), ...added.map((line) => `added: ${line}`)];
  if (changes.length === 0) return;
  const rest = changes.length > toldChanges ? `; and ${changes.length - toldChanges} more` : '';
  throw new Refused(
    `tables were changed since the last migration: ${changes.slice(0, toldChanges).join('; ')}${rest}. Undo that, or restore.`,
  );
}

async function checkDatabase(config: Config, log: ReturnType<typeof createLogger>): Promise<string> {
  const installation = await openInstallation(config, log);
  try {
    const { database } = installation;
    const [row] = await database.query<{ version: string }>({
      text: `SELECT current_setting('server_version') AS version`,
    });
    if (Number.parseInt(row?.version ?? '0', 10) < oldestServer) {
      throw new Refused(`PostgreSQL ${row?.version} is too old: expected ${oldestServer} or newer.`);
    }
    await requireSchema(database);
    await requireShape(database);
    await requireFieldKeys(database);
    const { databaseUrl, redisUrl } = installation.config;
    const queues = await createQueues({ log, databaseUrl, ...(redisUrl !== undefined && { redisUrl }) });
    await queues.queue('doctor').count();
    const { kind } = queues;
    await queues.close();
    return `PostgreSQL ${row?.version}, queues on ${kind}`;
  } finally {
    await installation.close();
  }
}
