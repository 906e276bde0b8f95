import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup, BackupFolder } from './backup-folder.js';
import { uploadsName } from './make-backup.js';
import { forEachOf, sumOf } from './safe-files.js';

/** Files whose names are told; what else is wrong is only counted. */
const told = 5;

/**
 * Reads every file of a backup and every upload that belongs to it.
 *
 * @returns what is wrong, in a line each; empty if nothing is
 */
export async function verifyBackup(folder: BackupFolder, backup: Backup): Promise<string[]> {
  const wrong: string[] = [];
  await forEachOf(backup.manifest.files, async ({ path, sha256 }) => {
    const problem = await problemOf(join(backup.folder, path), sha256);
    if (problem !== undefined) wrong.push(`${path} ${problem}`);
  });
  await forEachOf(backup.manifest.folders, async (path) => {
    if (!(await isFolder(join(backup.folder, path)))) wrong.push(`${path} is missing`);
  });
  if (wrong.length === 0)
    await forEachOf(await uploadsOf(backup), async (address) => {
      const problem = await problemOf(join(folder.uploads, address.slice(0, 2), address), address);
      if (problem !== undefined) wrong.push(`upload ${address} ${problem}`);
    });
  const rest = wrong.length - told;
  return rest > 0 ? [...wrong.sort().slice(0, told), `and ${rest} more`] : wrong.sort();
}

async function uploadsOf(backup: Backup): Promise<string[]> {
  const text = await readFile(join(backup.folder, uploadsName), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}

async function problemOf(path: string, sha256: string): Promise<string | undefined> {
  try {
    return (await sumOf(path)) === sha256 ? undefined : 'was changed: its checksum is another one';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'is missing' : `cannot be read (${code})`;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
