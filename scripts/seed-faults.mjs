#!/usr/bin/env node
/**
 * Tests the tests: plants one fault at a time in a copy of libs/bpmn and expects its specs to fail. A fault that
 * survives means that a rule is not tested. Ends with exit code 1 when one does.
 */
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/root.mjs';
import { faults } from './faults/faults.mjs';
import { runAll } from './run/steps.mjs';

// A folder of its own, so that two runs at once do not disturb each other.
const base = join(root, 'var', `seeded-faults-${process.pid}`);
const planted = faults.map(([name, file, text, replacement, near], index) => {
  const copy = join(base, String(index));
  cpSync(join(root, 'libs/bpmn'), join(copy, 'bpmn'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  plant(join(copy, 'bpmn', 'src', file), text, replacement, name);
  return { name, copy, near: near ?? file.replace(/[^/]+$/, '') };
});
// The specs beside the fault are asked first; the properties take longest and are asked only about what is left.
const missedNearby = await survivors(planted, ({ near }) => `/src/${near}`);
const doubtful = await survivors(missedNearby, () => '/src/');
const survived = await survivors(doubtful, () => '/test/properties/');
rmSync(base, { recursive: true, force: true });

for (const fault of planted) console.log(`${survived.includes(fault) ? 'SURVIVED' : 'caught  '}  ${fault.name}`);
console.log(`${planted.length - survived.length} of ${planted.length} seeded faults were caught`);
process.exitCode = survived.length === 0 ? 0 : 1;

/** The faults that the specs of a folder do not notice. */
async function survivors(candidates, folderFor) {
  if (candidates.length === 0) return [];
  const env = { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', FC_RUNS: '40' };
  const results = await runAll(
    candidates.map((fault) => ({
      name: fault.name,
      command: jest(fault.copy, folderFor(fault)),
      env,
      timeoutSeconds: 60,
    })),
  );
  return candidates.filter(({ name }, index) => {
    const { ok, output } = results[index];
    // A fault that makes the specs hang is noticed as well: they are cut off and have failed.
    const ran = /^Tests: /m.test(output) || output.endsWith('(SIGKILL)\n');
    if (!ran) throw new Error(`the specs did not run with the fault "${name}":\n${output.slice(-2000)}`);
    return ok;
  });
}

function plant(path, text, replacement, name) {
  const before = readFileSync(path, 'utf8');
  if (!before.includes(text)) throw new Error(`the fault "${name}" no longer fits ${path}; bring it up to date`);
  writeFileSync(
    path,
    before.replace(text, () => replacement),
  );
}

function jest(copy, folder) {
  const config = {
    rootDir: copy,
    testMatch: ['**/*.spec.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: {
      '^.+\\.ts$': [
        join(root, 'node_modules/@swc/jest'),
        { swcrc: false, module: { type: 'es6' }, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } },
      ],
    },
    testTimeout: 15_000,
  };
  return [
    process.execPath,
    join(root, 'node_modules/jest/bin/jest.js'),
    '--config',
    JSON.stringify(config),
    '--testPathPatterns',
    `${copy}/bpmn${folder}`,
    '--silent',
    '--bail',
    '--workerThreads=false',
    '-w',
    '1',
  ];
}
