#!/usr/bin/env node
/** What .ci/run runs once everything is installed: check, build, every test; sums up in one last line. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './build/root.mjs';
import { run } from './run/steps.mjs';
import { summariseCheck, summariseJest } from './run/summary.mjs';

const folder = await mkdtemp(join(tmpdir(), 'lianban-ci-'));
const summaries = [];
for (const part of [check, build, jest, seededFaults]) {
  try {
    summaries.push(await part());
  } catch (error) {
    console.error(error);
    summaries.push({ passed: 0, failures: [`${part.name}: ${error.message}`], skipped: [] });
  }
}
await rm(folder, { recursive: true, force: true });

const failures = summaries.flatMap((summary) => summary.failures);
const skipped = summaries.flatMap((summary) => summary.skipped);
const passed = summaries.reduce((sum, summary) => sum + summary.passed, 0);
for (const [title, names] of Object.entries({ Skipped: skipped, Failed: failures })) {
  if (names.length > 0) console.log(`\n${title}:\n${names.map((name) => `  ${name}`).join('\n')}`);
}
console.log(`\n${passed} passed, ${failures.length} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
process.exit(failures.length === 0 && passed > 0 ? 0 : 1);

async function check() {
  const json = join(folder, 'check.json');
  const ok = await told('check', {
    command: node('scripts/check.mjs', '--json', json),
    echo: true,
    timeoutSeconds: 420,
  });
  return summariseCheck(await readJson(json), ok);
}

async function build() {
  const ok = await told('build', { command: node('scripts/build.mjs'), echo: true, timeoutSeconds: 180 });
  return { passed: ok ? 1 : 0, failures: ok ? [] : ['build'], skipped: [] };
}

async function jest() {
  const json = join(folder, 'jest.json');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  // One more than the cores that it is made for: browsers and processes are waited for a third of the time.
  const options = ['--ci', '--maxWorkers=3', '--forceExit', '--json', `--outputFile=${json}`];
  const command = node(...flags, 'node_modules/jest/bin/jest.js', ...options);
  const ok = await told('jest', { command, echoErrors: true, timeoutSeconds: 1500 });
  return summariseJest(await readJson(json), ok, (path) => relative(root, path));
}

/** Each planted fault that the specs catch counts as one test passed. */
async function seededFaults() {
  const { ok, output } = await run({ name: 'faults', command: node('scripts/seed-faults.mjs'), timeoutSeconds: 400 });
  const lines = output.split('\n');
  const passed = lines.filter((line) => line.startsWith('caught ')).length;
  const failures = lines.filter((line) => line.startsWith('SURVIVED')).map((line) => `seeded fault: ${line}`);
  if ((!ok || passed === 0) && failures.length === 0) failures.push(`seeded faults: ${output.slice(-500)}`);
  console.log(`\nseeded faults: ${passed} caught, ${failures.length} not\n`);
  return { passed, failures, skipped: [] };
}

/** Runs a step and says how long it took. */
async function told(name, step) {
  const { ok, seconds } = await run({ name, ...step });
  console.log(`\n${name}: ${ok ? 'ok' : 'failed'} after ${seconds.toFixed(0)} s\n`);
  return ok;
}

function node(...args) {
  return [process.execPath, ...args];
}

async function readJson(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
