import { lstat, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { systemCode } from './embedded-postgres-error.js';
import { stopLeftover } from './leftover.js';
import { makeFolder } from './make-folder.js';

/** What of a data folder is exchanged as a whole. */
const parts = ['postgres', 'secrets'];
const draftPrefix = 'restoring-';
const decision = 'swap.json';

type Log = Pick<Logger, 'warn'>;

/**
 * The folder inside a data folder in which other data are made ready. Each has a name of its own, as the database's
 * place may be derived from it.
 */
export function restoringFolder(dataDir: string, stamp: string): string {
  return join(dataDir, `${draftPrefix}${stamp}`);
}

/**
 * Puts data that were made ready in the place of those of a data folder, which are kept. Once begun it is finished, if
 * need be by the next start: nobody ever finds half of it, or an empty database. Call it only while holding the
 * instance lock, with no server of one's own on either.
 *
 * @returns the folder that keeps what was there
 */
export async function swapIn(dataDir: string, stamp: string, log: Log): Promise<string> {
  const draft = join(dataDir, `${decision}.draft`);
  await writeFile(draft, stamp, { flush: true });
  await rename(draft, join(dataDir, decision));
  await finishSwap(dataDir, log);
  return asideFolder(dataDir, stamp);
}

/** Finishes what a killed {@link swapIn} began; does nothing if there was none. */
export async function finishSwap(dataDir: string, log: Log): Promise<void> {
  const stamp = await readFile(join(dataDir, decision), 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (stamp === undefined) return;
  const [ready, aside] = [restoringFolder(dataDir, stamp), asideFolder(dataDir, stamp)];
  await makeFolder(aside, 0o711);
  for (const part of parts) {
    if (!(await isThere(join(ready, part)))) continue; // was moved before
    // A server that a killed product left would go on writing by the path, into what takes its place.
    await stopServerOf(join(dataDir, 'postgres'), log);
    if (await isThere(join(dataDir, part))) await rename(join(dataDir, part), join(aside, part));
    await rename(join(ready, part), join(dataDir, part));
  }
  await rm(ready, { recursive: true, force: true });
  await rm(join(dataDir, decision));
}

/** Removes what killed restores made ready and never decided on. Call it only while holding the instance lock. */
export async function clearRestoring(dataDir: string, log: Log): Promise<void> {
  for (const name of (await readdir(dataDir)).filter((each) => each.startsWith(draftPrefix))) {
    const cluster = await stopServerOf(join(dataDir, name, 'postgres'), log);
    if (cluster !== undefined) await rm(cluster, { recursive: true });
    await rm(join(dataDir, name), { recursive: true });
  }
}

/** @returns the folder's real path, if it is there */
async function stopServerOf(folder: string, log: Log): Promise<string | undefined> {
  const cluster = await realpath(folder).catch(() => undefined);
  if (cluster !== undefined) await stopLeftover(cluster, log);
  return cluster;
}

function asideFolder(dataDir: string, stamp: string): string {
  return join(dataDir, `before-restore-${stamp}`);
}

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
