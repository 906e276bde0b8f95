import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '@lianban/platform';

const algorithm = 'aes-256-gcm';
const version = 'v1';

/**
 * Seals secrets that have to be read again, with a key in `secrets` of the data folder that is made when it is first
 * needed: a copy of the database alone opens none. Processes that share a database share that folder.
 */
export class SecretBox {
  readonly #dataDir: string;
  #key: Promise<Buffer> | undefined;

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** @param context what the secret belongs to; it opens nowhere else */
  async seal(secret: string, context: string): Promise<string> {
    const nonce = randomBytes(12);
    const cipher = createCipheriv(algorithm, await this.#keyOf(), nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return [version, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
  }

  /** Undefined where it was sealed with another key, for something else, or was changed. */
  async open(sealed: string, context: string): Promise<string | undefined> {
    const [made, ...parts] = sealed.split('.');
    const [nonce, secret, tag] = parts.map((part) => Buffer.from(part, 'base64url'));
    if (made !== version || !nonce || !secret || !tag) return undefined;
    try {
      const decipher = createDecipheriv(algorithm, await this.#keyOf(), nonce).setAAD(Buffer.from(context));
      decipher.setAuthTag(tag);
      return Buffer.concat([decipher.update(secret), decipher.final()]).toString('utf8');
    } catch {
      return undefined;
    }
  }

  async #keyOf(): Promise<Buffer> {
    this.#key ??= findOrMakeKey(this.#dataDir);
    return await this.#key;
  }
}

async function findOrMakeKey(dataDir: string): Promise<Buffer> {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, 'second-factor-key');
  await makeFolder(folder, 0o700);
  // Of processes that start together one makes the key, and all read it.
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(unlessItExists);
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'base64url');
  if (key.length !== 32) throw new Error(`${file} holds no key: restore it, or remove it and reset second factors.`);
  return key;
}

function unlessItExists(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
