import { constants, copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, type RestorePoint } from '@lianban/platform';

/** That of the embedded database, which need not be that of a restored one: a start without makes a new one. */
const ofDatabase = 'postgres-password';

/**
 * Brings the generated secrets of a backup, and those that are there where it has none; what is in the target already
 * is left.
 *
 * @param folders data folders; the same where data are not exchanged as a whole
 */
export async function bringSecrets(
  { backup }: RestorePoint,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const target = join(to, 'secrets');
  const sources = [
    ...(backup.manifest.secrets
      ? [{ folder: join(backup.folder, 'secrets'), whole: backup.manifest.kind === 'files' }]
      : []),
    ...(from === to ? [] : [{ folder: join(from, 'secrets'), whole: false }]),
  ];
  for (const { folder, whole } of sources) {
    const names = (await namesIn(folder)).filter((name) => whole || name !== ofDatabase);
    if (names.length > 0) await makeFolder(target, 0o700);
    for (const name of names)
      await copyFile(join(folder, name), join(target, name), constants.COPYFILE_EXCL).catch(unlessItExists);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
