import { loadConfig, verifyBackup } from '@lianban/platform';
import { Refused } from '../installation/refused.js';
import { folderOf } from './folder-of.js';

/** Reads every backup of a folder and says of each whether it is whole. */
export async function verifyBackupsIn(given: string | undefined): Promise<void> {
  const folder = folderOf(loadConfig(process.env), given);
  const backups = await folder.list();
  for (const backup of backups) {
    const wrong = await verifyBackup(folder, backup);
    const { finishedAt, product } = backup.manifest;
    if (wrong.length === 0) process.stdout.write(`ok     ${backup.name}: ${finishedAt}, version ${product}\n`);
    for (const line of wrong) process.stdout.write(`WRONG  ${backup.name}: ${line}\n`);
    if (wrong.length > 0) process.exitCode = 1;
  }
  for (const name of await folder.unfinished())
    process.stdout.write(`       ${name} was never finished; the next backup removes it\n`);
  if (backups.length === 0) throw new Refused(`${folder.path} holds no whole backup.`);
}
