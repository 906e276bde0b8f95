import { DomainError } from '@lianban/platform';

/** Nobody left a name with the case. */
export function residentUnnamed(): DomainError {
  return new DomainError({
    code: 'resident-unnamed',
    kind: 'not-found',
    message: 'The case was filed without a name; expected one with a resident who is named.',
  });
}

/** They may read the case, but not who the resident is. */
export function personalDataClosed(): DomainError {
  return new DomainError({
    code: 'personal-data-closed',
    kind: 'forbidden',
    message: 'Who the resident is, is for units that handle the case and may see it; ask one of those to call.',
  });
}

/** Somebody looks at more residents than work needs. */
export function revealedTooOften(most: number): DomainError {
  return new DomainError({
    code: 'revealed-too-often',
    kind: 'forbidden',
    message: `You looked at ${most} within an hour, which is all that is allowed; wait, or ask who administers the limits.`,
    details: { most },
  });
}
