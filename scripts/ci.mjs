#!/usr/bin/env node
/** What .ci/run runs once everything is installed: check, build, every test; sums up in one last line. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './build/root.mjs';
import { run } from './run/steps.mjs';

const folder = await mkdtemp(join(tmpdir(), 'lianban-ci-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

try {
  await check();
  await build();
  await jest();
} catch (error) {
  fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await rm(folder, { recursive: true, force: true });
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/** Every step of `npm run check` counts as one test. */
async function check() {
  const json = join(folder, 'check.json');
  const { ok, seconds } = await run({
    name: 'check',
    command: [process.execPath, 'scripts/check.mjs', '--json', json],
    echo: true,
    timeoutSeconds: 300,
  });
  const results = (await readJson(json)) ?? [];
  for (const step of results) count(step.ok, `check: ${step.name}`);
  if (results.length === 0 || (!ok && results.every((step) => step.ok))) fail('check: did not finish');
  console.log(`check ${seconds.toFixed(0)} s`);
}

async function build() {
  const { ok, seconds } = await run({
    name: 'build',
    command: [process.execPath, 'scripts/build.mjs'],
    echo: true,
    timeoutSeconds: 180,
  });
  count(ok, 'build');
  console.log(`build ${seconds.toFixed(0)} s\n`);
}

/** All Jest projects in one run; a suite that does not load counts as failed, and so does a crash of the runner. */
async function jest() {
  const json = join(folder, 'jest.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const { ok, seconds } = await run({
    name: 'jest',
    command: [
      process.execPath,
      ...flags,
      'node_modules/jest/bin/jest.js',
      '--ci',
      '--maxWorkers=2',
      '--forceExit',
    ].concat(['--json', `--outputFile=${json}`]),
    echoErrors: true,
    timeoutSeconds: 660,
  });
  const report = await readJson(json);
  if (report === undefined || report.numTotalTests === 0) fail('jest: ended without a report');
  else addReport(report, ok);
  console.log(`\njest ${seconds.toFixed(0)} s`);
}

function addReport(report, ok) {
  for (const suite of report.testResults) {
    const name = relative(root, suite.name);
    if (suite.status === 'failed' && suite.assertionResults.every(({ status }) => status !== 'failed'))
      fail(`${name}: did not run`);
    for (const { status, fullName } of suite.assertionResults) {
      if (status === 'passed') total.passed += 1;
      else if (status === 'failed') fail(`${name}: ${fullName}`);
      else skip(`${name}: ${fullName}`);
    }
  }
  if (!ok && total.failed === 0) fail('jest: ended with an error that no test reported');
}

function count(ok, name) {
  if (ok) total.passed += 1;
  else fail(name);
}

function fail(name) {
  total.failed += 1;
  failures.push(name);
}

function skip(name) {
  total.skipped += 1;
  console.log(`skipped  ${name}`);
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
