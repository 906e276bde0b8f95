import { evaluateText } from '../expression/evaluate.js';
import type { Instant, JsonValue } from '../model/value.js';
import { inputsOf, type Form, type FormComponent, type InputField } from './form.js';
import { feelOf } from './read-form.js';

/** Values by the keys of fields, or variables by their names. */
export type FormValues = Readonly<Record<string, JsonValue>>;

/** What is known around a form: variables of the instance, and what `now()` gives. */
export interface FormContext {
  readonly variables: FormValues;
  readonly now: Instant;
}

/** What a form shows before anybody wrote into it: what the instance knows by the same name, else the default. */
export function initialValues(form: Form, { variables }: FormContext): FormValues {
  const entries = inputsOf(form.components).map((field) => [field.key, initialValue(field, variables[field.key])]);
  return Object.fromEntries(entries) as FormValues;
}

/** Of a field that people do not fill in, this is its value, whatever was sent. */
export function initialValue(field: InputField, known: JsonValue | undefined): JsonValue {
  return known ?? field.defaultValue ?? emptyValue(field);
}

/** The value of a field into which nothing was written. */
export function emptyValue({ type }: InputField): JsonValue {
  if (type === 'checkbox') return false;
  return type === 'checklist' ? [] : null;
}

/**
 * Ids of the components that conditions hide. A condition sees the variables of the instance and the values of the
 * form, of hidden fields nothing; so hiding one may show another.
 */
export function hiddenComponents(form: Form, values: FormValues, context: FormContext): ReadonlySet<string> {
  const rounds = 10; // conditions that contradict each other would go on for ever
  let hidden: ReadonlySet<string> = new Set();
  for (let round = 0; round < rounds; round += 1) {
    const data = { ...context.variables, ...shownValues(form, values, hidden) };
    const next = new Set(hiddenAmong(form.components, data, context.now));
    if (next.size === hidden.size && [...next].every((id) => hidden.has(id))) break;
    hidden = next;
  }
  return hidden;
}

/** Names of the variables that a form shows or that its conditions may look at. */
export function namedVariables(form: Form, names: readonly string[]): string[] {
  const keys = new Set(inputsOf(form.components).map(({ key }) => key));
  const conditions = conditionsOf(form.components).join('\n');
  return names.filter((name) => keys.has(name) || conditions.includes(name));
}

function shownValues(form: Form, values: FormValues, hidden: ReadonlySet<string>): FormValues {
  const fields = inputsOf(form.components);
  return Object.fromEntries(fields.map(({ id, key }) => [key, hidden.has(id) ? null : (values[key] ?? null)]));
}

function hiddenAmong(components: readonly FormComponent[], data: FormValues, now: Instant): string[] {
  return components.flatMap((component) => {
    if (isHidden(component, data, now)) return idsOf(component);
    return component.type === 'group' ? hiddenAmong(component.components, data, now) : [];
  });
}

/** A condition that cannot be computed hides nothing. */
function isHidden({ conditional }: FormComponent, data: FormValues, now: Instant): boolean {
  if (!conditional?.hide) return false;
  const result = evaluateText(feelOf(conditional.hide), data, now);
  return result.ok && result.value === true;
}

function idsOf(component: FormComponent): string[] {
  return [component.id, ...(component.type === 'group' ? component.components.flatMap(idsOf) : [])];
}

function conditionsOf(components: readonly FormComponent[]): string[] {
  return components.flatMap((component) => [
    component.conditional?.hide ?? '',
    ...(component.type === 'group' ? conditionsOf(component.components) : []),
  ]);
}
