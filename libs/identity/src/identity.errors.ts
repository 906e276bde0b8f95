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

/**
 * The password was right, and the account has a second factor.
 *
 * @param passkey what a browser may have one of the account's keys sign instead of a code
 */
export function secondFactorNeeded(passkey?: object): DomainError {
  return new DomainError({
    code: 'second-factor-needed',
    kind: 'unauthenticated',
    message:
      'This account has a second factor: send the field "code" too, with six digits of the authenticator app or a recovery code.',
    ...(passkey && { details: { passkey } }),
  });
}

/** The password was right, the code was not, or it was used before. */
export function secondFactorWrong(): DomainError {
  return new DomainError({
    code: 'second-factor-wrong',
    kind: 'unauthenticated',
    message: 'The code is wrong or was used before: wait for the next one of the app, or take another recovery code.',
  });
}

/** Somebody who is signed in could not show again that it is them. */
export function identityUnconfirmed(field: 'password' | 'code'): DomainError {
  const mend = field === 'password' ? 'expected your present password' : 'expected a new code of your second factor';
  return new DomainError({
    code: field === 'password' ? 'password-wrong' : 'code-wrong',
    kind: 'unprocessable',
    message: `It could not be confirmed that it is you: ${mend}.`,
  });
}

/** Too many were wrong while somebody was signed in. */
export function confirmingLocked(until: Date): DomainError {
  return new DomainError({
    code: 'confirming-locked',
    kind: 'forbidden',
    message: `Too many wrong passwords or codes; try again after ${until.toISOString()}.`,
    details: { lockedUntil: until.toISOString() },
  });
}

/** A code of the new secret was to show that the app keeps it. */
export function totpCodeWrong(): DomainError {
  return new DomainError({
    code: 'totp-code-wrong',
    kind: 'unprocessable',
    message: 'The code does not fit the secret that was shown: expected the six digits that the app shows now.',
  });
}

/** There is no secret that waits for its first code. */
export function totpNotBegun(): DomainError {
  return new DomainError({
    code: 'totp-not-begun',
    kind: 'conflict',
    message: 'No new secret waits for a code: begin with PUT me/second-factor/totp.',
  });
}

/** The browser's answer does not prove a key that was asked for here. */
export function passkeyRefused(): DomainError {
  return new DomainError({
    code: 'passkey-refused',
    kind: 'unprocessable',
    message:
      'The key was not accepted: expected an answer to the last request, within five minutes, by a key that is new.',
  });
}

/** Browsers offer keys on HTTPS addresses with a name only. */
export function passkeysNotHere(): DomainError {
  return new DomainError({
    code: 'passkeys-not-here',
    kind: 'conflict',
    message: 'Keys cannot be used at this address: expected https:// with a host name, or localhost.',
  });
}

/** It was removed, or is somebody else's. */
export function passkeyUnknown(): DomainError {
  return new DomainError({
    code: 'passkey-unknown',
    kind: 'not-found',
    message: 'You have no such key; expected an id of GET me/passkeys.',
  });
}

/** What administrators do about others' accounts is not for their own: there they show first that it is them. */
export function accountOfOneself(): DomainError {
  return new DomainError({
    code: 'account-of-oneself',
    kind: 'forbidden',
    message: 'This is your own account: change its password and second factor in your own settings.',
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

/** It has ended, or is somebody else's. */
export function sessionUnknown(id: string): DomainError {
  return new DomainError({
    code: 'session-unknown',
    kind: 'not-found',
    message: `You have no session "${id.slice(0, 40)}" that could be ended; expected an id of GET me/sessions.`,
  });
}

/** No open account has this user name. */
export function usernameUnknown(username: string): DomainError {
  return new DomainError({
    code: 'username-unknown',
    kind: 'not-found',
    message: `No open account has the user name "${username}"; expected the name that its owner signs in with.`,
    details: { username },
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

/** The new password is one that was left behind not long ago. */
export function passwordUsedBefore(last: number): DomainError {
  return new DomainError({
    code: 'password-used-before',
    kind: 'unprocessable',
    message: `The password is one of your last ${last}: expected one that you have not used yet.`,
    details: { last },
  });
}

/** Recovery codes are for whoever has a second factor. */
export function secondFactorMissing(): DomainError {
  return new DomainError({
    code: 'second-factor-missing',
    kind: 'conflict',
    message: 'You have no second factor that recovery codes could stand in for: set one up first.',
  });
}

/** Somebody else decided meanwhile. */
export function signInSettingsMoved(): DomainError {
  return new DomainError({
    code: 'sign-in-settings-moved',
    kind: 'conflict',
    message: 'Somebody else has changed the settings of sign-in meanwhile: read them again and decide from there.',
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
