import { DomainError } from '@lianban/platform';

/** Whoever comes from the provider has no account here, or a closed one; from outside both look the same. */
export function providerAccountUnknown(): DomainError {
  return new DomainError({
    code: 'provider-account-unknown',
    kind: 'unauthenticated',
    message:
      'The provider let you in, but no open account is linked to you here; ask a system administrator to link one.',
  });
}

/** The subject belongs to another account. */
export function subjectTaken(): DomainError {
  return new DomainError({
    code: 'subject-taken',
    kind: 'conflict',
    message: 'Another account is linked to this subject of the provider: unlink that one first.',
  });
}

/** A link would lead around the second factor of an account. */
export function secondFactorStands(username: string): DomainError {
  return new DomainError({
    code: 'second-factor-stands',
    kind: 'conflict',
    message: `"${username}" has a second factor: a security administrator takes it away first, then link the account.`,
  });
}
