import { evaluate } from '../expression/evaluate.js';
import { isActivity } from '../model/flow-node.js';
import type { Expression, Mapping } from '../model/expression.js';
import type { JsonValue, Variables } from '../model/value.js';
import { Failure } from './failure.js';
import type { Run } from './run.js';
import type { ElementInstance, IncidentCode, Key } from './state.js';

/** All variables that an element sees: its own over those of its scopes, the process's last. */
export function visibleVariables(run: Run, key: Key): Variables {
  const layers: Variables[] = [];
  for (let at: Key | null = key; at !== null;) {
    const element = run.element(at);
    if (element.variables) layers.push(element.variables);
    if (element.snapshot) layers.push(element.snapshot);
    if (element.loop || element.index !== undefined) layers.push(loopVariables(run, element));
    at = element.scope;
  }
  return Object.assign({}, ...layers.reverse()) as Variables;
}

/** The result of an element's work: local while mappings or a loop's output pick from it, else where variables live. */
export function takeResult(run: Run, key: Key, variables: Variables): void {
  if (Object.keys(variables).length === 0) return;
  const { scope, elementId } = run.element(key);
  const node = run.node(elementId);
  const gathered = isActivity(node) && node.loop !== undefined && 'outputElement' in node.loop;
  const stays = gathered || ('outputs' in node && node.outputs.length > 0);
  if (stays || scope === null) run.emit({ type: 'variables-set', scope: key, variables });
  else propagate(run, scope, variables);
}

/** What expressions see of a loop (BPMN 2.0 table 10.30), with the names that other engines use. */
function loopVariables(run: Run, { loop, index, elementId }: ElementInstance): Variables {
  if (loop) {
    const active = loop.started - loop.completed - loop.terminated;
    return {
      numberOfInstances: loop.total ?? loop.started,
      nrOfInstances: loop.total ?? loop.started,
      numberOfActiveInstances: active,
      nrOfActiveInstances: active,
      numberOfCompletedInstances: loop.completed,
      nrOfCompletedInstances: loop.completed,
      numberOfTerminatedInstances: loop.terminated,
    };
  }
  const node = run.node(elementId);
  const first = isActivity(node) && node.loop?.kind === 'multi-instance' ? node.loop.firstCounter : 0;
  return { loopCounter: (index ?? 0) + first };
}

/** The value of an expression as the element sees it. Throws `Failure` with the given code when it has none. */
export function valueAt(
  run: Run,
  key: Key,
  expression: Expression,
  code: IncidentCode = 'expression-failed',
): JsonValue {
  if (expression.kind === 'literal') return expression.value;
  return valueIn(run, visibleVariables(run, key), expression, code);
}

/** The value of an expression as text: nothing becomes the empty text, lists and contexts their JSON. */
export function textAt(run: Run, key: Key, expression: Expression): string {
  return toText(valueAt(run, key, expression));
}

/** A value as text, see `textAt`. */
export function toText(value: JsonValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** As `valueAt`, over variables that are already gathered. */
export function valueIn(
  run: Run,
  variables: Variables,
  expression: Expression,
  code: IncidentCode = 'expression-failed',
): JsonValue {
  const result = evaluate(expression, variables, run.env.now);
  if (!result.ok) throw new Failure(code, result.message);
  return result.value;
}

/** The mappings' values by target, all read before any is written. */
export function mappedValues(run: Run, key: Key, mappings: readonly Mapping[]): Variables {
  if (mappings.length === 0) return {};
  const variables = visibleVariables(run, key);
  const values: Record<string, JsonValue> = {};
  for (const { target, value } of mappings)
    values[target] = valueIn(run, { ...variables, ...values }, value, 'mapping-failed');
  return values;
}

/**
 * Writes variables where they live: each to the nearest scope, from `scope` outwards, that already has it, and new
 * ones to the process.
 */
export function propagate(run: Run, scope: Key, variables: Variables): void {
  const byScope = new Map<Key, Record<string, JsonValue>>();
  for (const [name, value] of Object.entries(variables)) {
    const home = homeOf(run, scope, name);
    const group = byScope.get(home) ?? {};
    group[name] = value;
    byScope.set(home, group);
  }
  for (const [home, group] of byScope) run.emit({ type: 'variables-set', scope: home, variables: group });
}

function homeOf(run: Run, scope: Key, name: string): Key {
  for (let at: Key | null = scope; at !== null;) {
    const element = run.element(at);
    if (element.variables && Object.hasOwn(element.variables, name)) return at;
    at = element.scope;
  }
  return run.draft.root;
}
