import type { Due, SessionEnd } from '@lianban/identity';
import { DomainError, type FieldError } from '@lianban/platform';

/** Nobody is signed in, or no longer. */
export function signInRequired(): DomainError {
  return new DomainError({
    code: 'sign-in-required',
    kind: 'unauthenticated',
    message: 'This needs somebody who is signed in: send "Authorization: Bearer <token>" or sign in again.',
  });
}

/** The session was ended before its time. */
export function sessionEnded(reason: SessionEnd): DomainError {
  return new DomainError({
    code: `session-${reason}`,
    kind: 'unauthenticated',
    message: `This session was ended (${reason}): sign in again, and change the password if that was not you.`,
  });
}

/** Something is to be set right before anything else. */
export function dueFirst(due: Due): DomainError {
  return due === 'password'
    ? new DomainError({
        code: 'password-change-needed',
        kind: 'forbidden',
        message: 'Somebody else knows this password, or it is too old: choose another one first with PUT me/password.',
      })
    : new DomainError({
        code: 'second-factor-enrolment-needed',
        kind: 'forbidden',
        message: 'Your role needs a second factor: set one up first, beginning with PUT me/second-factor/totp.',
      });
}

/** A token of a program came where only a person may go. */
export function notForPrograms(): DomainError {
  return new DomainError({
    code: 'not-for-programs',
    kind: 'forbidden',
    message: 'Programs may not do this by a token: it concerns a person’s account, so sign in as that person.',
  });
}

/** A write came with a session's cookie but not from a page of ours. */
export function csrfTokenWrong(): DomainError {
  return new DomainError({
    code: 'csrf-token-wrong',
    kind: 'forbidden',
    message: 'The header X-CSRF-Token does not fit the session; expected the csrfToken of GET auth/session.',
  });
}

/** A route that says nothing about who may call it is closed to everybody. */
export function routeUndeclared(route: string): DomainError {
  return new DomainError({
    code: 'route-undeclared',
    kind: 'forbidden',
    message: `${route} declares no permission, so nobody may call it; declare one with @Route.`,
  });
}

/** The numbers of the process are for the inside. */
export function metricsClosed(): DomainError {
  return new DomainError({
    code: 'metrics-closed',
    kind: 'forbidden',
    message:
      'The numbers are told to who asks this process directly from a private network; let Prometheus ask without a proxy.',
  });
}

/** An address at which this installation serves nothing. */
export function routeUnknown(path: string): DomainError {
  return new DomainError({
    code: 'route-unknown',
    kind: 'not-found',
    message: `${path} is no address of this server.`,
  });
}

/** The request does not have the form that the OpenAPI document describes. */
export function requestInvalid(fields: readonly FieldError[]): DomainError {
  return new DomainError({
    code: 'request-invalid',
    kind: 'invalid',
    message: `The request has ${fields.length} wrong field(s), the first: ${fields[0]?.field} ${fields[0]?.message}`,
    fields,
  });
}

/** A text of the request holds a character that the database takes nowhere; every address refuses it alike. */
export function textNotStorable(): DomainError {
  return new DomainError({
    code: 'text-not-storable',
    kind: 'invalid',
    message: 'A text of the request holds the character NUL or half of a surrogate pair: remove it and try again.',
  });
}

/** A day or an instant of the request is none that the database knows; every address refuses it alike. */
export function timeNotStorable(): DomainError {
  return new DomainError({
    code: 'time-not-storable',
    kind: 'invalid',
    message:
      'A day or an instant of the request is out of range: expected a year from 0001, and an offset below 16:00.',
  });
}

/** No provider of sign-in is connected. */
export function providerUnset(): DomainError {
  return new DomainError({
    code: 'provider-unset',
    kind: 'not-found',
    message: 'No provider of sign-in is connected: set LIANBAN_OIDC_ISSUER, or sign in with a password.',
  });
}

/** Too long ago, ended already, or begun in another browser. */
export function providerAttemptOver(): DomainError {
  return new DomainError({
    code: 'provider-attempt-over',
    kind: 'unauthenticated',
    message: 'This attempt to sign in by the provider was not begun in this browser within ten minutes: begin anew.',
  });
}

/** Too many requests of one kind from one address, or by one token; the one refusal that HTTP alone knows. */
export class RateLimitedError extends Error {
  readonly retryAfter: number;

  /** @param retryAfter seconds */
  constructor(retryAfter: number) {
    super(`Too many requests; try again in ${retryAfter} seconds.`);
    this.name = 'RateLimitedError';
    this.retryAfter = retryAfter;
  }
}
