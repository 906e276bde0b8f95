import { Injectable } from '@nestjs/common';
import { broadestPaths, idsOfPath, isWithin } from '@lianban/organisation';
import { outsideScope, permissionMissing } from '../identity.errors.js';
import type { Permission } from './permission.js';
import type { Principal, PrincipalGrant } from './principal.js';

/** Units that a person may see, as path prefixes. No path: nothing. */
export interface UnitScope {
  /**
   * Each ends in `/` and holds no LIKE wildcard: `unit.path LIKE ANY($1)` with `paths.map((path) => path + '%')`, or
   * `UnitService.idsUnder(paths)` where a list of ids is wanted.
   */
  readonly paths: readonly string[];
  /** The units at the ends of the paths; for tables that name every unit above the one that a row belongs to. */
  readonly unitIds: readonly string[];
}

/** The one place that decides who may do what where. Denied is whatever no grant allows. */
@Injectable()
export class AccessService {
  /** Whether the person has a right anywhere at all. For menus and buttons; not enough to touch a certain unit. */
  can(principal: Principal, permission: Permission): boolean {
    return principal.grants.some((grant) => grant.permissions.has(permission));
  }

  /** As {@link can}, as a gate. @throws permission-missing */
  require(principal: Principal, permission: Permission): void {
    if (!this.can(principal, permission)) throw permissionMissing(permission);
  }

  /** Whether the person has a right over the unit with this path. */
  canIn(principal: Principal, permission: Permission, unitPath: string): boolean {
    return this.grantFor(principal, permission, unitPath) !== undefined;
  }

  /** As {@link canIn}, as a gate. @throws permission-missing, outside-scope */
  requireIn(principal: Principal, permission: Permission, unitPath: string): void {
    this.require(principal, permission);
    if (!this.canIn(principal, permission, unitPath)) throw outsideScope(permission);
  }

  /** The grant by which a person may act on a unit, the closest one if several do: it names the role in the record. */
  grantFor(principal: Principal, permission: Permission, unitPath: string): PrincipalGrant | undefined {
    return principal.grants
      .filter((grant) => grant.permissions.has(permission) && isWithin(unitPath, grant.unit.path))
      .sort((a, b) => b.unit.path.length - a.unit.path.length)[0];
  }

  /** The units over which the person has a right; put it into the SQL, so that counts and pages are right too. */
  unitScope(principal: Principal, permission: Permission): UnitScope {
    const granting = principal.grants.filter((grant) => grant.permissions.has(permission));
    const paths = broadestPaths(granting.map((grant) => grant.unit.path));
    return { paths, unitIds: paths.flatMap((path) => idsOfPath(path).slice(-1)) };
  }
}
