import type { FormInstance } from 'antd';
import { ApiProblem } from '../api/problem.js';
import { fieldText } from './problem-text.js';

/** Writes the server's refusals at their fields and goes to the first; false where no field of the form was meant. */
export function showFieldProblems(form: FormInstance, error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  const known = error.fields
    .map(({ field, message }) => ({ name: pathOf(field), errors: [fieldText(message)] }))
    .filter(({ name }) => form.getFieldInstance(name) !== undefined);
  if (known.length === 0) return false;
  form.setFields(known);
  const first = known[0];
  if (first) {
    form.scrollToField(first.name, { block: 'center' });
    form.focusField(first.name);
  }
  return true;
}

/** The path of a field as forms know it: places in a list are numbers there. */
function pathOf(field: string): (string | number)[] {
  return field.split('.').map((part) => (/^\d+$/u.test(part) ? Number(part) : part));
}
