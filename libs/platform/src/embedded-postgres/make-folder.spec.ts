import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeFolder } from './make-folder.js';

describe('makeFolder', () => {
  let base: string;

  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), 'lianban-folder-'));
  });

  afterAll(async () => {
    await rm(base, { recursive: true });
  });

  it('makes what is missing and names the outermost folder made', async () => {
    const folder = join(base, 'a', 'b', 'c');

    expect(await makeFolder(folder)).toBe(join(base, 'a'));
    expect((await stat(folder)).isDirectory()).toBe(true);
    expect(await makeFolder(folder)).toBeUndefined();
  });

  it('refuses a name that a file has, also among the parents', async () => {
    await writeFile(join(base, 'file'), '');

    await expect(makeFolder(join(base, 'file'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(makeFolder(join(base, 'file', 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it('comes back with an error where nothing can be made', async () => {
    await expect(makeFolder('/proc/lianban/data')).rejects.toHaveProperty('code');
  });
});
