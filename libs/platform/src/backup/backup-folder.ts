import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { manifestName, readManifest, type Manifest } from './manifest.js';

/** One whole backup. */
export interface Backup {
  readonly name: string;
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Ending of the name of a backup that is being made, or was given up. */
export const draftEnding = '.draft';

/**
 * The folder that holds backups:
 *
 * - `backups/<time>`: the database at that time, with a manifest
 * - `uploads`: contents of attachments by their hash, of all backups together
 * - `wal/<system>`: the log that a server with LIANBAN_BACKUP leads on with
 */
export class BackupFolder {
  readonly path: string;

  constructor(path: string) {
    this.path = resolve(path);
  }

  get backups(): string {
    return join(this.path, 'backups');
  }

  get uploads(): string {
    return join(this.path, 'uploads');
  }

  /** @param system identifier of a database server's data */
  wal(system: string): string {
    return join(this.path, 'wal', system);
  }

  /** The whole backups, the oldest first. @throws BackupError for a manifest that cannot be read */
  async list(): Promise<Backup[]> {
    const names = (await this.#names()).filter((name) => !name.endsWith(draftEnding));
    const found: Backup[] = [];
    for (const name of names) {
      const folder = join(this.backups, name);
      if (await isFile(join(folder, manifestName))) found.push({ name, folder, manifest: await readManifest(folder) });
    }
    return found.sort((a, b) => a.manifest.finishedAt.localeCompare(b.manifest.finishedAt));
  }

  /** Names of what has no manifest: what was begun and never finished. */
  async unfinished(): Promise<string[]> {
    const names = await this.#names();
    const whole = new Set((await this.list()).map(({ name }) => name));
    return names.filter((name) => !whole.has(name));
  }

  async #names(): Promise<string[]> {
    return await readdir(this.backups).then(
      (names) => names.sort(),
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      },
    );
  }
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
