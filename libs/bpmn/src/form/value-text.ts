import type { JsonValue } from '../model/value.js';
import type { InputField } from './form.js';

/** A value as people read it, with labels in the place of option values; null for nothing, and for yes and no. */
export function valueText(field: InputField, value: JsonValue): string | null {
  if (value === null || typeof value === 'boolean') return null;
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => labelOf(field, textOf(each as JsonValue))).join('、');
  const { prefixAdorner, suffixAdorner } = field.appearance ?? {};
  return [prefixAdorner, labelOf(field, textOf(value)), suffixAdorner].filter(Boolean).join(' ');
}

function labelOf({ values }: InputField, value: string): string {
  return values?.find((option) => option.value === value)?.label ?? value;
}

/** Fields have no values with parts. */
function textOf(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
