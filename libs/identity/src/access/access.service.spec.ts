import { describe, expect, it } from '@jest/globals';
import { AccessService } from './access.service.js';
import type { Permission } from './permission.js';
import type { Principal, PrincipalGrant } from './principal.js';

const access = new AccessService();
const station = '/district/street-1/station-1-1/';
const street = '/district/street-1/';

describe('AccessService', () => {
  it('denies everything to somebody without grants', () => {
    const nobody = principal();

    expect(access.can(nobody, 'case.read')).toBe(false);
    expect(access.unitScope(nobody, 'case.read')).toEqual({ paths: [], unitIds: [] });
    expect(access.canIn(nobody, 'case.read', station)).toBe(false);
  });

  it('decides by grants alone, not by the summary that a principal carries', () => {
    const forged: Principal = {
      ...principal(),
      permissions: new Set<Permission>(['system.manage']),
      roles: ['leader'],
    };

    expect(access.can(forged, 'system.manage')).toBe(false);
  });

  it('names the permission that is missing', () => {
    const clerk = principal(grant('station-clerk', station, 'case.read'));

    expect(() => access.require(clerk, 'case.read')).not.toThrow();
    expect(() => access.require(clerk, 'audit.read')).toThrow(
      expect.objectContaining({
        code: 'permission-missing',
        kind: 'forbidden',
        message: expect.stringContaining('"audit.read"'),
      }),
    );
  });

  it('lets a grant reach its unit and all below, nothing beside or above', () => {
    const coordinator = principal(grant('street-coordinator', street, 'case.read'));

    expect(access.canIn(coordinator, 'case.read', street)).toBe(true);
    expect(access.canIn(coordinator, 'case.read', station)).toBe(true);
    expect(access.canIn(coordinator, 'case.read', '/district/street-2/')).toBe(false);
    expect(access.canIn(coordinator, 'case.read', '/district/street-10/')).toBe(false);
    expect(access.canIn(coordinator, 'case.read', '/district/')).toBe(false);
    expect(() => access.requireIn(coordinator, 'case.read', '/district/')).toThrow(
      expect.objectContaining({ code: 'outside-scope', kind: 'forbidden' }),
    );
    expect(() => access.requireIn(coordinator, 'task.handle', street)).toThrow(
      expect.objectContaining({ code: 'permission-missing' }),
    );
  });

  it('never lends the permission of one grant to the unit of another', () => {
    const leader = principal(
      grant('leader', '/district/', 'case.read'),
      grant('district-handler', '/district/office-leader/', 'case.read', 'task.handle'),
    );

    expect(access.unitScope(leader, 'case.read')).toEqual({ paths: ['/district/'], unitIds: ['district'] });
    expect(access.unitScope(leader, 'task.handle')).toEqual({
      paths: ['/district/office-leader/'],
      unitIds: ['office-leader'],
    });
    expect(access.canIn(leader, 'task.handle', station)).toBe(false);
  });

  it('names the closest of several grants as the role in which one acts', () => {
    const head = principal(
      grant('street-coordinator', street, 'task.handle'),
      grant('station-head', station, 'task.handle'),
    );

    expect(access.grantFor(head, 'task.handle', station)?.role.code).toBe('station-head');
    expect(access.grantFor(head, 'task.handle', street)?.role.code).toBe('street-coordinator');
    expect(access.grantFor(head, 'task.handle', '/district/')).toBeUndefined();
  });
});

function grant(code: string, path: string, ...permissions: Permission[]): PrincipalGrant {
  return { role: { code, name: code }, unit: { id: path, path }, permissions: new Set(permissions) };
}

function principal(...grants: PrincipalGrant[]): Principal {
  const permissions = new Set(grants.flatMap((held) => [...held.permissions]));
  const roles = grants.map((held) => held.role.code);
  const person = { accountId: 'a', username: 'u', displayName: '某人', standsInFor: [], units: [] };
  return {
    ...person,
    roles,
    permissions,
    grants,
    hasSecondFactor: false,
    due: [],
    singleSession: false,
    signsInBy: 'password',
  };
}
