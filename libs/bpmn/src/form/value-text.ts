import type { JsonValue } from '../model/value.js';
import type { InputField } from './form.js';

/** A value as people read it: labels in the place of option values; null where there is none. */
export function valueText(
  field: InputField,
  value: JsonValue | undefined,
  yesNo: readonly [string, string],
): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? yesNo[0] : yesNo[1];
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => labelOf(field, String(each))).join('、');
  const text = labelOf(field, String(value));
  return [field.appearance?.prefixAdorner, text, field.appearance?.suffixAdorner].filter(Boolean).join(' ');
}

function labelOf({ values }: InputField, value: string): string {
  return values?.find((option) => option.value === value)?.label ?? value;
}
