import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Source } from './source.js';

/** The project root. */
export const root = resolve(import.meta.dirname, '../..');

const skipped = new Set(['node_modules', 'dist', 'var', 'coverage', '.git']);

/** Every file under a folder of the project whose name matches, with its text. */
export function readTree(folder: string, name: RegExp): Source[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(root, folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : readTree(relative(root, path), name);
    if (!entry.isFile() || !name.test(entry.name)) return [];
    return [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }];
  });
}

/** The folder names directly under a folder of the project. */
export function foldersIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
