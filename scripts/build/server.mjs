import { readFile, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { linkModules } from './link-modules.mjs';
import { root } from './root.mjs';
import { allExist, dropStamp, filesUnder, hashOf, readStamp, replaceFile, writeStamp } from './stamp.mjs';

const folders = ['libs', 'apps/api', 'apps/worker', 'apps/cli', 'test/bench'];
const isSource = (file) => file.includes('/src/') || file.startsWith('test/bench/');
const configuration = ['.swcrc', 'package-lock.json', 'scripts/build/server.mjs', 'scripts/build/stamp.mjs'];
const never = /(^|\/)(package\.json|tsconfig[^/]*\.json|README\.md|\.DS_Store)$|\.d\.ts$|\.spec\.ts$|\/__snapshots__\//;

/** Compiles libs/, apps/api, apps/worker, apps/cli and test/bench to dist/ and copies their other files (.sql, .json …) beside them. */
export async function buildServer({ force, log }) {
  const started = performance.now();
  await linkModules();
  const sources = (await filesUnder(folders)).filter((file) => !never.test(file) && isSource(file));
  const stamp = await hashOf([...sources, ...configuration]);
  const fresh = !force && (await readStamp('server')) === stamp && (await allExist(sources.map(outputOf)));
  if (fresh) return log('server: up to date');

  await dropStamp('server');
  const outputs = await compileAll(sources);
  await removeStale(outputs);
  await writeStamp('server', stamp);
  log(`server: ${sources.length} files in ${Math.round(performance.now() - started)} ms`);
}

async function compileAll(sources) {
  const { transform } = await import('@swc/core');
  const outputs = new Set();
  const problems = [];
  const queue = [...sources];
  const work = async () => {
    for (let file = queue.pop(); file; file = queue.pop()) {
      const target = outputOf(file);
      outputs.add(target);
      try {
        if (isScript(file)) await compile(transform, file, target, outputs);
        else await replaceFile(join(root, target), await readFile(join(root, file)));
      } catch (error) {
        problems.push(`${file}: ${error.message}`);
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() * 2 }, work));
  if (problems.length > 0) throw new Error(`build: the server does not compile\n${problems.sort().join('\n')}`);
  return outputs;
}

async function compile(transform, file, target, outputs) {
  const { code, map } = await transform(await readFile(join(root, file), 'utf8'), {
    filename: join(root, file),
    sourceFileName: join(root, file),
    cwd: root,
    root,
    configFile: join(root, '.swcrc'),
    swcrc: true,
  });
  outputs.add(`${target}.map`);
  await replaceFile(join(root, `${target}.map`), map ?? '');
  await replaceFile(join(root, target), `${code}\n//# sourceMappingURL=${basename(target)}.map\n`);
}

/** Removes what an earlier build wrote and this one did not: a deleted source must not live on in dist/. */
async function removeStale(outputs) {
  const { readdir } = await import('node:fs/promises');
  for (const folder of folders) {
    const entries = await readdir(join(root, 'dist', folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || entry.name.endsWith('.tmp')) continue;
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const known = path.slice(root.length + 1).replaceAll('\\', '/');
      if (!outputs.has(known)) await rm(path, { force: true });
    }
  }
}

const isScript = (file) => /\.[cm]?ts$/.test(file);
const outputOf = (file) => `dist/${isScript(file) ? file.replace(/\.([cm]?)ts$/, '.$1js') : file}`;
