import type { Command } from 'commander';

/** `lianban account recover`: lets somebody in again who lost password and second factor. */
export function registerAccount(program: Command): void {
  program
    .command('account')
    .description('accounts, at the database of this installation')
    .command('recover')
    .description('give an account a new password to be changed, without a second factor; for who lost everything')
    .argument('<username>', 'user name of the account')
    .action(async (username: string) => {
      const { recoverAccount } = await import('../installation/recover-account.js');
      await recoverAccount(username);
    });
}
