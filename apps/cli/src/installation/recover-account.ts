import { AccountRescue, AccountService, AuditTrail } from '@lianban/identity';
import { createLogger, loadConfig, SystemClock } from '@lianban/platform';
import { openInstallation } from './installation.js';
import { newPassword } from './new-password.js';

/**
 * Gives an account a password that it has to change at the next sign-in, takes its second factor away, unlocks it and
 * signs it out everywhere. Whoever may open the database may do so; the audit trail says that it was done.
 *
 * @throws username-unknown
 */
export async function recoverAccount(username: string): Promise<void> {
  const log = createLogger({ name: 'lianban', level: 'error' });
  const installation = await openInstallation(loadConfig(process.env), log);
  try {
    const { database } = installation;
    const clock = new SystemClock();
    const accounts = new AccountService(database, clock);
    const rescue = new AccountRescue(database, accounts, new AuditTrail(database, clock), clock);
    const password = newPassword();
    await rescue.recover(username, password);
    process.stdout.write(`${username} signs in with ${password} once, and then has to choose another password.\n`);
  } finally {
    await installation.close();
  }
}
