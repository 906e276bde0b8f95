import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { importEmbeddedPostgres } from './compile-embedded-postgres.mjs';

const prefix = 'lianban-test-';
/** What a whole run puts into its folder at most, in bytes, with what others need beside it. */
const room = 6 * 2 ** 30;

/**
 * Makes the folder in which everything of a run lies, and tells it to all that the run starts (TMPDIR). It lies in
 * memory where there is room: hundreds of databases are copied, and creating their files on a disk costs more
 * processor time than the tests themselves.
 */
export async function makeTestFolder() {
  const memory = '/dev/shm';
  const bases = [...((await isRoomy(memory)) ? [memory] : []), tmpdir()];
  for (const base of bases) await removeRemains(base);
  const folder = await mkdtemp(join(bases[0], `${prefix}${process.pid}-`));
  await chmod(folder, 0o755); // under root the databases run as another user
  process.env.TMPDIR = folder;
  return { stop: () => rm(folder, { recursive: true, force: true }) };
}

async function isRoomy(folder) {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.min(bavail * bsize, freemem()) > room;
  } catch {
    return false; // a system without such a folder
  }
}

/** Runs that were killed leave servers and their folders. */
async function removeRemains(base) {
  const { stopLeftover } = await importEmbeddedPostgres('leftover');
  const { isAlive } = await importEmbeddedPostgres('processes');
  for (const name of await readdir(base)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(base, name);
    try {
      for (const cluster of await clusters(folder)) await stopLeftover(cluster, { warn() {} });
      await rm(folder, { recursive: true, force: true });
    } catch (error) {
      console.warn(`${folder} of an earlier test run could not be removed: ${error.message}`); // another user's
    }
  }
}

/** The data folders of PostgreSQL that lie in a folder. */
async function clusters(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isDirectory() && file.name === 'postgres')
    .map((file) => join(file.parentPath, file.name));
}
