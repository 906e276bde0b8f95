import { DomainError } from '@lianban/platform';

/** A case is left out for a reason of the list only. */
export function exclusionReasonUnknown(code: string, reasons: readonly { readonly code: string }[]): DomainError {
  const offered = reasons.map((reason) => reason.code);
  return new DomainError({
    code: 'exclusion-reason-unknown',
    kind: 'unprocessable',
    message: `"${code.slice(0, 40)}" is no reason to leave a case out; expected one of ${offered.join(', ')}.`,
    fields: [{ field: 'reason', message: '请选择剔除原因' }],
    details: { offered },
  });
}

/** No such request waits for this person's decision. */
export function exclusionNotOpen(id: string): DomainError {
  return new DomainError({
    code: 'exclusion-not-open',
    kind: 'conflict',
    message: `The request "${id.slice(0, 80)}" does not wait for your decision: it is decided, unknown, or your own.`,
  });
}
