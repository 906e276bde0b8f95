import { DomainError } from '@lianban/platform';

/** A request is turned away for a reason of the list only. */
export function exitUnknown(code: string, exits: readonly { readonly code: string }[]): DomainError {
  const offered = exits.map((exit) => exit.code);
  return new DomainError({
    code: 'exit-unknown',
    kind: 'unprocessable',
    message: `"${code.slice(0, 40)}" is no reason to decline a request; expected one of ${offered.join(', ')}.`,
    fields: [{ field: 'reason', message: '请选择不予受理的情形' }],
    details: { offered },
  });
}

/** The case into which another one should go is none that goes on, or is the same. */
export function mergeRefused(why: string): DomainError {
  return new DomainError({
    code: 'merge-refused',
    kind: 'conflict',
    message: `The case cannot be handled with the other one: ${why}.`,
    fields: [{ field: 'into', message: '请填写另一件办理中诉求的编号' }],
  });
}

/** A merged case is separated by who registered it, handles the other one, assigns tasks or supervises. */
export function separationNotYours(): DomainError {
  return new DomainError({
    code: 'separation-not-yours',
    kind: 'forbidden',
    message: 'Only who registered the case, handles the other one, assigns tasks or gives orders can separate it.',
  });
}
