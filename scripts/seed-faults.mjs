#!/usr/bin/env node
/**
 * Tests the tests: plants one fault at a time in a copy of libs/bpmn and expects its specs to fail. A fault that
 * survives means that a rule is not tested. Ends with exit code 1 when one does.
 */
import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build/root.mjs';
import { runAll } from './run/steps.mjs';

/** Name, file below libs/bpmn/src, text to replace, replacement. */
const faults = [
  [
    'parallel join counts tokens, not flows',
    'core/flows.ts',
    'gateway.incoming.every((flowId) => (arrived[flowId] ?? 0) > 0)',
    'Object.values(arrived).reduce((sum, n) => sum + n, 0) >= gateway.incoming.length',
  ],
  [
    'parallel join forgets to consume',
    'core/flows.ts',
    "run.emit({ type: 'join-consumed', scope, gatewayId: gateway.id, flowIds: gateway.incoming });",
    '',
  ],
  ['inclusive join fires at the first token', 'core/scopes.ts', 'if (mustWait) continue;', ''],
  [
    'inclusive join never waits for boundary events',
    'compile/reachability.ts',
    "if (node?.type === 'boundaryEvent') stack.push(node.attachedTo);",
    '',
  ],
  ['inclusive join sees paths through itself', 'compile/reachability.ts', 'id === gatewayId || ', ''],
  [
    'exclusive gateway takes the last true flow',
    'behaviours/outgoing.ts',
    'for (const id of node.outgoing) {',
    'for (const id of [...node.outgoing].reverse()) {',
  ],
  [
    'default flow is ignored',
    'behaviours/outgoing.ts',
    'if (node.defaultFlow) return [node.defaultFlow];\n  throw noFlow(node);\n}\n\nfunction',
    'throw noFlow(node);\n}\n\nfunction',
  ],
  [
    'interrupting boundary event leaves its host',
    'core/boundary.ts',
    'if (event.interrupting) terminate',
    'if (!event.interrupting) terminate',
  ],
  [
    'a cycle drifts',
    'core/timers.ts',
    'let next = dueAfter(run, period, dueAt, timer.calendar);',
    'let next = dueAfter(run, period, run.env.now, timer.calendar);',
  ],
  [
    'a cycle never ends',
    'core/timers.ts',
    "typeof timer.repeat === 'number' ? timer.repeat - 1 : null",
    'timer.repeat ?? null',
  ],
  ['a timer may fire early', 'core/guard.ts', 'if (timer.dueAt <= run.env.now) return timer;', 'return timer;'],
  [
    'a suspended timer fires',
    'core/guard.ts',
    'if (timer.suspendedAt !== undefined) {',
    'if (timer.suspendedAt === null) {',
  ],
  [
    'waits outlive their element',
    'core/life-cycle.ts',
    "withdrawWaits(run, key);\n  withdrawIncident(run, key);\n  run.emit({ type: 'element-completed'",
    "run.emit({ type: 'element-completed'",
  ],
  ['cancelling leaves arrivals', 'core/apply-event.ts', 'else delete flows[flowId];', 'else flows[flowId] = 0;'],
  ['outputs are dropped', 'core/life-cycle.ts', 'propagate(run, element.scope, outputs)', 'void outputs'],
  [
    'an outer catcher wins over an inner one',
    'core/throwing.ts',
    'if (event) return { event, host };',
    'if (event && at === run.draft.root) return { event, host };',
  ],
  [
    'an event without a code wins over one that names it',
    'core/throwing.ts',
    'codeOf(candidate) === code) ??',
    'codeOf(candidate) === undefined) ??',
  ],
  [
    'an uncaught error is swallowed',
    'core/throwing.ts',
    "throw new Failure(\n    'error-not-caught'",
    "void new Failure(\n    'error-not-caught'",
  ],
  [
    'a second completion is accepted',
    'core/guard.ts',
    "throw new Rejection(\n    'already-decided',\n    `expected element instance",
    "return undefined as never;\n  throw new Rejection(\n    'already-decided',\n    `expected element instance",
  ],
  [
    'the caller is not told of the end',
    'core/scopes.ts',
    'if (run.draft.parent) {',
    'if (run.draft.parent && false) {',
  ],
  [
    'hit policy FIRST takes all',
    'decision/evaluate-table.ts',
    "case 'FIRST':\n      return { ok: true, value: head };",
    "case 'FIRST':\n      return { ok: true, value: shaped };",
  ],
  ['now() reads the machine', 'expression/evaluate.ts', 'today: () =>', 'today_: () =>'],
  [
    'an incident outlives its element',
    'core/incidents.ts',
    "if (key !== undefined) run.emit({ type: 'incident-resolved', key, owner, elementId });",
    'void [key, elementId];',
  ],
  [
    'held work can be completed',
    'core/guard.ts',
    "element.phase === 'waiting' && element.incident === undefined",
    "element.phase === 'waiting'",
  ],
  ['a retry writes outputs twice', 'core/life-cycle.ts', '!mapped && isActivity', 'isActivity'],
  ['a retry waits twice', 'core/subscriptions.ts', 'open.owner === owner && open.elementId === elementId', 'false'],
  ['a running instance can be started again', 'core/instance-commands.ts', 'refuseSecondStart(run);', ''],
  ['replay forgets a suspension', 'core/apply-event.ts', '{ suspendedAt: event.at }', '{}'],
  [
    'a step changes the state it was given',
    'core/draft.ts',
    'elements: { ...state.elements },',
    'elements: state.elements,',
  ],
];

// A folder of its own, so that two runs at once do not disturb each other.
const base = join(root, 'var', `seeded-faults-${process.pid}`);
const planted = faults.map(([name, file, text, replacement], index) => {
  const copy = join(base, String(index));
  cpSync(join(root, 'libs/bpmn'), join(copy, 'bpmn'), {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  plant(join(copy, 'bpmn', 'src', file), text, replacement, name);
  return { name, copy };
});
// The properties take longest and are asked only about what the other specs let pass.
const doubtful = await survivors(planted, '/src/');
const survived = doubtful.length === 0 ? [] : await survivors(doubtful, '/test/');
rmSync(base, { recursive: true, force: true });

for (const fault of planted) console.log(`${survived.includes(fault) ? 'SURVIVED' : 'caught  '}  ${fault.name}`);
console.log(`${planted.length - survived.length} of ${planted.length} seeded faults were caught`);
process.exitCode = survived.length === 0 ? 0 : 1;

/** The faults that the specs of one folder do not notice. */
async function survivors(candidates, folder) {
  const env = { NODE_OPTIONS: '--experimental-vm-modules --no-warnings', FC_RUNS: '40' };
  const results = await runAll(
    candidates.map(({ name, copy }) => ({ name, command: jest(copy, folder), env, timeoutSeconds: 60 })),
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
