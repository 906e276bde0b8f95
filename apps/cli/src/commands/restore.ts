import type { Command } from 'commander';
import type { RestoreOptions } from '../backup/restore.js';

/** `lianban restore`: brings back what a backup holds, up to an instant where the log was archived. */
export function registerRestore(program: Command): void {
  program
    .command('restore')
    .description('bring back database and uploads from a folder of backups; the product must be stopped')
    .argument('[folder]', 'folder of the backups; LIANBAN_BACKUP unless given')
    .option('--at <time>', 'the instant to go back to, as 2026-03-02T14:30:00+08:00; the latest unless given')
    .option('--yes', 'put it in the place of the data that are there; those are kept beside it')
    .action(async (folder: string | undefined, options: RestoreOptions) => {
      const { restoreFrom } = await import('../backup/restore.js');
      await restoreFrom(folder, options);
    });
}
