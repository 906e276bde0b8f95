import { DomainError } from '@lianban/platform';

/** A record that cannot be signed for this period or by this person now. */
export function recordRefused(why: string, said: string): DomainError {
  return new DomainError({
    code: 'record-refused',
    kind: 'unprocessable',
    message: `The record cannot be signed: ${why}.`,
    fields: [{ field: 'period', message: said }],
  });
}

/** There is no report to receive, or it was received before. */
export function nothingToReceive(): DomainError {
  return new DomainError({
    code: 'nothing-to-receive',
    kind: 'conflict',
    message: 'The unit has signed no report for this month, or it was received before.',
  });
}
