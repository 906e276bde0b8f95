import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');
const main = join(process.env['LIANBAN_TEST_DIST'] || join(root, 'dist'), 'apps/cli/src/main.js');

/** `lianban start` on a data folder, in a process that a test may kill. */
export interface ProductProcess {
  readonly address: string;
  /** SIGKILL to the product and, when asked, to PostgreSQL and its children; returns once the product is gone. */
  kill(also: { postgres: boolean }): Promise<void>;
  /** Asks it to stop and waits. */
  stop(): Promise<void>;
}

/**
 * Starts the built product with the demo district; the banner says when it is up.
 *
 * @param settings further variables of its environment
 */
export async function startProduct(
  dataDir: string,
  password: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ProductProcess> {
  const own = Object.entries(process.env).filter(([name]) => !/^(PORT|LIANBAN_|DATABASE_URL|REDIS_URL)/u.test(name));
  const child = spawn(process.execPath, [main, 'start'], {
    env: {
      ...Object.fromEntries(own),
      LIANBAN_DATA: dataDir,
      LIANBAN_DEMO: '1',
      LIANBAN_DEMO_PASSWORD: password,
      LIANBAN_LOG_LEVEL: 'warn',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = await untilUp(child);
  return {
    address: /http:\/\/localhost:\d+/u.exec(output)?.[0].replace('localhost', '127.0.0.1') ?? '',
    async kill({ postgres }) {
      const server = postgres ? await postmaster(dataDir) : undefined;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      if (server !== undefined) process.kill(-server, 'SIGKILL');
      await gone;
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

async function untilUp(child: ChildProcess): Promise<string> {
  let output = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += String(chunk)));
  await new Promise<void>((resolved, rejected) => {
    child.stdout?.on('data', (chunk) => {
      output += String(chunk);
      if (output.includes('Ctrl-C')) resolved();
    });
    child.once('exit', (code) => rejected(new Error(`the product ended with ${code}: ${errors}`)));
  });
  return output;
}

/** PostgreSQL leads a process group of its own. */
async function postmaster(dataDir: string): Promise<number> {
  const [pid = ''] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  return Number(pid);
}
