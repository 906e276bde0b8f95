import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFolder } from './backup-folder.js';
import { copyOnce, forEachOf } from './safe-files.js';

const address = /^[0-9a-f]{64}$/u;

/** The addresses of all contents in a store of files. */
export async function addressesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const shelf of await namesIn(folder)) {
    if (shelf.length === 2) found.push(...(await namesIn(join(folder, shelf))).filter((name) => address.test(name)));
  }
  return found.sort();
}

/** Copies the contents that another store lacks. What is there by its hash is never changed. @returns how many */
export async function copyMissing(from: string, to: string, addresses: readonly string[]): Promise<number> {
  const known = new Set(await addressesIn(to));
  const missing = addresses.filter((each) => !known.has(each));
  await forEachOf(missing, async (each) => {
    await copyOnce(join(from, each.slice(0, 2), each), join(to, each.slice(0, 2), each));
  });
  return missing.length;
}

/** Brings the uploads of all backups to a data folder; some may belong to nothing there, which does no harm. */
export async function bringUploads(folder: BackupFolder, dataDir: string): Promise<number> {
  return await copyMissing(folder.uploads, join(dataDir, 'uploads'), await addressesIn(folder.uploads));
}

/** Copies what is new in a store since the last look; looks only into shelves that have changed. */
export class UploadsFollower {
  readonly #from: string;
  readonly #to: string;
  readonly #seen = new Map<string, number>();

  constructor(from: string, to: string) {
    this.#from = from;
    this.#to = to;
  }

  async look(): Promise<void> {
    for (const shelf of await namesIn(this.#from)) {
      const { mtimeMs } = await stat(join(this.#from, shelf));
      if (this.#seen.get(shelf) === mtimeMs) continue;
      const known = new Set(await namesIn(join(this.#to, shelf)));
      const names = await namesIn(join(this.#from, shelf));
      for (const name of names.filter((each) => address.test(each) && !known.has(each)))
        await copyOnce(join(this.#from, shelf, name), join(this.#to, shelf, name));
      // A folder that changed this very moment may change again without its time telling.
      if (Date.now() - mtimeMs > 2_000) this.#seen.set(shelf, mtimeMs);
    }
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}
