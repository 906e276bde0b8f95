import { chmod, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, type Config } from '@lianban/platform';
import { newPassword } from './new-password.js';
import { Refused } from './refused.js';

/**
 * The password of the demo accounts: the configured one, else the one that was generated at the first start and is
 * kept in `secrets` of the data folder.
 *
 * @throws Refused when the data folder cannot be written
 */
export async function demoPassword(config: Pick<Config, 'dataDir' | 'demoPassword'>): Promise<string> {
  if (config.demoPassword !== undefined) return config.demoPassword;
  const file = fileOf(config.dataDir);
  try {
    const kept = await keptDemoPassword(config);
    if (kept !== undefined) return kept;
    const password = newPassword();
    await makeFolder(dirname(file), 0o700);
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    await chmod(file, 0o600); // the mode above does not hold for a file that was there
    return password;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused(`LIANBAN_DATA is ${config.dataDir}: expected a folder that this user may write (${code}).`, {
      cause: error,
    });
  }
}

/** The password of the demo accounts as far as there is one; generates none. */
export async function keptDemoPassword(config: Pick<Config, 'dataDir' | 'demoPassword'>): Promise<string | undefined> {
  if (config.demoPassword !== undefined) return config.demoPassword;
  const kept = (await readFile(fileOf(config.dataDir), 'utf8').catch(absent)).trim();
  return kept === '' ? undefined : kept;
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'secrets', 'demo-password');
}

function absent(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}
