import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { open, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { makeFolder } from '../embedded-postgres/make-folder.js';

const address = /^[0-9a-f]{64}$/u;

/**
 * Files by their content: a file's address is its SHA-256, so the same content is kept once, and nothing that is kept is
 * ever changed. Several processes may share the folder.
 */
export class FileStore {
  readonly #folder: string;

  /** @param folder is made when the first file comes */
  constructor(folder: string) {
    this.#folder = resolve(folder);
  }

  /** Keeps content, on the disk when this returns. Gives its address. */
  async put(content: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(content).digest('hex');
    const path = this.#pathOf(hash);
    if (await isFile(path)) {
      const now = new Date();
      await utimes(path, now, now); // somebody needs it anew
      return hash;
    }
    await makeFolder(join(path, '..'), 0o700);
    const draft = `${path}.${randomUUID()}`;
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
      await file.close();
      await rename(draft, path);
    } catch (error) {
      await file.close().catch(() => undefined); // the first error says why
      await rm(draft, { force: true });
      throw error;
    }
    return hash;
  }

  /** The content at an address; undefined where there is none. */
  async get(hash: string): Promise<ReadStream | undefined> {
    const path = this.#pathOf(hash);
    return (await isFile(path)) ? createReadStream(path) : undefined;
  }

  /**
   * Removes what lies at an address for good, unless it was put there since, also again: the row that needs it may not be
   * written yet. Answers whether nothing is left.
   */
  async remove(hash: string, since: Date): Promise<boolean> {
    const path = this.#pathOf(hash);
    if (!(await isFile(path))) return true;
    if ((await stat(path)).mtimeMs > since.getTime()) return false;
    await rm(path, { force: true });
    return true;
  }

  #pathOf(hash: string): string {
    if (!address.test(hash)) throw new RangeError(`expected a SHA-256 in hexadecimal, got "${hash.slice(0, 80)}"`);
    return join(this.#folder, hash.slice(0, 2), hash);
  }
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}
