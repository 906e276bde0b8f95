import type { Principal } from '@lianban/identity';
import type { Me } from './auth.schema.js';

/** A principal as answers name them. */
export function meOf(principal: Principal): Me {
  const roles = new Map(principal.grants.map(({ role }) => [role.code, role.name]));
  return {
    id: principal.accountId,
    username: principal.username,
    name: principal.displayName,
    roles: [...roles].map(([code, name]) => ({ code, name })),
    permissions: [...principal.permissions],
    signsInBy: principal.signsInBy,
    units: principal.units.map(({ id, name, kind }) => ({ id, name, kind })),
    due: [...principal.due],
  };
}
