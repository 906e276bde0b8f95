import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../architecture/tree.js';

/** The whole product as `npm start` runs it, on a port and in a data folder of its own. */
export interface Product {
  readonly address: string;
  readonly password: string;
  stop(): Promise<void>;
}

const password = 'Demo-pass-2026';

/**
 * Builds server and web where they are stale, and starts everything with the demo district.
 *
 * @param settings further variables of its environment
 */
export async function startProduct(settings: Readonly<Record<string, string>> = {}): Promise<Product> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.mjs'), '--quiet']);
  const folder = await mkdtemp(join(tmpdir(), 'lianban-product-'));
  await chmod(folder, 0o755); // the database of a root user runs as somebody else
  const child = spawn(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), 'start'], {
    env: {
      ...withoutSettings(process.env),
      PORT: '0',
      LIANBAN_DATA: join(folder, 'data'),
      LIANBAN_DEMO: '1',
      LIANBAN_DEMO_PASSWORD: password,
      LIANBAN_LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /http:\/\/localhost:\d+/u.exec(output);
      if (found && /Ctrl-C/u.test(output)) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`the product ended with exit code ${String(code)}\n${output}`)));
  });
  return { address, password, stop };
}

/** The environment without anything that would set up the product. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !/^(PORT|LIANBAN_|DATABASE_URL|REDIS_URL|SMTP_URL|NODE_OPTIONS)/u.test(name),
    ),
  );
}
