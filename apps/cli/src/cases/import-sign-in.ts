import type { Config } from '@lianban/platform';
import { keptDemoPassword } from '../installation/demo-password.js';
import { Refused } from '../installation/refused.js';
import type { CaseServer } from './case-server.js';

/** Who files: a token, or an account with its password. */
export interface SignInOptions {
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
}

/** The demo account that registers requests. */
const demoClerk = 'clerk';

/**
 * Signs in with what was given: a token, an account, else the demo account of the local installation.
 *
 * @throws Refused when there is nothing to sign in with, or the server does not accept it
 */
export async function signIn(server: CaseServer, options: SignInOptions, config: Config): Promise<void> {
  if (options.token) {
    server.useToken(options.token);
    return;
  }
  const username = options.username ?? demoClerk;
  const password = options.password ?? (options.username ? undefined : await keptDemoPassword(config));
  if (password === undefined) {
    throw new Refused(
      `No password for ${username}: give --token, or --username and --password, or LIANBAN_DATA of the installation with the demo accounts.`,
    );
  }
  await server.signIn(username, password);
}
