import { evaluate as evaluateFeel, unaryTest } from 'feelin';
import type { Expression } from '../model/expression.js';
import type { Instant, JsonValue, Variables } from '../model/value.js';
import { cellQuestionOf, questionOf, recall, remember } from './memo.js';
import { toJson } from './to-json.js';

/** A value, or why there is none. */
export type Evaluation = Result<JsonValue>;

/** A value as FEEL has it (dates, functions and ranges included), or why there is none. */
export type FeelResult = Result<unknown>;

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Names and the values that they mean, as FEEL has them. */
export type Scope = Readonly<Record<string, unknown>>;

/** Evaluates an expression of a diagram over variables; `now` is what FEEL's now() and today() give. */
export function evaluate(expression: Expression, variables: Variables, now: Instant): Evaluation {
  if (expression.kind === 'literal') return { ok: true, value: expression.value };
  return evaluateText(expression.feel, variables, now);
}

/** Evaluates a FEEL text over variables. */
export function evaluateText(feel: string, variables: Variables, now: Instant): Evaluation {
  const named = namedIn(feel, variables);
  const question = questionOf(feel, named);
  const known = question === undefined ? undefined : recall(question);
  if (known !== undefined) return { ok: true, value: known };
  const result = asJson(evaluateNamed(feel, named, now));
  if (question !== undefined && result.ok) remember(question, result.value);
  return result;
}

/** Evaluates a FEEL text to what FEEL has as its value. */
export function evaluateInScope(feel: string, scope: Scope, now: Instant): FeelResult {
  return evaluateNamed(feel, namedIn(feel, scope), now);
}

function evaluateNamed(feel: string, named: Scope, now: Instant): FeelResult {
  return guarded(feel, () => {
    const { value, warnings } = evaluateFeel(feel, contextOf(named, now));
    const fatal = warnings.find(({ type }) => type === 'FUNCTION_INVOCATION_FAILURE' || type === 'INVALID_ARGUMENTS');
    if (fatal && value === null) return { ok: false, message: `FEEL "${feel}": ${fatal.message}` };
    return { ok: true, value };
  });
}

/** Whether `value` passes the FEEL unary tests of a decision table's cell. */
export function passesUnaryTests(tests: string, value: unknown, scope: Scope, now: Instant): Result<boolean> {
  const named = namedIn(tests, scope);
  const question = cellQuestionOf(tests, value, named);
  const known = question === undefined ? undefined : recall(question);
  if (typeof known === 'boolean') return { ok: true, value: known };
  const result = guarded<boolean>(tests, () => {
    const { value: passed } = unaryTest(tests, { ...contextOf(named, now), '?': value });
    return { ok: true, value: passed === true };
  });
  if (question !== undefined && result.ok) remember(question, result.value);
  return result;
}

/** A FEEL value as JSON. */
export function asJson(result: FeelResult): Evaluation {
  return result.ok ? { ok: true, value: toJson(result.value) } : result;
}

/** FEEL's own now() and today() read the machine's clock; those of the context hide them. */
function contextOf(scope: Scope, now: Instant): Record<string, unknown> {
  return {
    ...scope,
    now: () => evaluateFeel(`date and time("${now}")`).value,
    today: () => evaluateFeel(`date("${now.slice(0, 10)}")`).value,
  };
}

/**
 * The variables that a text can mean, by the first word of their names: the interpreter copies all that it is given,
 * and an instance may carry much more than one expression looks at.
 */
function namedIn<Value>(feel: string, scope: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const named = Object.entries(scope).filter(([name]) => feel.includes(/^\S*/.exec(name)?.[0] ?? name));
  return Object.fromEntries(named);
}

function guarded<T>(feel: string, deed: () => Result<T>): Result<T> {
  try {
    return deed();
  } catch (error) {
    return { ok: false, message: `FEEL "${feel}": ${error instanceof Error ? error.message : String(error)}` };
  }
}
