import {
  createLogger,
  findRestorePoint,
  loadConfig,
  stampOf,
  SystemClock,
  verifyBackup,
  type BackupFolder,
  type RestorePoint,
} from '@lianban/platform';
import { Refused } from '../installation/refused.js';
import { migrations } from '../installation/schema.js';
import { folderOf } from './folder-of.js';
import { restoreEmbedded } from './restore-embedded.js';
import { restoreServer } from './restore-server.js';
import type { Findings } from './settle.js';

/** Options of `lianban restore`. */
export interface RestoreOptions {
  readonly at?: string;
  readonly yes?: boolean;
}

/** Brings back what a folder of backups holds, and says what it found. */
export async function restoreFrom(given: string | undefined, { at, yes = false }: RestoreOptions): Promise<void> {
  const config = loadConfig(process.env);
  const folder = folderOf(config, given);
  const point = await findRestorePoint(folder, at === undefined ? undefined : instantOf(at));
  requireKnown(point);
  await requireWhole(folder, point);
  const log = createLogger({ name: 'lianban', level: 'error' });
  const restore = { config, folder, point, yes, stamp: stampOf(new SystemClock().now()), log };
  const { findings, kept } =
    config.databaseUrl === undefined
      ? await restoreEmbedded(restore)
      : await restoreServer({ ...restore, url: config.databaseUrl });
  tell(point, findings, kept);
}

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (/T\d\d:\d\d.*(Z|[+-]\d\d:\d\d)$/u.test(text) && !Number.isNaN(instant.getTime())) return instant;
  throw new Refused(`--at is "${text}": expected an instant with its offset, as 2026-03-02T14:30:00+08:00.`);
}

/** What a newer version has made of the tables, this one does not know. */
function requireKnown({ backup }: RestorePoint): void {
  const unknown = backup.manifest.migrations.find((name) => !migrations.some((known) => known.name === name));
  if (unknown === undefined) return;
  throw new Refused(
    `${backup.name} was made by a newer version (${backup.manifest.product}, migration ${unknown}): install that one.`,
  );
}

async function requireWhole(folder: BackupFolder, { backup }: RestorePoint): Promise<void> {
  const [first] = await verifyBackup(folder, backup);
  if (first === undefined) return;
  throw new Refused(`${backup.name} is not whole: ${first}. "lianban backup verify" tells which backups are.`);
}

function tell({ backup, at, reaches }: RestorePoint, findings: Findings, kept: string | undefined): void {
  const until = (at ?? reaches)?.toISOString() ?? backup.manifest.finishedAt;
  const { applied, cases, lastEntry, lapsed, lostUploads, broken, streams } = findings;
  const lines = [
    `restored ${backup.name}, up to ${until}`,
    ...(kept === undefined ? [] : [`what was there before is kept as ${kept}`]),
    `ok     tables: ${applied.length} migrations applied`,
    `ok     queues: emptied; the first sweep fills them from the database`,
    ...broken.map((line) => `WRONG  audit trail: ${line}`),
    ...(broken.length === 0
      ? [`ok     audit trail: ${streams} chains are whole, the last entry is of ${lastEntry}`]
      : []),
    lostUploads === 0 ? 'ok     uploads: all that are named are there' : `WRONG  uploads: ${lostUploads} are missing`,
    `ok     cases: ${cases}`,
    ...(backup.manifest.secrets
      ? []
      : ['the backup has no secrets: on another machine people sign in again, and set up their second factors anew']),
    `${lapsed} terms ran out since; the next start fires each once, in the order in which they were due`,
    'make a new backup once the product runs: instants from now on need one',
  ];
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (broken.length > 0 || lostUploads > 0) process.exitCode = 1;
}
