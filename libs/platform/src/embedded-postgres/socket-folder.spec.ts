import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clearSockets, socketFolder } from './socket-folder.js';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'lianban-socket-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = (name: string): string => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};

describe('the folder of the Unix socket', () => {
  it('is the database’s own where a socket can be made, and nothing of the try stays', async () => {
    const cluster = within('数据 库');
    expect(await socketFolder(cluster)).toBe(cluster);
    expect(readdirSync(cluster)).toEqual([]);
  });

  it.each([
    ['a path longer than a socket’s address may be', (): string => within('a'.repeat(90))],
    ['a path that PostgreSQL would read as two', (): string => within('a,b')],
    ['a folder in which no socket can be made', (): string => join(folder, 'missing')],
  ])('is none for %s', async (_, cluster) => {
    expect(await socketFolder(cluster())).toBeUndefined();
  });
});

it('clears the sockets that a killed server left, and nothing else', async () => {
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock', 'PG_VERSION']) writeFileSync(join(folder, name), '');
  await clearSockets(folder);
  expect(readdirSync(folder)).toEqual(['PG_VERSION']);
});
