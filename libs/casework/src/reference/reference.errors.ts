import { DomainError, type FieldError } from '@lianban/platform';

/** Somebody else changed the entry after it was read. */
export function entryChanged(code: string, known: { readonly version: number; readonly by: string }): DomainError {
  return new DomainError({
    code: 'entry-changed',
    kind: 'conflict',
    message: `"${code}" was changed by ${known.by} meanwhile (version ${known.version}); reload it and edit that.`,
    details: known,
  });
}

/** No list, or no entry of it, has this code. */
export function entryUnknown(code: string): DomainError {
  return new DomainError({
    code: 'entry-unknown',
    kind: 'not-found',
    message: `No entry "${code.slice(0, 80)}" exists; expected one of those that the list shows.`,
  });
}

/** What was entered cannot be kept; every wrong field is named. */
export function entryRefused(fields: readonly FieldError[]): DomainError {
  return new DomainError({
    code: 'entry-refused',
    kind: 'unprocessable',
    message: `${fields.length} field(s) cannot be kept, the first: ${fields[0]?.field} ${fields[0]?.message}`,
    fields,
  });
}
