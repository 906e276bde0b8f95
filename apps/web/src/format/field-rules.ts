import type { FormRule } from 'antd';

/** The rule of a field in which something must be written; blanks alone are nothing. */
export function written(message: string): FormRule[] {
  return [{ required: true, whitespace: true, message }];
}

/** The rule of a field that must not be left as it is: a choice, a day, a password. */
export function given(message: string): FormRule[] {
  return [{ required: true, message }];
}
