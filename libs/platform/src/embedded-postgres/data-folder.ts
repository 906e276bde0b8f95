import { access, chmod, constants, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.js';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';

/** What `initdb`, the first logs and a copy of the programs need. */
const leastSpace = 200 * 1024 * 1024;

/**
 * Makes the data folder if it is missing.
 *
 * @throws EmbeddedPostgresError if this process cannot write there
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  try {
    await makeEnterable(dataDir);
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = systemCode(error) ?? String(error);
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? 'there is a file of that name' : code;
    throw new EmbeddedPostgresError(
      `LIANBAN_DATA is ${dataDir}: expected a folder that this user may write (${reason}). Choose another or mend its owner.`,
      { cause: error },
    );
  }
}

/**
 * Asks for the space that a new database takes; without it `initdb` dies half-way with a long text.
 *
 * @throws EmbeddedPostgresError if less than 200 MB are free
 */
export async function requireSpace(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free >= leastSpace) return;
  throw new EmbeddedPostgresError(
    `Only ${Math.floor(free / 1024 / 1024)} MB are free for ${folder}: expected 200 MB. Free some, or set LIANBAN_DATA.`,
  );
}

/**
 * Makes a folder and its missing parents. Under root the new ones can be entered, though not listed, by the user whom
 * the server runs as, whatever the umask says.
 */
export async function makeEnterable(folder: string): Promise<void> {
  const first = await makeFolder(folder);
  if (first === undefined || process.getuid?.() !== 0) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
}
