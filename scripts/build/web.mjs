import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './root.mjs';
import { allExist, dropStamp, filesUnder, hashOf, readStamp, writeStamp } from './stamp.mjs';

const configurations = ['apps/web/vite.config.ts', 'apps/web/vite.config.mts', 'apps/web/vite.config.mjs'];

/** Builds apps/web into apps/web/dist/ with its own `build` script. */
export async function buildWeb({ force, log }) {
  const configured = await Promise.all(configurations.map((path) => allExist([path])));
  if (!configured.includes(true)) return log('web: no Vite configuration, nothing to build');

  const started = performance.now();
  const stamp = await hashOf([...(await webSources()), 'package-lock.json', 'scripts/build/web.mjs']);
  const fresh = !force && (await readStamp('web')) === stamp && (await allExist(['apps/web/dist/index.html']));
  if (fresh) return log('web: up to date');

  await dropStamp('web');
  await runBuildScript();
  await writeStamp('web', stamp);
  log(`web: built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** The web's own files, and those of the libs that it names as dependencies. */
async function webSources() {
  const { dependencies = {} } = JSON.parse(await readFile(join(root, 'apps/web/package.json'), 'utf8'));
  const libs = Object.keys(dependencies).filter((name) => name.startsWith('@lianban/'));
  const folders = ['apps/web', ...libs.map((name) => name.replace('@lianban/', 'libs/'))];
  return (await filesUnder(folders)).filter((file) => !/\.(spec|test)\.tsx?$/.test(file));
}

/** Runs `npm run build` in the web workspace; its output is shown only when it fails. */
async function runBuildScript() {
  const child = spawn('npm', ['run', 'build', '--silent', '-w', '@lianban/web'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`build: the web does not build (exit ${code})\n${Buffer.concat(output)}`);
}
