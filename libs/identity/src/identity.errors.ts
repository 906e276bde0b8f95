import { DomainError } from '@lianban/platform';
import type { Permission } from './access/permission.js';

/** Unknown user, wrong password and disabled account look the same from outside. */
export function signInFailed(): DomainError {
  return new DomainError({
    code: 'sign-in-failed',
    kind: 'unauthenticated',
    message: 'The user name or the password is wrong; check both and try again.',
  });
}

/** Too many failures with one user name, whether it exists or not. */
export function signInLocked(until: Date): DomainError {
  return new DomainError({
    code: 'sign-in-locked',
    kind: 'unauthenticated',
    message: `Too many failed attempts with this user name; try again after ${until.toISOString()}.`,
    details: { lockedUntil: until.toISOString() },
  });
}

/** No grant gives this right anywhere. */
export function permissionMissing(permission: Permission): DomainError {
  return new DomainError({
    code: 'permission-missing',
    kind: 'forbidden',
    message: `This needs the permission "${permission}", which none of your roles gives; ask the security administrator.`,
    details: { permission },
  });
}

/** The right exists, but not over this unit. */
export function outsideScope(permission: Permission): DomainError {
  return new DomainError({
    code: 'outside-scope',
    kind: 'forbidden',
    message: `Your permission "${permission}" does not reach this unit; ask somebody who works there.`,
    details: { permission },
  });
}

/** No account has this id. */
export function accountUnknown(id: string): DomainError {
  return new DomainError({
    code: 'account-unknown',
    kind: 'not-found',
    message: `Account "${id}" does not exist; expected the id of an account.`,
    details: { account: id },
  });
}

/** The user name is taken. */
export function usernameTaken(username: string): DomainError {
  return new DomainError({
    code: 'username-taken',
    kind: 'conflict',
    message: `The user name "${username}" is taken; choose another one.`,
    fields: [{ field: 'username', message: 'is taken' }],
  });
}

/** The user name would be hard to type or to tell apart. */
export function usernameInvalid(username: string): DomainError {
  return new DomainError({
    code: 'username-invalid',
    kind: 'invalid',
    message: `"${username}" is not a user name; expected 2 to 32 lower-case letters, digits and hyphens, a letter first.`,
    fields: [{ field: 'username', message: 'expected 2 to 32 lower-case letters, digits and hyphens' }],
  });
}

/** The password is too easy to guess. */
export function passwordWeak(problems: readonly string[]): DomainError {
  return new DomainError({
    code: 'password-weak',
    kind: 'invalid',
    message: `The password is too weak: expected ${problems.join(', ')}.`,
    fields: problems.map((problem) => ({ field: 'password', message: `expected ${problem}` })),
  });
}

/** No role has this code. */
export function roleUnknown(code: string): DomainError {
  return new DomainError({
    code: 'role-unknown',
    kind: 'not-found',
    message: `Role "${code}" does not exist; expected the code of a role.`,
    details: { role: code },
  });
}

/** One person must not hold both roles (三员分立). */
export function rolesExclude(role: string, held: string): DomainError {
  return new DomainError({
    code: 'roles-exclude-each-other',
    kind: 'conflict',
    message: `Role "${role}" cannot go to somebody who holds "${held}"; revoke that one first or choose another person.`,
    details: { role, held },
  });
}

/** Who gives rights must not give them to themselves. */
export function grantToOneself(): DomainError {
  return new DomainError({
    code: 'grant-to-oneself',
    kind: 'forbidden',
    message: 'Nobody may change their own roles; ask another security administrator.',
  });
}

/** Nobody who stays would have what watches over the other administrators (三员分立). */
export function lastHolder(permissions: readonly Permission[]): DomainError {
  return new DomainError({
    code: 'last-holder',
    kind: 'conflict',
    message: `Nobody else who stays holds ${permissions.join(' and ')}; give that role to somebody else first.`,
    details: { permissions },
  });
}
