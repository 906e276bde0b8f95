import { BackupFolder, type Config } from '@lianban/platform';
import { Refused } from '../installation/refused.js';

/** The folder of backups that a command is about. @throws Refused where none is named */
export function folderOf(config: Config, given: string | undefined): BackupFolder {
  const path = given ?? config.backupDir;
  if (path === undefined) throw new Refused('Say which folder holds the backups, or set LIANBAN_BACKUP.');
  return new BackupFolder(path);
}

/** Bytes as people read them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
