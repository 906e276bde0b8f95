import type { JsonValue } from '../model/value.js';
import type { InputField } from './form.js';

/** A value as people read it, with labels in the place of option values; null for nothing, and for yes and no. */
export function valueText(field: InputField, value: JsonValue): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => labelOf(field, String(each))).join('、');
  const { prefixAdorner, suffixAdorner } = field.appearance ?? {};
  return [prefixAdorner, labelOf(field, String(value)), suffixAdorner].filter(Boolean).join(' ');
}

function labelOf({ values }: InputField, value: string): string {
  return values?.find((option) => option.value === value)?.label ?? value;
}
