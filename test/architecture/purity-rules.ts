import ts from 'typescript';
import { pureLibs } from './import-table.js';
import { isTest, packageOf } from './source.js';
import type { Source, Violation } from './source.js';

/** Calls that read a clock, chance or the outside world. */
const forbiddenCalls = new Set([
  'Date',
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
  'DateTime.now',
  'DateTime.utc',
  'DateTime.local',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'fetch',
]);
/** These read the clock only when they are called without an argument. */
const clocksWithoutArguments = new Set(['DateTime.utc', 'DateTime.local']);

/** Node's `process`; a BPMN process may well be called the same and has none of these. */
const hostMembers =
  /^process\.(env|argv|cwd|exit|hrtime|stdin|stdout|stderr|platform|memoryUsage|nextTick|pid|uptime)$/;

/** Checks that the pure libs take time, ids and randomness as arguments, in every file that is no test. */
export function checkPurity(sources: readonly Source[]): Violation[] {
  return sources.flatMap((source) => {
    const owner = packageOf(source.path);
    const pure = owner?.kind === 'lib' && pureLibs.includes(owner.name) && !isTest(source.path);
    return pure ? impureNodes(source) : [];
  });
}

function impureNodes(source: Source): Violation[] {
  const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2023, true);
  const found: Violation[] = [];
  const visit = (node: ts.Node): void => {
    const name = impureName(node);
    if (name) {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ path: source.path, line, problem: `${name} in a pure lib; take the value as an argument` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function impureName(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isPropertyAccessExpression(node) && hostMembers.test(node.getText())) return node.getText();
  if (!ts.isCallExpression(node)) return undefined;
  const callee = node.expression.getText();
  if (clocksWithoutArguments.has(callee) && node.arguments.length > 0) return undefined;
  return forbiddenCalls.has(callee) ? `${callee}()` : undefined;
}
