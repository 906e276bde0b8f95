import { DomainError } from '@lianban/platform';

/** Who cannot stand in, or when nobody can. */
export function absenceRefused(
  field: 'person' | 'substitute' | 'from' | 'until',
  why: string,
  said: string,
): DomainError {
  return new DomainError({
    code: 'absence-refused',
    kind: 'unprocessable',
    message: `The absence cannot be set, "${field}": ${why}.`,
    fields: [{ field, message: said }],
  });
}

/** No absence that one may end has this id. */
export function absenceUnknown(id: string): DomainError {
  return new DomainError({
    code: 'absence-unknown',
    kind: 'not-found',
    message: `No absence "${id.slice(0, 80)}" is yours to end, or it is over.`,
  });
}
