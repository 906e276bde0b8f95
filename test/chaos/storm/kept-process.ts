import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');
const main = join(process.env['LIANBAN_TEST_DIST'] || join(root, 'dist'), 'apps/cli/src/main.js');

/** A part of the product that is started again whenever it ends, as an operator's system does. */
export interface KeptProcess {
  /** SIGKILL; false where it is just being started again and there is nothing to kill. */
  kill(): boolean;
  /** Resolves when it is up. */
  up(): Promise<void>;
  /** Asks it to stop, waits, and does not start it again. */
  stop(): Promise<void>;
  /** What it said when it ended by itself after having been up, which it never should. */
  readonly falls: readonly string[];
}

/** Runs `lianban start` with these variables and keeps it running. */
export function keepRunning(env: Readonly<Record<string, string>>): KeptProcess {
  const falls: string[] = [];
  let child: ChildProcess | undefined;
  let isUp = false;
  let stopping = false;
  let killed = false;

  const run = async (): Promise<void> => {
    let said = '';
    isUp = killed = false;
    child = spawn(process.execPath, [main, 'start'], {
      env: { ...withoutSettings(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout?.on('data', (chunk) => (isUp ||= String(chunk).includes('Ctrl-C')));
    child.stderr?.on('data', (chunk) => (said = (said + String(chunk)).slice(-2_000)));
    const [code] = (await once(child, 'exit')) as [number | null];
    // Without a database it may refuse to start; once it is up it waits for the database to come back.
    if (isUp && !killed && !stopping) falls.push(`ended with ${code}: ${said}`);
    isUp = false;
  };
  const kept = (async () => {
    while (!stopping) {
      await run();
      if (!killed && !stopping) await sleep(200);
    }
  })();

  return {
    falls,
    kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return false;
      killed = true;
      return child.kill('SIGKILL');
    },
    async up() {
      while (!isUp) await sleep(50);
    },
    async stop() {
      stopping = true;
      child?.kill('SIGTERM');
      await kept;
    },
  };
}

/** The environment without anything that would set up the product. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(PORT|LIANBAN_|DATABASE_URL|REDIS_URL|NODE_OPTIONS)/u.test(name)),
  );
}
