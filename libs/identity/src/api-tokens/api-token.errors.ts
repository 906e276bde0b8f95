import { DomainError } from '@lianban/platform';
import type { Permission } from '../access/permission.js';

/** It does not hold any more, or is somebody else's, or was never made. */
export function apiTokenUnknown(id: string): DomainError {
  return new DomainError({
    code: 'api-token-unknown',
    kind: 'not-found',
    message: `No token "${id.slice(0, 40)}" holds that you could take back; expected an id of the list of tokens, a UUID.`,
  });
}

/** The request came a second time, and a token is told only once. */
export function apiTokenExists(): DomainError {
  return new DomainError({
    code: 'api-token-exists',
    kind: 'conflict',
    message: 'A token with this id was made already and is told only once: revoke it, and make another with a new id.',
  });
}

/** A program can do no more than the account for which it acts. */
export function apiTokenScopeRefused(permission: Permission): DomainError {
  return new DomainError({
    code: 'api-token-scope-refused',
    kind: 'unprocessable',
    message: `The account does not hold "${permission}", so no token of it can: choose scopes among its permissions.`,
    details: { permission },
  });
}

/** It would hold longer than the settings of sign-in allow. */
export function apiTokenTermRefused(days: number): DomainError {
  return new DomainError({
    code: 'api-token-term-refused',
    kind: 'unprocessable',
    message: `A token holds for ${days} days at most: choose fewer days, and make a new one before it expires.`,
    details: { days },
  });
}

/** One account has many tokens already. */
export function apiTokensEnough(most: number): DomainError {
  return new DomainError({
    code: 'api-tokens-enough',
    kind: 'conflict',
    message: `The account has ${most} tokens that hold, the most that one may have: revoke those that nothing uses.`,
    details: { most },
  });
}

/** A person's token would let its maker act as that person. */
export function notOfProgram(username: string): DomainError {
  return new DomainError({
    code: 'not-of-program',
    kind: 'conflict',
    message: `"${username}" is a person's account, whose tokens only its owner makes; expected one that only programs use.`,
  });
}
