#!/usr/bin/env node
/**
 * `npm run check`: everything a reviewer's machine will check, in one table.
 *
 *   node scripts/check.mjs [--fresh] [--json <file>] [step …]
 *
 * --fresh ignores Prettier's cache (always so where CI is set); --json writes the results for .ci/run.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { requireNode } from './build/node-version.mjs';
import { root } from './build/root.mjs';
import { runAll } from './run/steps.mjs';

requireNode();

const { values, positionals } = parseArgs({
  options: { fresh: { type: 'boolean', default: Boolean(process.env.CI) }, json: { type: 'string' } },
  allowPositionals: true,
});
const cache = (...args) => (values.fresh ? [] : args);
const bin = (path, ...args) => [process.execPath, join('node_modules', path), ...args];
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** The longest first, so that the short ones fill the other core. */
const steps = [
  {
    name: 'lint',
    // No cache: type-aware rules depend on other files than the one they look at, and a stale answer is a wrong one.
    command: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  },
  {
    name: 'format',
    command: [
      ...bin('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'),
      ...cache('--cache', '--cache-strategy', 'content', '--cache-location', 'node_modules/.cache/prettier.json'),
    ],
  },
  { name: 'types', command: bin('ts7/bin/tsc', '-p', 'tsconfig.json') },
  {
    name: 'types-web',
    command: bin('ts7/bin/tsc', '-p', 'apps/web/tsconfig.json', '--noEmit'),
    needs: 'apps/web/tsconfig.json',
  },
  { name: 'audit', command: [process.execPath, 'scripts/audit.mjs'] },
  { name: 'dead-code', command: bin('knip/bin/knip.js', '--no-progress') },
  {
    name: 'architecture',
    command: [process.execPath, ...jest, '--selectProjects', 'pure', '--testPathPatterns', `${root}/test/`],
  },
];

const chosen = steps
  .filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  .filter(({ needs }) => needs === undefined || existsSync(join(root, needs)));
const results = await runAll(chosen);

for (const { name, ok, output } of results) {
  if (!ok) console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 90 - name.length))}\n${output.trimEnd()}`);
}
console.log();
for (const { name, ok, seconds } of results) {
  console.log(`${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s`);
}
if (values.json) {
  await mkdir(dirname(values.json), { recursive: true });
  await writeFile(values.json, JSON.stringify(results.map(({ name, ok, seconds }) => ({ name, ok, seconds }))));
}
process.exitCode = results.every(({ ok }) => ok) && results.length > 0 ? 0 : 1;
