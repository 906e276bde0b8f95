import type { KeyboardEvent } from 'react';

/** Whether somebody sends what they write without leaving the field: Ctrl + Enter, ⌘ + Enter. */
export function isSubmit({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey);
}
