import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileStore } from './file-store.js';

const hash = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'; // of "abc"

describe('the file store', () => {
  let folder: string;
  let store: FileStore;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianban-files-'));
    store = new FileStore(join(folder, 'uploads'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what it was given, by the address of its content', async () => {
    expect(await store.put(Buffer.from('abc'))).toBe(hash);
    const found = await store.get(hash);
    expect(found && (await text(found))).toBe('abc');
    expect(await store.get(hash.replace('ba', 'bb'))).toBeUndefined();
  });

  it('keeps the same content once, however many bring it at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => store.put(Buffer.from('abc'))));
    expect(readdirSync(join(folder, 'uploads', 'ba'))).toEqual([hash]);
  });

  it('opens nothing but its own files', async () => {
    await expect(store.get('../../etc/passwd')).rejects.toThrow('expected a SHA-256');
    await expect(store.get('')).rejects.toThrow('expected a SHA-256');
  });

  it('leaves no half file where it cannot write', async () => {
    writeFileSync(join(folder, 'uploads'), 'a file stands where the folder should be');
    await expect(store.put(Buffer.from('abc'))).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['uploads']);
  });
});
