import { Option, type Command } from 'commander';
import type { Config } from '@lianban/platform';
import { Refused } from '../installation/refused.js';
import { ApiClient } from './api-client.js';

/** The demo account that edits and operates workflows. */
export const demoDesigner = 'designer';

/** Where the server is and who asks: a token, or an account with its password. */
export interface ServerOptions {
  readonly url?: string;
  readonly token?: string;
  readonly username?: string;
  readonly password?: string;
}

/** The options of a command that asks a server; `account` is the demo account that it uses when none is given. */
export function withServer(command: Command, account: string): Command {
  return command
    .option('--url <url>', 'address of the server (default: port PORT of this computer)')
    .addOption(new Option('--token <token>', 'access token').env('LIANBAN_TOKEN'))
    .addOption(
      new Option('--username <name>', `account (default: the demo account ${account})`).env('LIANBAN_USERNAME'),
    )
    .addOption(new Option('--password <password>', 'its password').env('LIANBAN_PASSWORD'));
}

/**
 * Signs in at the server with what was given: a token, an account, else a demo account of the local installation.
 *
 * @throws Refused when there is nothing to sign in with, or the server does not accept it
 */
export async function signIn(options: ServerOptions, account: string): Promise<ApiClient> {
  const server = new ApiClient(options.url ?? `http://127.0.0.1:${(await localConfig()).port}`);
  if (options.token) server.useToken(options.token);
  else await server.signIn(...(await accountOf(options, account)));
  return server;
}

async function accountOf(options: ServerOptions, account: string): Promise<[string, string]> {
  const username = options.username ?? account;
  const password = options.password ?? (options.username ? undefined : await localPassword());
  if (password !== undefined) return [username, password];
  throw new Refused(
    `No password for ${username}: give --token, or --username and --password, or LIANBAN_DATA of the installation with the demo accounts.`,
  );
}

/** Loaded only where this computer is asked: reading the settings takes longer than all the rest of a command. */
async function localConfig(): Promise<Config> {
  return (await import('@lianban/platform')).loadConfig(process.env);
}

async function localPassword(): Promise<string | undefined> {
  const { keptDemoPassword } = await import('../installation/demo-password.js');
  return await keptDemoPassword(await localConfig());
}
