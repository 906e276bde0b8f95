import type { JsonValue } from '../model/value.js';
import { inputsOf, type FieldRules, type Form, type InputField } from './form.js';
import { longestMatched } from './pattern.rules.js';
import { emptyValue, hiddenComponents, initialValue, type FormContext, type FormValues } from './form-values.js';

/** What a value breaks. */
export type BrokenRule = keyof FieldRules | 'kind' | 'option';

/** One value that a form does not take. */
export interface ValueProblem {
  readonly field: InputField;
  readonly rule: BrokenRule;
  /** The number that the rule names. */
  readonly limit?: number;
}

/** What came of a form. */
export interface CheckedValues {
  /** Of the fields that are shown; empty ones are null. */
  readonly values: FormValues;
  readonly problems: readonly ValueProblem[];
}

/** Where a form says nothing; also the most that a text with a pattern may have, so that no pattern takes long. */
const longest = { textfield: 1_000, textarea: 4_000, pattern: longestMatched } as const;

/**
 * What was filled in, checked by the rules of the form: values of hidden and of disabled fields are left out, those of
 * fields that are only shown are what they were, and each that breaks a rule is named.
 */
export function checkValues(form: Form, given: FormValues, context: FormContext): CheckedValues {
  const fields = inputsOf(form.components);
  const all = Object.fromEntries(fields.map((field) => [field.key, valueOf(field, given, context)]));
  const hidden = hiddenComponents(form, all, context);
  const shown = fields.filter(({ id, disabled }) => !hidden.has(id) && disabled !== true);
  const problems = shown.flatMap((field) => problemOf(field, all[field.key] ?? null) ?? []);
  return { values: Object.fromEntries(shown.map(({ key }) => [key, all[key] ?? null])), problems };
}

function valueOf(field: InputField, given: FormValues, { variables }: FormContext): JsonValue {
  if (field.disabled === true || field.readonly === true) return initialValue(field, variables[field.key]);
  const value = given[field.key] ?? null;
  if (typeof value === 'string' && value.trim() === '') return emptyValue(field);
  return value ?? emptyValue(field);
}

/** The first rule that a value breaks. What is only shown cannot be mended by who fills in the form. */
function problemOf(field: InputField, value: JsonValue): ValueProblem | undefined {
  if (field.readonly === true) return undefined;
  if (isEmpty(value)) return field.validate?.required === true ? { field, rule: 'required' } : undefined;
  return kindProblem(field, value) ?? ruleProblem(field, value);
}

function isEmpty(value: JsonValue): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

const datePatterns = {
  date: /^\d{4}-\d{2}-\d{2}$/u,
  time: /^\d{2}:\d{2}(?::\d{2})?$/u,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/u,
} as const;

function kindProblem(field: InputField, value: JsonValue): ValueProblem | undefined {
  const fits = (right: boolean, rule: BrokenRule = 'kind') => (right ? undefined : { field, rule });
  const offered = new Set<JsonValue>(field.values?.map((option) => option.value));
  switch (field.type) {
    case 'textfield':
    case 'textarea':
      return fits(typeof value === 'string');
    case 'number':
      return fits(typeof value === 'number' && Number.isFinite(value) && hasDigits(value, field.decimalDigits));
    case 'checkbox':
      return fits(typeof value === 'boolean');
    case 'radio':
    case 'select':
      return fits(offered.has(value), 'option');
    case 'checklist':
      return fits(
        Array.isArray(value) &&
          new Set(value).size === value.length &&
          value.every((each) => offered.has(each as JsonValue)),
        'option',
      );
    case 'datetime':
      return fits(typeof value === 'string' && isTime(value, field.subtype ?? 'date'));
  }
}

function isTime(value: string, subtype: keyof typeof datePatterns): boolean {
  if (!datePatterns[subtype].test(value)) return false;
  if (subtype === 'time') return value < '24' && value.slice(3, 5) < '60' && (value.slice(6) || '0') < '60';
  // A day that does not exist is moved to the next month by the parser.
  const day = value.slice(0, 10);
  const parsed = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(day) && !Number.isNaN(Date.parse(value));
}

function hasDigits(value: number, most: number | undefined): boolean {
  return most === undefined || Number(value.toFixed(most)) === value;
}

function ruleProblem(field: InputField, value: JsonValue): ValueProblem | undefined {
  const rules = field.validate ?? {};
  if (typeof value === 'number') {
    if (rules.min !== undefined && value < rules.min) return { field, rule: 'min', limit: rules.min };
    if (rules.max !== undefined && value > rules.max) return { field, rule: 'max', limit: rules.max };
  }
  return typeof value === 'string' && (field.type === 'textfield' || field.type === 'textarea')
    ? textProblem(field, value)
    : undefined;
}

function textProblem(field: InputField, value: string): ValueProblem | undefined {
  const { minLength = 0, maxLength = Infinity, pattern } = field.validate ?? {};
  const most = Math.min(
    maxLength,
    longest[field.type as 'textfield' | 'textarea'],
    pattern ? longest.pattern : Infinity,
  );
  if (value.length < minLength) return { field, rule: 'minLength', limit: minLength };
  if (value.length > most) return { field, rule: 'maxLength', limit: most };
  if (pattern && !new RegExp(pattern, 'u').test(value)) return { field, rule: 'pattern' };
  return undefined;
}
