import type { Principal } from '../access/principal.js';
import type { AuditActor } from './audit-entry.js';

/** A principal as the trail names them: with the first unit and all roles of that moment, and by which token, if by one. */
export function auditActor(principal: Principal): AuditActor {
  return {
    accountId: principal.accountId,
    name: principal.displayName,
    role: [...principal.roles, ...(principal.program ? [`token:${principal.program.start}`] : [])].join(','),
    unit: principal.units[0]?.name ?? '',
  };
}
