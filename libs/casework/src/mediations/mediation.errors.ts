import { DomainError, type FieldError } from '@lianban/platform';

/** What the parties agreed on cannot be kept as it stands; every wrong field is named. */
export function agreementRefused(fields: readonly FieldError[]): DomainError {
  return new DomainError({
    code: 'agreement-refused',
    kind: 'unprocessable',
    message: `The agreement has ${fields.length} wrong field(s), the first: ${fields[0]?.field} ${fields[0]?.message}`,
    fields,
  });
}
