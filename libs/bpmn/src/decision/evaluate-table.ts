import { evaluateInScope, passesUnaryTests, type FeelResult, type Scope } from '../expression/evaluate.js';
import { toJson } from '../expression/to-json.js';
import type { Instant } from '../model/value.js';
import type { Aggregation, DecisionInput, DecisionRule, DecisionTable } from './decision-model.js';

interface Context {
  readonly table: DecisionTable;
  readonly scope: Scope;
  readonly now: Instant;
}

/** The outcome of one matching rule: its outputs by name. */
type Hit = Readonly<Record<string, unknown>>;

/** Evaluates a decision table under its hit policy (DMN 1.3 §8.2.11) to a FEEL value. */
export function evaluateTable(table: DecisionTable, scope: Scope, now: Instant): FeelResult {
  const context = { table, scope, now };
  const inputs: unknown[] = [];
  for (const input of table.inputs) {
    const value = inputOf(context, input);
    if (!value.ok) return value;
    inputs.push(value.value);
  }
  const hits: Hit[] = [];
  const first = table.hitPolicy === 'FIRST';
  for (const rule of table.rules) {
    const matches = matchesRule(context, rule, inputs);
    if (!matches.ok) return matches;
    if (matches.value !== true) continue;
    const hit = outputsOf(context, rule.outputs);
    if (!hit.ok) return hit;
    hits.push(hit.value as Hit);
    if (first) break;
  }
  if (hits.length === 0) return defaultsOf(context);
  return collect(table, hits, prioritiesOf(context));
}

function inputOf({ table, scope, now }: Context, { label, expression, allowed }: DecisionInput): FeelResult {
  const input = evaluateInScope(expression, scope, now);
  if (!input.ok || allowed === undefined) return input;
  const passed = passesUnaryTests(allowed, input.value, scope, now);
  if (!passed.ok || passed.value) return passed.ok ? input : passed;
  const value = JSON.stringify(toJson(input.value));
  return { ok: false, message: `input "${label}" of "${table.name}" is ${value}, but ${allowed} is allowed` };
}

function matchesRule({ scope, now }: Context, rule: DecisionRule, inputs: readonly unknown[]): FeelResult {
  for (const [index, input] of inputs.entries()) {
    const tests = rule.tests[index]?.trim() ?? '';
    if (tests === '' || tests === '-') continue;
    const passed = passesUnaryTests(tests, input, scope, now);
    if (!passed.ok) return { ok: false, message: `rule "${rule.id}": ${passed.message}` };
    if (!passed.value) return passed;
  }
  return { ok: true, value: true };
}

function outputsOf({ table, scope, now }: Context, expressions: readonly string[]): FeelResult {
  const hit: Record<string, unknown> = {};
  for (const [index, output] of table.outputs.entries()) {
    const expression = expressions[index]?.trim() ?? '';
    const value = expression === '' ? ({ ok: true, value: null } as const) : evaluateInScope(expression, scope, now);
    if (!value.ok) return value;
    hit[output.name] = value.value;
  }
  return { ok: true, value: hit };
}

function defaultsOf(context: Context): FeelResult {
  const { table } = context;
  if (!table.outputs.some(({ defaultValue }) => defaultValue)) {
    return { ok: true, value: isMany(table) && !table.aggregation ? [] : null };
  }
  const hit = outputsOf(
    context,
    table.outputs.map(({ defaultValue }) => defaultValue ?? ''),
  );
  return hit.ok ? { ok: true, value: shape(table, hit.value as Hit) } : hit;
}

/** Per output, the position of each allowed value; lower comes first. */
function prioritiesOf({ table, scope, now }: Context): ReadonlyMap<string, unknown[]> {
  const evaluated = table.outputs.map(({ name, values }) => {
    const list = values.map((value) => evaluateInScope(value, scope, now));
    return [name, list.map((value) => (value.ok ? value.value : null))] as const;
  });
  return new Map(evaluated);
}

function collect(table: DecisionTable, hits: readonly Hit[], priorities: ReadonlyMap<string, unknown[]>): FeelResult {
  const shaped = hits.map((hit) => shape(table, hit));
  const head = shaped[0] ?? null;
  switch (table.hitPolicy) {
    case 'UNIQUE':
      if (hits.length > 1)
        return { ok: false, message: `hit policy UNIQUE, but ${hits.length} rules of "${table.name}" match` };
      return { ok: true, value: head };
    case 'ANY':
      if (new Set(shaped.map((value) => JSON.stringify(toJson(value)))).size > 1) {
        return { ok: false, message: `hit policy ANY, but matching rules of "${table.name}" give different results` };
      }
      return { ok: true, value: head };
    case 'FIRST':
      return { ok: true, value: head };
    case 'RULE ORDER':
      return { ok: true, value: shaped };
    case 'PRIORITY':
      return { ok: true, value: byPriority(table, hits, priorities)[0] ?? null };
    case 'OUTPUT ORDER':
      return { ok: true, value: byPriority(table, hits, priorities) };
    case 'COLLECT':
      return table.aggregation ? aggregate(table.aggregation, shaped) : { ok: true, value: shaped };
  }
}

function byPriority(table: DecisionTable, hits: readonly Hit[], priorities: ReadonlyMap<string, unknown[]>): unknown[] {
  // A value that the list of allowed values does not name comes last.
  const rank = (hit: Hit) =>
    table.outputs.map(({ name }) => {
      const order = priorities.get(name) ?? [];
      const position = order.indexOf(hit[name] ?? null);
      return position < 0 ? order.length : position;
    });
  const ranked = hits.map((hit) => ({ hit, ranks: rank(hit) }));
  ranked.sort(
    (a, b) => a.ranks.map((value, index) => value - (b.ranks[index] ?? 0)).find((difference) => difference !== 0) ?? 0,
  );
  return ranked.map(({ hit }) => shape(table, hit));
}

function aggregate(aggregation: Aggregation, values: readonly unknown[]): FeelResult {
  if (aggregation === 'COUNT') return { ok: true, value: values.length };
  const numbers = values.filter((value): value is number => typeof value === 'number');
  if (numbers.length !== values.length)
    return { ok: false, message: `${aggregation} needs numbers, but got ${JSON.stringify(toJson([...values]))}` };
  switch (aggregation) {
    case 'SUM':
      return { ok: true, value: numbers.reduce((sum, value) => sum + value, 0) };
    case 'MIN':
      return { ok: true, value: Math.min(...numbers) };
    case 'MAX':
      return { ok: true, value: Math.max(...numbers) };
  }
}

/** One output gives its value, several give them by name. */
function shape(table: DecisionTable, hit: Hit): unknown {
  const only = table.outputs.length === 1 ? table.outputs[0] : undefined;
  return only ? (hit[only.name] ?? null) : hit;
}

function isMany({ hitPolicy }: DecisionTable): boolean {
  return hitPolicy === 'COLLECT' || hitPolicy === 'RULE ORDER' || hitPolicy === 'OUTPUT ORDER';
}
