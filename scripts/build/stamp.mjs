import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './root.mjs';

const skippedFolders = new Set(['node_modules', 'dist', 'var', 'coverage']);

/** Every file under the folders (paths relative to the project root, with /), sorted; missing folders count as empty. */
export async function filesUnder(folders) {
  const found = [];
  for (const folder of folders) await collect(join(root, folder), found);
  return found.map((path) => relative(root, path).split(sep).join('/')).sort();
}

async function collect(folder, found) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) await collect(path, found);
    else if (entry.isFile()) found.push(path);
  }
}

/** One hash over names and contents of the files. */
export async function hashOf(files) {
  const hash = createHash('sha256');
  const contents = await Promise.all(files.map((file) => readFile(join(root, file)).catch(absent)));
  files.forEach((file, index) => hash.update(`${file}\0`).update(contents[index]).update('\0'));
  return hash.digest('hex');
}

function absent(error) {
  if (error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
}

/** The stamp a half was last built from, or undefined. */
export async function readStamp(half) {
  return (await readFile(stampPath(half), 'utf8').catch((error) => absent(error).toString())).trim() || undefined;
}

/** Records what a half was built from. */
export async function writeStamp(half, stamp) {
  await replaceFile(stampPath(half), `${stamp}\n`);
}

/** Forgets a stamp, before a build that may fail half-way. */
export async function dropStamp(half) {
  await rm(stampPath(half), { force: true });
}

/** True when every path (relative to the project root) exists. */
export async function allExist(paths) {
  const found = await Promise.all(
    paths.map((path) =>
      stat(join(root, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.every(Boolean);
}

/** Writes a file through a rename, and only when its content differs, so that a reader never sees half of it. */
export async function replaceFile(path, content) {
  const bytes = Buffer.from(content);
  const current = await readFile(path).catch(() => undefined);
  if (current?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, bytes);
  await rename(temporary, path);
}

const stampPath = (half) => join(root, 'dist', '.stamp', half);
