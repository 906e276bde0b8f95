import { evaluate as evaluateFeel, unaryTest } from 'feelin';
import type { Expression } from '../model/expression.js';
import type { Instant, JsonValue, Variables } from '../model/value.js';
import { toJson } from './to-json.js';

/** A value, or why there is none. */
export type Evaluation =
  { readonly ok: true; readonly value: JsonValue } | { readonly ok: false; readonly message: string };

/** Evaluates an expression of a diagram over variables; `now` is what FEEL's now() and today() give. */
export function evaluate(expression: Expression, variables: Variables, now: Instant): Evaluation {
  if (expression.kind === 'literal') return { ok: true, value: expression.value };
  return evaluateText(expression.feel, variables, now);
}

/** Evaluates a FEEL text over variables. */
export function evaluateText(feel: string, variables: Variables, now: Instant): Evaluation {
  return guarded(feel, () => {
    const { value, warnings } = evaluateFeel(feel, contextOf(namedIn(feel, variables), now));
    const fatal = warnings.find(({ type }) => type === 'FUNCTION_INVOCATION_FAILURE' || type === 'INVALID_ARGUMENTS');
    if (fatal && value === null) return { ok: false, message: `FEEL "${feel}": ${fatal.message}` };
    return { ok: true, value: toJson(value) };
  });
}

/** Whether `value` passes the FEEL unary tests of a decision table's cell. */
export function passesUnaryTests(tests: string, value: JsonValue, variables: Variables, now: Instant): Evaluation {
  return guarded(tests, () => {
    const { value: passed } = unaryTest(tests, { ...contextOf(namedIn(tests, variables), now), '?': value });
    return { ok: true, value: passed === true };
  });
}

/** FEEL's own now() and today() read the machine's clock; those of the context hide them. */
function contextOf(variables: Variables, now: Instant): Record<string, unknown> {
  return {
    ...variables,
    now: () => evaluateFeel(`date and time("${now}")`).value,
    today: () => evaluateFeel(`date("${now.slice(0, 10)}")`).value,
  };
}

/**
 * The variables that a text can mean, by the first word of their names: the interpreter copies all that it is given,
 * and an instance may carry much more than one expression looks at.
 */
function namedIn(feel: string, variables: Variables): Variables {
  const named = Object.entries(variables).filter(([name]) => feel.includes(/^\S*/.exec(name)?.[0] ?? name));
  return Object.fromEntries(named);
}

function guarded(feel: string, deed: () => Evaluation): Evaluation {
  try {
    return deed();
  } catch (error) {
    return { ok: false, message: `FEEL "${feel}": ${error instanceof Error ? error.message : String(error)}` };
  }
}
