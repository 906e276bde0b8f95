/** When a component is shown, as the designer offers it. */
export type Condition =
  | { readonly kind: 'always' }
  | { readonly kind: 'value'; readonly key: string; readonly value: string }
  | { readonly kind: 'formula'; readonly formula: string };

const comparison = /^=\s*([\p{L}_][\p{L}\p{N}_]*)\s*!=\s*("(?:[^"\\]|\\.)*"|true|false|-?\d+(?:\.\d+)?)\s*$/u;

/** The condition that a FEEL text is; one that compares with a single value is offered as such. */
export function conditionOf(hide: string | undefined): Condition {
  if (hide === undefined) return { kind: 'always' };
  const [, key, value] = comparison.exec(hide) ?? [];
  if (key === undefined || value === undefined) return { kind: 'formula', formula: hide };
  return { kind: 'value', key, value: value.startsWith('"') ? (JSON.parse(value) as string) : value };
}

/** The FEEL text that hides a component unless a field has a value; numbers and flags are written bare. */
export function hiddenUnless(key: string, value: string, bare: boolean): string {
  return `=${key} != ${bare && /^(?:true|false|-?\d+(?:\.\d+)?)$/u.test(value) ? value : JSON.stringify(value)}`;
}
