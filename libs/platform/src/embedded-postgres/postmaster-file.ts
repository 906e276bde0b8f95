import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from './embedded-postgres-error.js';

/** What a server says of itself in `postmaster.pid` (PostgreSQL, src/include/utils/pidfile.h). */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  /** True once it accepts connections. */
  readonly ready: boolean;
}

/** Reads `postmaster.pid`; undefined if there is none or it is not yet written. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFile(cluster), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  return Number.isInteger(pid) && pid > 0
    ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
    : undefined;
}

/** Path of that file. */
export function postmasterFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
