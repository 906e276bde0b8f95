import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { BackupError } from './backup-error.js';
import type { Manifest } from './manifest.js';
import { sumOf } from './safe-files.js';

const run = promisify(execFile);
const dumpName = 'database.dump';

/** Lets `pg_dump` write a database of a server below `target`; it sees one instant of it. */
export async function dumpDatabase(url: string, target: string): Promise<Pick<Manifest, 'folders' | 'files'>> {
  const file = join(target, dumpName);
  await callProgram('pg_dump', ['--format=custom', '--no-owner', '--no-privileges', `--file=${file}`], url);
  const { size } = await stat(file);
  return { folders: [], files: [{ path: dumpName, bytes: size, sha256: await sumOf(file) }] };
}

/** Lets `pg_restore` fill an empty database from a backup; all of it or nothing. */
export async function loadDump(url: string, folder: string): Promise<void> {
  const { pathname } = new URL(url);
  const args = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'];
  await callProgram(
    'pg_restore',
    [...args, `--dbname=${decodeURIComponent(pathname.slice(1))}`, join(folder, dumpName)],
    url,
  );
}

/** Runs a program of PostgreSQL's; the password goes by the environment, where other users cannot see it. */
async function callProgram(name: string, args: readonly string[], url: string): Promise<void> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const given = {
    PGHOST: searchParams.get('host') ?? hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    ...(searchParams.get('sslmode') && { PGSSLMODE: searchParams.get('sslmode') ?? '' }),
  };
  try {
    await run(name, [...args, '--no-password'], { env: { ...process.env, ...given } });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      throw new BackupError(
        `There is no ${name} on this machine: install the client programs of PostgreSQL, of the server's version or newer ` +
          '(Debian and Ubuntu: postgresql-client; Red Hat: postgresql).',
        { cause: error },
      );
    }
    const { stderr, message } = error as Error & { stderr?: string };
    const said = (stderr ?? message).trim();
    throw new BackupError(`${name} failed: ${said.split('\n').slice(0, 2).join(' ')}`, { cause: error });
  }
}
