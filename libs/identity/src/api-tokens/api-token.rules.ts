import { newSecret } from '../sign-in/secrets.js';
import type { Permission } from '../access/permission.js';
import type { Principal } from '../access/principal.js';
import type { KnownToken } from './api-token.js';

/** By this people and scanners of source code know such a token. */
const mark = 'lbt_';
const shown = 12;

/** A new token: the mark and 256 random bits. */
export function newApiToken(): { readonly token: string; readonly start: string } {
  const token = `${mark}${newSecret()}`;
  return { token, start: token.slice(0, shown) };
}

/** Whether a bearer token is one of these, or one of somebody who signed in. */
export function isApiToken(token: string): boolean {
  return token.startsWith(mark);
}

/**
 * Somebody as a program may act for them: each grant gives only what the token names, so AccessService decides for it as
 * for a person. What its owner has to set right at sign-in does not stop it: it stands for itself until it is revoked.
 */
export function asProgram(owner: Principal, { id, start, scopes, perMinute }: KnownToken): Principal {
  const within = (held: ReadonlySet<Permission>) => new Set([...held].filter((permission) => scopes.has(permission)));
  return {
    ...owner,
    permissions: within(owner.permissions),
    grants: owner.grants.map((grant) => ({ ...grant, permissions: within(grant.permissions) })),
    due: [],
    program: { token: id, start, perMinute },
  };
}
