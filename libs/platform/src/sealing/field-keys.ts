import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.js';
import { makeFolder } from '../embedded-postgres/make-folder.js';
import { keyRingText, newKeyRing, parseKeyRing, type KeyRing } from './key-ring.rules.js';
import { keyFileBroken, keysAreGiven } from './sealing.errors.js';

/** Where the keys of an installation are. */
export interface FieldKeys {
  /** In words, for who has to mend it. */
  readonly place: string;
  /** Whether they stand in the environment, which the product cannot change. */
  readonly isGiven: boolean;
  /** Undefined: there are none yet. @param fresh look again, even a moment after the last look */
  read(fresh?: boolean): KeyRing | undefined;
  /** Makes them, where there are none. @throws field-keys-given */
  create(): Promise<KeyRing>;
  /** Keeps others from now on. @throws field-keys-given */
  write(ring: KeyRing): void;
}

/** The keys of `LIANBAN_FIELD_KEYS`, else those of the file in the folder for secrets. */
export function fieldKeysOf({ fieldKeys, dataDir }: Pick<Config, 'fieldKeys' | 'dataDir'>): FieldKeys {
  return fieldKeys
    ? givenKeys(fieldKeys)
    : new KeyFile(join(dataDir, 'secrets', 'field-keys'), () => performance.now());
}

/** Keys that are what they are until the process ends. */
export function givenKeys(ring: KeyRing): FieldKeys {
  const refuse = () => {
    throw keysAreGiven();
  };
  return { place: 'LIANBAN_FIELD_KEYS', isGiven: true, read: () => ring, create: refuse, write: refuse };
}

/** For who has nothing to do with personal data. */
export const noKeys: FieldKeys = {
  place: 'this command',
  isGiven: true,
  read: () => undefined,
  create: () => Promise.reject(keysAreGiven()),
  write: () => {
    throw keysAreGiven();
  },
};

/** For so long, in milliseconds, what was read is taken for what stands there: all processes change keys within it. */
const trusted = 5_000;

/** Keys in a file that only its owner reads. Processes that share it follow its changes. */
export class KeyFile implements FieldKeys {
  readonly isGiven = false;
  readonly #path: string;
  readonly #now: () => number;
  #known: { readonly ring: KeyRing | undefined; readonly version: string; at: number } | undefined;

  /** @param now milliseconds that pass by */
  constructor(path: string, now: () => number) {
    this.#path = path;
    this.#now = now;
  }

  get place(): string {
    return this.#path;
  }

  read(fresh = false): KeyRing | undefined {
    const now = this.#now();
    if (this.#known && !fresh && now - this.#known.at < trusted) return this.#known.ring;
    const version = versionOf(this.#path);
    if (this.#known?.version === version) this.#known.at = now;
    else this.#known = { ring: this.#load(), version, at: now };
    return this.#known.ring;
  }

  /** The caller sees to it that no other process does the same. */
  async create(): Promise<KeyRing> {
    await makeFolder(dirname(this.#path), 0o700);
    const ring = newKeyRing(randomBytes);
    this.write(ring);
    return ring;
  }

  write(ring: KeyRing): void {
    const draft = `${this.#path}.draft`;
    writeFileSync(draft, `${keyRingText(ring)}\n`, { mode: 0o600, flush: true });
    chmodSync(draft, 0o600); // the mode above does not hold for a file that was there
    renameSync(draft, this.#path);
    this.#known = undefined;
  }

  #load(): KeyRing | undefined {
    if (!existsSync(this.#path)) return undefined;
    const ring = parseKeyRing(readFileSync(this.#path, 'utf8'));
    if (!ring) throw keyFileBroken(this.#path);
    return ring;
  }
}

function versionOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : '';
}
