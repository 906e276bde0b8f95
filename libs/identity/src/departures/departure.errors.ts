import { DomainError } from '@lianban/platform';

/** Who cannot leave like that. */
export function departureRefused(field: 'person' | 'receiver', why: string, said: string): DomainError {
  return new DomainError({
    code: 'departure-refused',
    kind: 'unprocessable',
    message: `The departure cannot be set, "${field}": ${why}.`,
    fields: [{ field, message: said }],
  });
}

/** Nothing is set that could still be taken back. */
export function departureUnknown(accountId: string): DomainError {
  return new DomainError({
    code: 'departure-unknown',
    kind: 'not-found',
    message: `No departure of account "${accountId.slice(0, 80)}" is still to come; one whose day has begun stays.`,
  });
}
