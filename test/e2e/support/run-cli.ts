import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../architecture/tree.js';

/** How a command ended. */
export interface Run {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the built `lianban` to its end. */
export async function runCli(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const main = join(process.env['LIANBAN_TEST_DIST'] || join(root, 'dist'), 'apps/cli/src/main.js');
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...env } });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, output, errors };
}
