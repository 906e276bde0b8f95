import { execFileSync } from 'node:child_process';
import { readdir, readlink, realpath } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from './embedded-postgres-error.js';

/** Whether a process of this number exists, whosever it is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/**
 * What tells a process from a later one with the same number; empty where the system does not say. Numbers come again
 * soon in containers, where everything is process 1 or 7.
 */
export function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${started}`;
  } catch {
    return ''; // no /proc, or the process is gone
  }
}

/** Sends a signal; a process that is gone already is as good. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

/** Waits until the process is gone; false if it is still there after `milliseconds`. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (isAlive(pid)) {
    if (performance.now() > deadline) return false;
    await sleep(10);
  }
  return true;
}

/** The server processes that work in this database's folder: the postmaster `pid` if it is one, and on Linux its children. */
export async function serversOf(cluster: string, pid: number | undefined): Promise<number[]> {
  if (process.platform === 'linux') return await processesIn(await realpath(cluster));
  if (pid === undefined || !isAlive(pid)) return [];
  if (process.platform === 'win32') return [pid];
  const command = execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  return command.includes('postgres') && command.includes(cluster) ? [pid] : [];
}

/** Every PostgreSQL process has the database's folder as its working directory. */
async function processesIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => undefined)));
  return pids.filter((pid, index) => folders[index] === folder && pid !== process.pid);
}
