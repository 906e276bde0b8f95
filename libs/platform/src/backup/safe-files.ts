import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ManifestFile } from './manifest.js';

/** What a copied file came to. */
export type Copied = Pick<ManifestFile, 'bytes' | 'sha256'>;

/** Copies a file, on the disk when this returns, and counts and sums what went over. The target must not be there. */
export async function copyOver(source: string, target: string): Promise<Copied> {
  const hash = createHash('sha256');
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const file = await open(target, 'wx', 0o600);
  await pipeline(createReadStream(source, { highWaterMark: 1 << 18 }), count, file.createWriteStream({ flush: true }));
  return { bytes, sha256: hash.digest('hex') };
}

/** Packs a file beside its place and moves it there whole. */
export async function packOver(source: string, target: string): Promise<void> {
  const draft = `${target}.draft`;
  const file = await open(draft, 'w', 0o600);
  await pipeline(createReadStream(source), createGzip({ level: 1 }), file.createWriteStream({ flush: true }));
  await rename(draft, target);
}

/** Writes a small file beside its place and moves it there whole. */
export async function writeWhole(target: string, text: string): Promise<void> {
  const draft = `${target}.draft`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, target);
  await syncFolder(dirname(target));
}

/** Puts the names in a folder on the disk, where the system can. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The SHA-256 of a file. */
export async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), hash);
  return hash.digest('hex');
}

/** The folders and plain files below a folder, by their paths relative to it, with `/` between the parts. */
export async function treeOf(root: string): Promise<{ folders: string[]; files: string[] }> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const path = (entry: (typeof entries)[number]): string =>
    relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
  return {
    folders: entries
      .filter((entry) => entry.isDirectory())
      .map(path)
      .sort(),
    files: entries
      .filter((entry) => entry.isFile())
      .map(path)
      .sort(),
  };
}

/** Does a piece of work for each item, a few at once. */
export async function forEachOf<T>(items: readonly T[], work: (item: T) => Promise<void>, atOnce = 8): Promise<void> {
  const rest = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of rest) await work(item);
    }),
  );
}

/** Copies a file to a place that others may fill with the same content at the same time; nothing there is replaced. */
export async function copyOnce(source: string, target: string): Promise<Copied> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const draft = `${target}.${process.pid}.draft`;
  await rm(draft, { force: true });
  const copied = await copyOver(source, draft);
  await rename(draft, target);
  return copied;
}
