import type { Command } from 'commander';
import type { BackupOptions } from '../backup/backup.js';

/** `lianban backup`: copies database and uploads while the product runs, and checks copies. */
export function registerBackup(program: Command): void {
  const backup = program
    .command('backup')
    .description('copy database and uploads to a folder, while the product runs')
    .argument('[folder]', 'folder of the backups; LIANBAN_BACKUP unless given')
    .option('--secrets', 'copy the generated secrets too; whoever reads them can sign in to the database')
    .option('--keep <n>', 'then remove all backups but the newest n')
    .action(async (folder: string | undefined, options: BackupOptions) => {
      const { makeBackupIn } = await import('../backup/backup.js');
      await makeBackupIn(folder, options);
    });
  backup
    .command('verify')
    .description('read all backups and their uploads; exit code 1 where something was changed or is missing')
    .argument('[folder]', 'folder of the backups; LIANBAN_BACKUP unless given')
    .action(async (folder: string | undefined) => {
      const { verifyBackupsIn } = await import('../backup/verify.js');
      await verifyBackupsIn(folder);
    });
}
