import { access, constants, readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder, type Config } from '@lianban/platform';
import { hasNotice } from '@lianban/calendar';
import { readDefaultWorkflows } from './default-workflows.js';
import type { Check, Finding } from './doctor-check.js';
import { requireFreePort } from './port.js';
import { Refused } from './refused.js';
import { productRoot } from './root.js';

const leastSpace = 200; // MB
const littleSpace = 2_000;
/** From this month on (November) the notice for the next year may be out. */
const monthOfNotice = 10;

/** What can be told without the database. */
export function machineChecks(config: Config, now: Date): Check[] {
  return [
    { name: 'Node.js', run: () => process.version },
    { name: 'data folder', run: async () => await checkFolder(config.dataDir) },
    { name: 'secrets', run: async () => await checkSecrets(join(config.dataDir, 'secrets')) },
    { name: 'proxies and address', run: () => checkAddress(config) },
    { name: 'holidays', run: () => checkHolidays(now) },
    {
      name: 'workflows',
      run: async () => {
        const folders = await readDefaultWorkflows(join(productRoot, 'workflows'), config.timeZone);
        return folders.map(({ name }) => name).join(', ') || 'none';
      },
    },
    {
      name: 'port',
      run: async () => {
        await requireFreePort(config.port);
        return `${config.port} is free`;
      },
    },
  ];
}

async function checkFolder(folder: string): Promise<Finding> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Refused(`LIANBAN_DATA is ${folder}: expected a folder that this user may write (${code}).`, {
      cause: error,
    });
  }
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  if (free < leastSpace) throw new Refused(`only ${free} MB are free for ${folder}: expected ${leastSpace} MB.`);
  const found = `${folder}, ${free} MB free`;
  return free < littleSpace ? { look: `${found}: make room before it is full.` } : found;
}

/** Secrets are for the user who runs the product alone; Windows has other means. */
async function checkSecrets(folder: string): Promise<Finding> {
  const names = await readdir(folder).catch(() => []);
  for (const path of names.map((name) => join(folder, name))) {
    const { mode } = await stat(path);
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new Refused(`${path} can be read by others: run "chmod 600 ${path}", and change what it holds.`);
  }
  return names.length === 0 ? 'none yet' : `${names.length}, for this user alone`;
}

function checkAddress({ proxies, publicUrl }: Config): Finding {
  const everybody = proxies.find((proxy) => /\/0+$/u.test(proxy));
  if (everybody !== undefined)
    throw new Refused(`LIANBAN_PROXIES holds ${everybody}: anybody may claim any address; name your proxies.`);
  if (publicUrl === undefined) return `believes ${proxies.join(', ')}; no LIANBAN_URL, so mails have no links`;
  const { protocol, hostname } = new URL(publicUrl);
  if (protocol !== 'https:' && hostname !== 'localhost')
    return { look: `LIANBAN_URL is ${publicUrl}: put a proxy with TLS before it and name https://….` };
  return `believes ${proxies.join(', ')}, ${publicUrl}`;
}

function checkHolidays(now: Date): Finding {
  const year = now.getUTCFullYear();
  const due = now.getUTCMonth() >= monthOfNotice ? year + 1 : year;
  if (hasNotice(due)) return `${due} is known`;
  return {
    look: `the holidays of ${due} are not known: update the product when the notice is out, or decide them under 工作日历.`,
  };
}
