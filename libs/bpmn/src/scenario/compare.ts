import type { JsonValue } from '../model/value.js';
import type { Observation } from './observe.js';
import type { Expectation } from './scenario-file.js';

/** The first difference between what was expected and what is, in words; undefined when all agrees. */
export function differenceOf(expected: Expectation, actual: Observation): string | undefined {
  return (
    stateDifference(expected, actual) ??
    orderDifference(expected.completed, actual.completed) ??
    multisetDifference('completed', expected.completedAnyOrder, actual.completed, 'named') ??
    visitDifference(expected.notVisited, actual.visited) ??
    multisetDifference('waiting', expected.waiting, actual.waiting, 'at least') ??
    multisetDifference('waiting', expected.waitingExactly, actual.waiting, 'exactly') ??
    variableDifference(expected.variables, actual.variables) ??
    timerDifference(expected.timers, actual.timers) ??
    multisetDifference('incidents', expected.incidents, actual.incidents, 'at least')
  );
}

function stateDifference({ state, alsoAccept = [] }: Expectation, actual: Observation): string | undefined {
  if (state === undefined || state === actual.state || alsoAccept.includes(actual.state)) return undefined;
  return `expected state ${state}, but it is ${actual.state}`;
}

/** The trace is cut down to the ids that are named; what remains must agree in order and number. */
function orderDifference(expected: readonly string[] | undefined, actual: readonly string[]): string | undefined {
  if (!expected) return undefined;
  const named = new Set(expected);
  const seen = actual.filter((id) => named.has(id));
  if (seen.join('\n') === expected.join('\n')) return undefined;
  return `expected completed [${expected.join(', ')}], but it is [${seen.join(', ')}]`;
}

function multisetDifference(
  what: string,
  expected: readonly string[] | undefined,
  actual: readonly string[],
  mode: 'named' | 'at least' | 'exactly',
): string | undefined {
  if (!expected) return undefined;
  const wanted = countsOf(expected);
  const found = countsOf(actual);
  const names = mode === 'exactly' ? new Set([...wanted.keys(), ...found.keys()]) : wanted.keys();
  for (const name of names) {
    const want = wanted.get(name) ?? 0;
    const have = found.get(name) ?? 0;
    const agrees = mode === 'at least' ? have >= want : have === want;
    if (!agrees) return `expected "${name}" ${want} times in ${what}, but it is there ${have} times`;
  }
  return undefined;
}

function visitDifference(expected: readonly string[] | undefined, visited: readonly string[]): string | undefined {
  const hit = expected?.find((id) => visited.includes(id));
  return hit === undefined ? undefined : `expected "${hit}" not to be visited, but it was`;
}

function variableDifference(
  expected: Expectation['variables'],
  actual: Readonly<Record<string, JsonValue>>,
): string | undefined {
  for (const [name, value] of Object.entries(expected ?? {})) {
    if (sameJson(value, actual[name])) continue;
    return `expected variable ${name} = ${JSON.stringify(value)}, but it is ${JSON.stringify(actual[name])}`;
  }
  return undefined;
}

function timerDifference(
  expected: Expectation['timers'],
  actual: Readonly<Record<string, string>>,
): string | undefined {
  for (const [id, due] of Object.entries(expected ?? {})) {
    const found = actual[id];
    if (found !== undefined && Date.parse(found) === Date.parse(due)) continue;
    return `expected timer "${id}" to be due at ${due}, but it is ${found ?? 'not set'}`;
  }
  return undefined;
}

function sameJson(a: JsonValue, b: JsonValue | undefined): boolean {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = b as Readonly<Record<string, JsonValue>>;
  return left.length === Object.keys(right).length && left.every(([key, value]) => sameJson(value, right[key]));
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
