import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { superuser } from './cluster.js';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import type { Placement } from './placement.js';

/** Reads the superuser's password from `dataDir/secrets`; undefined if it has not been made or is lost. */
export async function findPassword(dataDir: string): Promise<string | undefined> {
  const file = passwordFile(dataDir);
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw new EmbeddedPostgresError(`${file} cannot be read (${systemCode(error)}): mend its owner.`, { cause: error });
  });
  return kept.trim() === '' ? undefined : kept.trim();
}

/** Makes a password and keeps it, readable by its owner only. */
export async function createPassword(dataDir: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const file = passwordFile(dataDir);
  await makeFolder(join(dataDir, 'secrets'), 0o700);
  await writeFile(`${file}.draft`, `${password}\n`, { mode: 0o600 });
  await chmod(`${file}.draft`, 0o600); // the mode above does not hold for a file that was there
  await rename(`${file}.draft`, file);
  return password;
}

/**
 * Gives the superuser of a stopped server a new password, for data that were restored without `secrets`.
 *
 * @param password of base64url characters
 */
export async function resetPassword(place: Placement, password: string): Promise<void> {
  const child = spawn(place.binaries.postgres, ['--single', '-D', place.cluster, superuser], {
    ...place.user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env['PATH'] ?? '' },
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
    child.stdin.end(`ALTER ROLE ${superuser} PASSWORD '${password}'\n`);
  });
  if (code === 0) return;
  throw new EmbeddedPostgresError(
    `The password of the database in ${place.cluster} is lost and could not be replaced: restore the folder "secrets".`,
  );
}

function passwordFile(dataDir: string): string {
  return join(dataDir, 'secrets', 'postgres-password');
}
