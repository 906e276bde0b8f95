import { FeelFunction, isFunction } from 'feelin';
import { evaluateInScope, type FeelResult, type Scope } from '../expression/evaluate.js';
import type { Instant } from '../model/value.js';
import type {
  ConditionalLogic,
  ContextLogic,
  FilterLogic,
  FunctionLogic,
  InvocationLogic,
  IteratorLogic,
  Logic,
  RelationLogic,
  ServiceLogic,
} from './decision-model.js';
import { evaluateTable } from './evaluate-table.js';

/** What logic is evaluated in. */
export interface LogicContext {
  readonly scope: Scope;
  readonly now: Instant;
  /** Makes the function that a decision service is called by. */
  readonly service: (logic: ServiceLogic) => FeelFunction;
}

/** Evaluates a boxed expression (DMN 1.3 §10.2) to a FEEL value. */
export function evaluateLogic(logic: Logic, context: LogicContext): FeelResult {
  switch (logic.kind) {
    case 'table':
      return evaluateTable(logic, context.scope, context.now);
    case 'literal':
      return logic.expression === ''
        ? { ok: true, value: null }
        : evaluateInScope(logic.expression, context.scope, context.now);
    case 'context':
      return evaluateContext(logic, context);
    case 'list':
      return evaluateAll(logic.items, context);
    case 'relation':
      return evaluateRelation(logic, context);
    case 'invocation':
      return invoke(logic, context);
    case 'function':
      return { ok: true, value: functionOf(logic, context) };
    case 'conditional':
      return evaluateConditional(logic, context);
    case 'filter':
      return evaluateFilter(logic, context);
    case 'for':
    case 'every':
    case 'some':
      return iterate(logic, context);
    case 'service':
      return { ok: true, value: context.service(logic) };
  }
}

/** Thrown inside a FEEL function whose body fails; the interpreter hands it to whoever evaluates the call. */
export class LogicFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LogicFailure';
  }
}

function evaluateContext({ entries }: ContextLogic, context: LogicContext): FeelResult {
  const values: Record<string, unknown> = {};
  for (const { name, value } of entries) {
    const result = evaluateLogic(value, { ...context, scope: { ...context.scope, ...values } });
    if (!result.ok || name === undefined) return result;
    values[name] = result.value;
  }
  return { ok: true, value: values };
}

function evaluateAll(items: readonly Logic[], context: LogicContext): FeelResult {
  const values: unknown[] = [];
  for (const item of items) {
    const result = evaluateLogic(item, context);
    if (!result.ok) return result;
    values.push(result.value);
  }
  return { ok: true, value: values };
}

function evaluateRelation({ columns, rows }: RelationLogic, context: LogicContext): FeelResult {
  const list: unknown[] = [];
  for (const row of rows) {
    const cells = evaluateAll(row, context);
    if (!cells.ok) return cells;
    const values = cells.value as readonly unknown[];
    list.push(Object.fromEntries(columns.map((column, index) => [column, values[index] ?? null])));
  }
  return { ok: true, value: list };
}

function evaluateConditional({ condition, then, otherwise }: ConditionalLogic, context: LogicContext): FeelResult {
  const holds = evaluateLogic(condition, context);
  return holds.ok ? evaluateLogic(holds.value === true ? then : otherwise, context) : holds;
}

/** FEEL itself filters, so that an item's parts have their names and a number picks by position. */
function evaluateFilter({ list, match }: FilterLogic, context: LogicContext): FeelResult {
  const items = evaluateLogic(list, context);
  if (!items.ok) return items;
  if (match.kind !== 'literal') return { ok: false, message: 'the match of a boxed filter must be a FEEL expression' };
  const [name, scope] = ['filtered list', { ...context.scope, 'filtered list': items.value }] as const;
  return evaluateInScope(`${name}[${match.expression}]`, scope, context.now);
}

/** A list, a range or a single value, in the way of FEEL's `for`. */
function iterate({ kind, variable, list, body }: IteratorLogic, context: LogicContext): FeelResult {
  const items = evaluateLogic(list, context);
  if (!items.ok) return items;
  if (items.value === null || items.value === undefined) return { ok: true, value: null };
  const each = evaluateInScope('for one in all return one', { all: items.value }, context.now);
  if (!each.ok) return each;
  const results: unknown[] = [];
  for (const item of each.value as readonly unknown[]) {
    const scope = { ...context.scope, [variable]: item, ...(kind === 'for' && { partial: [...results] }) };
    const result = evaluateLogic(body, { ...context, scope });
    if (!result.ok) return result;
    results.push(result.value);
  }
  if (kind === 'for') return { ok: true, value: results };
  return { ok: true, value: kind === 'every' ? results.every(isTrue) : results.some(isTrue) };
}

function isTrue(value: unknown): boolean {
  return value === true;
}

function invoke({ called, bindings }: InvocationLogic, context: LogicContext): FeelResult {
  const found = evaluateInScope(called, context.scope, context.now);
  if (!found.ok) return found;
  const { value } = found;
  if (!isFunction(value))
    return { ok: false, message: `"${called}" is no function; require the knowledge that it names` };
  const given: Record<string, unknown> = {};
  for (const binding of bindings) {
    const result = evaluateLogic(binding.value, context);
    if (!result.ok) return result;
    given[binding.name] = result.value;
  }
  return call(called, value, given);
}

function call(called: string, fn: FeelFunction, given: Record<string, unknown>): FeelResult {
  try {
    return { ok: true, value: fn.invoke(given) };
  } catch (error) {
    if (!(error instanceof LogicFailure)) throw error;
    return { ok: false, message: `"${called}": ${error.message}` };
  }
}

/** A function that sees the scope in which it was made. */
function functionOf({ parameters, body }: FunctionLogic, context: LogicContext): FeelFunction {
  return new FeelFunction(
    (...args: readonly unknown[]) => {
      const given = Object.fromEntries(parameters.map((name, index) => [name, args[index] ?? null]));
      const result = evaluateLogic(body, { ...context, scope: { ...context.scope, ...given } });
      if (!result.ok) throw new LogicFailure(result.message);
      return result.value;
    },
    [...parameters],
  );
}
