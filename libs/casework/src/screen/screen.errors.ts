import { DomainError } from '@lianban/platform';

/** The token of a screen reads nothing: it was ended, has run out, or never was one. */
export function screenLinkEnded(): DomainError {
  return new DomainError({
    code: 'screen-link-ended',
    kind: 'unauthenticated',
    message: 'This link of a screen does not work (any more); an administrator makes a new one.',
  });
}

/** No link that works has this id. */
export function screenLinkUnknown(id: string): DomainError {
  return new DomainError({
    code: 'screen-link-unknown',
    kind: 'not-found',
    message: `No link "${id.slice(0, 64)}" of a screen works; expected the id of one that the list shows as in use.`,
  });
}

/** A link cannot be made like that. */
export function screenLinkRefused(field: 'unit' | 'until' | 'token', why: string, said: string): DomainError {
  return new DomainError({
    code: 'screen-link-refused',
    kind: 'unprocessable',
    message: `The link cannot be made, "${field}": ${why}.`,
    fields: [{ field, message: said }],
  });
}
