import type { FormProblems } from './form-problems.js';

const mostOptions = 200;
const longestOption = 200;

/** Options that somebody can choose, and a default that is one of them. */
export function checkChoices(component: Readonly<Record<string, unknown>>, name: string, problems: FormProblems): void {
  const { type, values, defaultValue } = component;
  if (type !== 'radio' && type !== 'select' && type !== 'checklist') return;
  const options: readonly unknown[] = Array.isArray(values) ? values : [];
  if (options.length === 0 || options.length > mostOptions || !options.every(isOption)) {
    const message = `"values" must be 1 to ${mostOptions} options with a label and a value, both texts`;
    problems.add('options-invalid', name, message, 'values');
    return;
  }
  const offered = new Set(options.map(({ value }) => value));
  if (offered.size < options.length)
    problems.add('options-twice', name, 'two options have one value; change one', 'values');
  const chosen = [defaultValue ?? []].flat();
  if (chosen.some((value: unknown) => typeof value !== 'string' || !offered.has(value)))
    problems.add('default-invalid', name, 'the default is none of the options', 'defaultValue');
}

function isOption(option: unknown): option is { readonly label: string; readonly value: string } {
  const { label, value } = (option ?? {}) as Readonly<Record<string, unknown>>;
  return [label, value].every((text) => typeof text === 'string' && text !== '' && text.length <= longestOption);
}
