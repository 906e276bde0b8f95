import { execFile } from 'node:child_process';
import { chown, mkdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import type { Placement } from './placement.js';

const run = promisify(execFile);

/** Name of the superuser; the product itself connects as an ordinary role. */
export const superuser = 'postgres';

/**
 * Creates the database's folder unless it is there. It is made beside its place and moved when complete, so a start
 * that is killed half-way leaves no half database.
 *
 * @param password of the superuser
 * @returns whether it was made now
 */
export async function ensureCluster(place: Placement, password: string, extra: readonly string[]): Promise<boolean> {
  const missing = !(await isThere(join(place.cluster, 'PG_VERSION')));
  if (missing) {
    const draft = `${place.cluster}.draft`;
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    const passwordFile = `${draft}.password`;
    try {
      await writeFile(passwordFile, password, { mode: 0o600 });
      if (place.user)
        await Promise.all([draft, passwordFile].map((path) => chown(path, place.user!.uid, place.user!.gid)));
      await initdb(place, draft, passwordFile, extra);
    } finally {
      await rm(passwordFile, { force: true });
    }
    await rename(draft, place.cluster);
  }
  if (place.link !== undefined) await symlink(place.cluster, place.link);
  return missing;
}

async function initdb(place: Placement, folder: string, passwordFile: string, extra: readonly string[]): Promise<void> {
  const args = [
    `--pgdata=${folder}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    ...locale(),
    '--lc-messages=C',
    ...extra,
  ];
  try {
    await run(place.binaries.initdb, args, { ...place.user, cwd: '/', env: { PATH: process.env['PATH'] ?? '' } });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? error);
    const reason = said.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? said.trim();
    const advice = /could not look up effective user/.test(reason)
      ? ': PostgreSQL needs a user that is in /etc/passwd. Start as one, or set DATABASE_URL'
      : '';
    throw new EmbeddedPostgresError(`${place.cluster} could not be created: ${reason}${advice}.`, { cause: error });
  }
}

/** With the plain "C" locale pg_trgm finds nothing in Chinese text, hence one that knows Unicode letters. */
function locale(): string[] {
  if (process.platform === 'linux') return ['--locale-provider=libc', '--locale=C.UTF-8'];
  return ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=en_US.UTF-8'];
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
