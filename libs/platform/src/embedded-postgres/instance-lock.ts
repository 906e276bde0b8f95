import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError, systemCode } from './embedded-postgres-error.js';
import { birthOf, isAlive } from './processes.js';

/** Held as long as this process uses the data folder. */
export interface InstanceLock {
  release(): void;
}

/**
 * Claims the data folder for this process. What a killed process left behind does not count.
 *
 * @param advice what to do when it is in use
 * @throws EmbeddedPostgresError if another live process has it
 */
export function lockInstance(
  dataDir: string,
  advice = 'stop that one first, or set LIANBAN_DATA to another folder',
): InstanceLock {
  const file = join(dataDir, 'lianban.pid');
  const mine = `${process.pid} ${birthOf(process.pid)}\n`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      if (tryLink(draft, file)) return { release: () => release(file, mine) };
      const holder = read(file);
      if (holder !== undefined) clearStale(file, holder, dataDir, advice);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new EmbeddedPostgresError(`${file} could not be claimed: several processes start at once. Start again.`);
}

/** Unlike writing a file, a hard link is made by one process only. */
function tryLink(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function clearStale(file: string, holder: string, dataDir: string, advice: string): void {
  const [number = '', birth = ''] = holder.trim().split(' ');
  const pid = Number(number);
  // Without a time of birth this process's own number is taken for that of a dead one, as in a restarted container.
  const same = birth === '' ? pid !== process.pid : birth === birthOf(pid);
  if (Number.isInteger(pid) && pid > 0 && same && isAlive(pid)) {
    throw new EmbeddedPostgresError(`${dataDir} is in use by process ${pid}: ${advice}.`);
  }
  // Moved away and looked at again, as another starting process may have been quicker.
  const away = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, away);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw error;
  }
  if (read(away) !== holder) tryLink(away, file);
  rmSync(away, { force: true });
}

function release(file: string, mine: string): void {
  if (read(file) === mine) rmSync(file, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
