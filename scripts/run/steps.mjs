import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { root } from '../build/root.mjs';

/**
 * Runs commands with at most one per core, in the order given, and collects what each said.
 * @param {{ name: string, command: string[], env?: Record<string, string> }[]} steps
 * @returns {Promise<{ name: string, ok: boolean, seconds: number, output: string }[]>} in the order given
 */
export async function runAll(steps, parallel = Math.max(2, availableParallelism())) {
  const results = new Array(steps.length);
  let next = 0;
  const work = async () => {
    while (next < steps.length) {
      const index = next++;
      results[index] = await run(steps[index]);
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, steps.length) }, work));
  return results;
}

/**
 * Runs one command to its end. A command that cannot be started, dies by a signal or takes too long has failed.
 * `echo` shows its output while it runs, `echoErrors` only what it writes to stderr.
 */
export function run({ name, command, env = {}, echo = false, echoErrors = false, timeoutSeconds = 600 }) {
  const started = performance.now();
  const [file, ...args] = command;
  const output = [];
  const collect = (shown) => (chunk) => {
    output.push(chunk);
    if (shown) process.stdout.write(chunk);
  };
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutSeconds * 1000);
    child.stdout.on('data', collect(echo));
    child.stderr.on('data', collect(echo || echoErrors));
    const end = (ok, note) => {
      clearTimeout(timer);
      const text = Buffer.concat(output).toString() + note;
      resolve({ name, ok, seconds: (performance.now() - started) / 1000, output: text });
    };
    child.on('error', (error) => end(false, `${file}: ${error.message}\n`));
    child.on('close', (code, signal) => end(code === 0, code === 0 ? '' : `(${signal ?? `exit ${code}`})\n`));
  });
}
