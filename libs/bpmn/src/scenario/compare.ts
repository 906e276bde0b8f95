import type { JsonValue } from '../model/value.js';
import type { Observation } from './observe.js';
import type { Expectation } from './scenario-file.js';

/** One thing that an expectation names, with what is there instead. */
export interface ScenarioCheck {
  readonly what: keyof Observation | 'completedAnyOrder' | 'notVisited' | 'waitingExactly' | 'instances';
  readonly expected: unknown;
  readonly actual: unknown;
  /** In words; undefined when they agree. */
  readonly difference: string | undefined;
}

/** Compares all that is expected with what is; what is not expected is not looked at. */
export function checksOf(expected: Expectation, actual: Observation): ScenarioCheck[] {
  const { completed, visited, waiting } = actual;
  const checks: readonly ScenarioCheck[] = [
    about('state', expected.state, actual.state, stateDifference(expected, actual)),
    about('completed', expected.completed, completed, orderDifference(expected.completed, completed)),
    about(
      'completedAnyOrder',
      expected.completedAnyOrder,
      completed,
      multisetDifference('completed', expected.completedAnyOrder, completed, 'named'),
    ),
    about('notVisited', expected.notVisited, visited, visitDifference(expected.notVisited, visited)),
    about('waiting', expected.waiting, waiting, multisetDifference('waiting', expected.waiting, waiting, 'at least')),
    about(
      'waitingExactly',
      expected.waitingExactly,
      waiting,
      multisetDifference('waiting', expected.waitingExactly, waiting, 'exactly'),
    ),
    about('variables', expected.variables, actual.variables, variableDifference(expected.variables, actual.variables)),
    about('timers', expected.timers, actual.timers, timerDifference(expected.timers, actual.timers)),
    about(
      'incidents',
      expected.incidents,
      actual.incidents,
      multisetDifference('incidents', expected.incidents, actual.incidents, 'at least'),
    ),
  ];
  return checks.filter((check) => check.expected !== undefined);
}

/** The first difference between what was expected and what is, in words; undefined when all agrees. */
export function differenceOf(expected: Expectation, actual: Observation): string | undefined {
  return firstDifference(checksOf(expected, actual));
}

/** Of the checks that fail, the reason of the first. */
export function firstDifference(checks: readonly ScenarioCheck[]): string | undefined {
  return checks.find(({ difference }) => difference !== undefined)?.difference;
}

function about(
  what: ScenarioCheck['what'],
  expected: unknown,
  actual: unknown,
  difference: string | undefined,
): ScenarioCheck {
  return { what, expected, actual, difference };
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
